import { refusalOf } from '../../../knowledge/generate/gates/all.ts';
import { wholeText } from '../../../knowledge/generate/gates/gate.ts';
import type { GeneratedItem } from '../../../knowledge/generate/item.ts';
import type { NightReviewReason } from '../../../db/learnt.ts';
import type { Evidence } from '../evidence.ts';
import type { Hide } from '../gather.ts';
import type { NightRefusal } from './refusal.ts';
import { hasStandIn } from './stand-in.ts';

export interface Standing {
  readonly evidence: readonly Evidence[];
  readonly hidingFor: (clientId: string) => Hide;
}

/** Why an insight may not be used, whoever speaks for it; null where nothing is wrong with it by itself. */
export function nightRefusalOf(item: GeneratedItem, standing: Standing): NightRefusal | null {
  if (standing.evidence.length === 0)
    return { reason: 'no_evidence', detail: 'none of its findings stands on what a client wrote' };
  return textRefusalOf(wholeText(item), standing) ?? refusalOf(item, item);
}

/** Why a text may not stand in an insight: it speaks of one of those whose words it was made of. */
export function textRefusalOf(text: string, { evidence, hidingFor }: Standing): NightRefusal | null {
  if (hasStandIn(text))
    return { reason: 'stand_in', detail: 'it holds what stands in the place of a name or a number' };
  for (const clientId of new Set(evidence.map((one) => one.clientId)))
    if (hidingFor(clientId)(text) !== text)
      return { reason: 'personal_data', detail: 'it names a client or what leads to one' };
  return null;
}

/** Clients that something must have been seen with before it goes to work by itself. */
export const leastClients = 2;

/** Why something waits for a person instead of going to work; null where it need not. */
export function reviewReasonOf(evidence: readonly Evidence[], isSuspect: boolean): NightReviewReason | null {
  if (isSuspect) return 'injection';
  return new Set(evidence.map(({ clientId }) => clientId)).size < leastClients ? 'one_client' : null;
}
