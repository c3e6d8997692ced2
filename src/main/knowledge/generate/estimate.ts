import type { KnowledgeRun, RunEstimate } from '../../../shared/knowledge-run.ts';
import { estimateItems } from '../../llama/estimate.ts';

/** A 70B model on one GPU of 80 GB, with four requests at a time: what one insight that is taken costs of its time. */
const usual = { yield: 0.7, gpuMs: 4_000 } as const;
/** Fewer insights than this say nothing of the next thousand. */
const fewest = 50;

/** What a run for so many insights will take: as earlier ones did, the newest that made enough; else as is usual. */
export function estimateRun(
  target: number,
  perBatch: number,
  earlier: readonly KnowledgeRun[],
  prices: { readonly usdPerGpuSecond: number },
): RunEstimate {
  const run = earlier.find(({ taken }) => taken >= fewest);
  const { yield: share, ...estimate } = estimateItems(target, usual, run, prices);
  return { insights: target, batches: Math.ceil(target / Math.max(1, perBatch * share)), ...estimate };
}
