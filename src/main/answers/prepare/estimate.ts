import type { PreparationEstimate, PreparationRun } from '../../../shared/preparation.ts';
import { estimateItems } from '../../llama/estimate.ts';
import type { Lack } from './lacking.ts';

/** A 70B model on one GPU of 80 GB, with four requests at a time: what one answer that is taken costs of its time. */
const usual = { yield: 0.8, gpuMs: 3_000 } as const;
/** Fewer answers than this say nothing of the next hundred. */
const fewest = 20;

/** What asking for all of this will take: one request for each question and language. */
export function estimatePreparation(
  lacking: readonly Lack[],
  earlier: readonly PreparationRun[],
  prices: { readonly usdPerGpuSecond: number },
): PreparationEstimate {
  const answers = lacking.reduce((sum, { missing }) => sum + missing, 0);
  const run = earlier.find(({ taken }) => taken >= fewest);
  const { yield: _share, ...estimate } = estimateItems(answers, usual, run, prices);
  return { answers, requests: lacking.length, ...estimate };
}
