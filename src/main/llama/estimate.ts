/** What earlier work of the same kind came to. */
export interface Earlier {
  readonly taken: number;
  /** Of what came, the share that was taken; null while nothing came. */
  readonly yield: number | null;
  readonly spending: { readonly gpuMs: number; readonly costUsd: number };
}

/** What work is guessed from where there was none before. */
interface Usual {
  readonly yield: number;
  /** On the GPU, for one item that is taken. */
  readonly gpuMs: number;
}

interface Estimate {
  /** Of what comes, the share that will be taken. */
  readonly yield: number;
  readonly gpuMinutes: number;
  /** Null where no price is set. */
  readonly costUsd: number | null;
  readonly from: 'runs' | 'usual';
}

/** What so many items will take: as the earlier run took them, where there is one; else as is usual. */
export function estimateItems(
  items: number,
  usual: Usual,
  run: Earlier | undefined,
  { usdPerGpuSecond }: { readonly usdPerGpuSecond: number },
): Estimate {
  const { gpuMs, costUsd } = run?.spending ?? { gpuMs: 0, costUsd: 0 };
  const each = run && gpuMs > 0 ? gpuMs / run.taken : usual.gpuMs;
  const priced = each * items * (usdPerGpuSecond / 1_000);
  const cost = run && costUsd > 0 ? (costUsd / run.taken) * items : priced;
  return {
    yield: run?.yield ?? usual.yield,
    gpuMinutes: (each * items) / 60_000,
    costUsd: cost > 0 ? cost : null,
    from: run ? 'runs' : 'usual',
  };
}
