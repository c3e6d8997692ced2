/** Runs what it is asked for soon, and at most once in `ms`: what is asked meanwhile is one run at the end of it. */
export function throttle(run: () => void, ms: number): { ask(this: void): void; end(this: void): void } {
  let timer: NodeJS.Timeout | null = null;
  let last = -Infinity;
  let isOver = false;
  return {
    ask: () => {
      if (timer !== null || isOver) return;
      // Never within the caller's transaction; and no reason for a process to stay.
      timer = setTimeout(
        () => {
          timer = null;
          last = performance.now();
          run();
        },
        Math.max(0, last + ms - performance.now()),
      ).unref();
    },
    end: () => {
      isOver = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
