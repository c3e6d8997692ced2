import { closeSync, openSync, utimesSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.ts';

/** An empty file of the data folder: to touch it tells the process that works on the folder to look at the queue. */
const nameIn = (dataDir: string): string => join(dataDir, 'jobs.bell');

/** Tells whoever works on this data folder that its queue changed. */
export function ringBell(dataDir: string, now: number): void {
  closeSync(openSync(nameIn(dataDir), 'a'));
  utimesSync(nameIn(dataDir), now / 1_000, now / 1_000);
}

/**
 * Calls back when another process rang; returns what ends the listening. Where the file system cannot be watched, the
 * queue is looked at when its next job is due.
 */
export function hearBell(dataDir: string, onRing: () => void, log: Log): () => void {
  let watcher: FSWatcher | null = null;
  const deaf = (error: unknown): void => {
    watcher?.close();
    watcher = null;
    log.warn({ code: (error as NodeJS.ErrnoException).code }, 'the queue’s bell cannot be heard');
  };
  try {
    closeSync(openSync(nameIn(dataDir), 'a'));
    watcher = watch(nameIn(dataDir), { persistent: false }, onRing).on('error', deaf);
  } catch (error) {
    deaf(error);
  }
  return () => {
    watcher?.close();
    watcher = null;
  };
}
