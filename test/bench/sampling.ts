import { Bench } from 'tinybench';

export interface Sampling {
  /** Samples of each task at least. */
  readonly iterations?: number;
  /** Ms of each task at least; 0 = exactly `iterations` samples. */
  readonly time?: number;
  readonly warmup?: number;
}

/**
 * Ms of every call of each task, by name. A task may return `{ overriddenDuration }` where only a part of it counts.
 * Throws what a task throws.
 */
export async function sample<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  { iterations = 200, time = 300, warmup = 16 }: Sampling = {},
): Promise<Record<Name, readonly number[]>> {
  const bench = new Bench({
    iterations,
    time,
    warmupIterations: warmup,
    warmupTime: 0,
    retainSamples: true,
    throws: true,
  });
  for (const [name, run] of Object.entries<() => unknown>(tasks)) bench.add(name, run);
  await bench.run();
  const samples = bench.tasks.map<[string, readonly number[]]>(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`"${name}" did not run to its end: ${result.state}.`);
    return [name, result.latency.samples ?? []];
  });
  return Object.fromEntries<readonly number[]>(samples) as Record<Name, readonly number[]>;
}

/** Hands out the items in turn, for ever. */
export function inTurn<T>(items: readonly T[]): () => T {
  let at = 0;
  return () => {
    const item = items[at++ % items.length];
    if (item === undefined) throw new Error('There is nothing to hand out.');
    return item;
  };
}
