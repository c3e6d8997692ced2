import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Tells when HTTP requests of this process leave, as Node's own fetch says it when it writes their headers. */
export interface RequestWatch {
  /** `performance.now()` of the next one. */
  next(): Promise<number>;
  stop(): void;
}

const CHANNEL = 'undici:client:sendHeaders';

export function watchRequests(): RequestWatch {
  let waiting: ((at: number) => void) | null = null;
  const notice = (): void => {
    waiting?.(performance.now());
    waiting = null;
  };
  subscribe(CHANNEL, notice);
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    stop: () => unsubscribe(CHANNEL, notice),
  };
}
