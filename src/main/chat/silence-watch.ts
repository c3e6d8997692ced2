/** Two clocks over one answer: until it begins, and between its events. */
export interface SilenceWatch {
  /** Aborted when a clock ran out, and with the outer signal. */
  readonly signal: AbortSignal;
  /** The answer began; from here on its events are waited for. */
  answered(): void;
  /** An event came. */
  heard(): void;
  stop(): void;
  /** Which clock ran out; null when none did. */
  silence(): 'timed_out' | 'stalled' | null;
}

/** The SDK's own timeout ends with the headers, so that a silent stream would hang for ever without this. */
export function startWatch(
  limits: { readonly timeoutMs: number; readonly stallMs: number },
  outer: AbortSignal,
): SilenceWatch {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let silence: 'timed_out' | 'stalled' | null = null;
  const expireAs = (why: 'timed_out' | 'stalled') => () => {
    silence = why;
    abort();
  };
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { once: true });
  let timer = setTimeout(expireAs('timed_out'), limits.timeoutMs);
  return {
    signal: controller.signal,
    answered() {
      clearTimeout(timer);
      timer = setTimeout(expireAs('stalled'), limits.stallMs);
    },
    heard: () => void timer.refresh(),
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
    silence: () => silence,
  };
}
