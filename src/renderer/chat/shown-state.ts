import type { AnalysisStanding } from '../../shared/analysis.ts';
import { waits } from '../../shared/job-waits.ts';

/** What the endpoint has is being worked on, also while nobody here does anything. */
const atEndpoint: ReadonlySet<string> = new Set([waits.handedOver, waits.queued, waits.working]);

/** How the screen names where an analysis stands: held back by something that a person can change, or that passes. */
export function shownState(
  { state, waitsFor }: Pick<AnalysisStanding, 'state' | 'waitsFor'>,
  holds: readonly string[],
): AnalysisStanding['state'] | 'held' {
  if (state !== 'waiting') return state;
  if (waitsFor !== null && atEndpoint.has(waitsFor)) return 'running';
  return waitsFor !== null || holds.length > 0 ? 'held' : 'waiting';
}
