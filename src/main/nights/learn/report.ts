import type { ReportEvidence, ReportGroup, ReportItem } from '../../../shared/night.ts';
import type { Evidence } from './evidence.ts';

/** Quotes that stand beside one thing in a report; the insight itself has all of them. */
const mostQuotes = 4;

interface Told {
  readonly group: ReportGroup;
  readonly text: string;
  readonly detail: string | null;
  readonly evidence: readonly Evidence[];
  readonly insightId: string;
}

/** One thing that a night did to an insight. It belongs to nobody; whose words it stands on is said with each quote. */
export function itemOf({ group, text, detail, evidence, insightId }: Told): ReportItem {
  const quotes = evidence
    .slice(0, mostQuotes)
    .map(({ quote, clientId, messageId }): ReportEvidence => ({ quote, clientId, messageId }));
  return { group, text, detail, evidence: quotes, ref: { kind: 'insight', id: insightId }, clientId: null };
}
