import { SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Embedder } from './embed/embedder.ts';

/** A message waits this long for its vector; then words alone decide, and for a while that embedder is not asked again. */
const patience = { waitMs: 400, restMs: 30 * SECOND } as const;

/** A message's vector, or null when it does not come in time. Never kept: it is a client's. */
export type PatientEmbedding = (embedder: Embedder, text: string) => Promise<Float32Array | null>;

/** Asks embedders for the vectors of messages, with bounded patience. `signal` ends what runs. */
export function patientEmbedding(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}): PatientEmbedding {
  const { clock, log, signal } = parts;
  const restsUntil = new Map<string, number>();
  return async (embedder, text) => {
    if (clock.now() < (restsUntil.get(embedder.id) ?? 0)) return null;
    if (embedder.isAwake?.() === false) {
      void embedder.wake?.();
      return null;
    }
    const work = embedder.embed([text], 'query', signal).then(([vector]) => vector ?? null);
    const vector = await inTime(
      work.catch(() => null),
      patience.waitMs,
      null,
    );
    if (!vector && !signal.aborted) {
      restsUntil.set(embedder.id, clock.now() + patience.restMs);
      log.warn({ embedder: embedder.id }, 'no vector in time, searching by words');
    }
    return vector;
  };
}

/** What the work comes to, or `late` where it takes longer. The work goes on. */
export async function inTime<T>(work: Promise<T>, waitMs: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), waitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
