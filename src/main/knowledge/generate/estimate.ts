import type { KnowledgeRun, RunEstimate } from '../../../shared/knowledge-run.ts';

interface Prices {
  readonly usdPerGpuSecond: number;
}

/** A 70B model on one GPU of 80 GB, with four requests at a time: what one insight that is taken costs of its time. */
const usual = { yield: 0.7, gpuMs: 4_000 } as const;
/** Fewer insights than this say nothing of the next thousand. */
const fewest = 50;

/** What a run for so many insights will take: as earlier ones did, the newest that made enough; else as is usual. */
export function estimateRun(
  target: number,
  perBatch: number,
  earlier: readonly KnowledgeRun[],
  { usdPerGpuSecond }: Prices,
): RunEstimate {
  const run = earlier.find(({ taken }) => taken >= fewest);
  const share = run?.yield ?? usual.yield;
  const batches = Math.ceil(target / Math.max(1, perBatch * share));
  const { gpuMs, costUsd } = run?.spending ?? { gpuMs: 0, costUsd: 0 };
  const each = run && gpuMs > 0 ? gpuMs / run.taken : usual.gpuMs;
  const priced = each * target * (usdPerGpuSecond / 1_000);
  const cost = run && costUsd > 0 ? (costUsd / run.taken) * target : priced;
  return {
    insights: target,
    batches,
    gpuMinutes: (each * target) / 60_000,
    costUsd: cost > 0 ? cost : null,
    from: run ? 'runs' : 'usual',
  };
}
