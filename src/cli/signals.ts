/** Ctrl+C, while something long goes on that wants to end well. `end` gives the signals back to the process. */
export function untilInterrupted(): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const interrupt = () => controller.abort();
  for (const name of names) process.once(name, interrupt);
  const end = () => {
    for (const name of names) process.off(name, interrupt);
  };
  return { signal: controller.signal, end };
}
