import type { Log } from '../main/log.ts';

const ignore = () => undefined;

/** For work that leaves nothing behind. */
export const silentLog: Log = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  child: () => silentLog,
};
