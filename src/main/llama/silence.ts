import { LlamaFault } from './fault.ts';

interface SilenceOptions {
  /** Whether the server still answers at all. Never rejects. */
  readonly probe: (signal: AbortSignal) => Promise<boolean>;
  /** After so long without a word the server is asked whether it is alive, ms; and again each time. */
  readonly probeMs: number;
  /** Longest silence of a server that is alive, ms. */
  readonly silenceMs: number;
  /** Longest time in all, ms. */
  readonly timeoutMs: number;
  readonly place: string;
  readonly outer: AbortSignal;
}

export interface Silence {
  /** Aborts with the outer signal's reason, or with a LlamaFault. */
  readonly signal: AbortSignal;
  /** Something came. */
  heard(): void;
  end(): void;
}

/**
 * Watches a long answer: a server that writes for a quarter of an hour is fine, one that died is noticed in less than a
 * minute, one that lives and says nothing after `silenceMs`.
 */
export function watchSilence(options: SilenceOptions): Silence {
  const { probe, probeMs, silenceMs, timeoutMs, place, outer } = options;
  const controller = new AbortController();
  const { signal } = controller;
  let lastHeard = performance.now();
  let deaf = 0;
  const leave = () => controller.abort(outer.reason);
  const give = (code: 'timeout' | 'unreachable', words: string) =>
    controller.abort(new LlamaFault(code, `${place} ${words}`, { mayHaveArrived: true }));
  const look = async () => {
    const silent = performance.now() - lastHeard;
    if (silent >= silenceMs) return give('timeout', 'fell silent. Wait, or ask for less at once.');
    if (silent < probeMs) return;
    deaf = (await probe(signal)) ? 0 : deaf + 1;
    if (deaf >= 2) give('unreachable', 'stopped answering in the middle. Check that it still runs.');
  };
  const looking = setInterval(() => void look(), Math.min(probeMs, silenceMs));
  const limit = setTimeout(() => give('timeout', 'did not end in time. Ask for less at once.'), timeoutMs);
  outer.addEventListener('abort', leave, { once: true });
  if (outer.aborted) leave();
  return {
    signal,
    heard: () => {
      lastHeard = performance.now();
      deaf = 0;
    },
    end: () => {
      clearInterval(looking);
      clearTimeout(limit);
      outer.removeEventListener('abort', leave);
    },
  };
}
