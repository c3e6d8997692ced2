import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../src/main/db/db.ts';

export interface Pauses {
  readonly ms: number;
  /** Longest time in which nothing else got a turn: what waits for it, a busy machine included. */
  readonly longestMs: number;
  /** Longest turn in processor time of this thread alone: what the product itself is to blame for. */
  readonly longestTurnMs: number;
}

/** Does something and watches how long it keeps everything else on this thread waiting. */
export async function watchPauses(work: () => Promise<unknown>): Promise<Pauses> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const turns = watchTurns();
  delay.enable();
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  // What the work left to do, tidying up memory among it.
  await sleep(200);
  delay.disable();
  return { ms, longestMs: delay.max / 1e6, longestTurnMs: await turns.stop() };
}

/** Looks at the thread's processor time once a turn. */
function watchTurns(): { stop(): Promise<number> } {
  let longest = 0;
  const stopping = new AbortController();
  let last = process.threadCpuUsage();
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(0);
      const now = process.threadCpuUsage();
      longest = Math.max(longest, now.user + now.system - last.user - last.system);
      last = now;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await ended;
      return longest / 1_000;
    },
  };
}

/** After much was written: SQLite's log goes into its file and statements are let go, for which the next measure would be blamed. */
export async function comeToRest(db: Db): Promise<void> {
  db.pragma('wal_checkpoint(TRUNCATE)');
  await sleep(1_500);
}
