import type { ReviewItem } from '../../shared/review.ts';
import type { ProposedIntent, ProposedVariation } from '../../shared/proposal.ts';
import type { Db } from './db.ts';
import { readProposedIntents } from './proposed-intents.ts';
import { readProposedVariations } from './proposed-variations.ts';
import { listSources } from './unanswered.ts';

/** Messages of clients that are shown beside a proposed question. */
const mostEvidence = 5;

const idsIn = (ids: string): string[] => JSON.parse(ids) as string[];

const sharedOf = (one: ProposedIntent | ProposedVariation) => ({
  id: one.id,
  reason: one.reason ?? 'wished',
  reasonDetail: one.detail,
  origin: {
    model: one.model,
    promptVersion: one.promptVersion,
    runId: null,
    nightId: null,
    jobId: one.jobId,
  },
  createdAt: one.createdAt,
});

/** Ways to ask that wait. `ids`: a JSON list. */
export function readVariationItems(db: Db, ids: string): ReviewItem[] {
  return readProposedVariations(db, idsIn(ids))
    .filter(({ state }) => state === 'waiting')
    .map((one) => ({
      ...sharedOf(one),
      kind: 'variation',
      text: one.text,
      title: one.title,
      language: one.language,
      evidence: [],
    }));
}

/** Questions that wait, with what clients wrote. `ids`: a JSON list. */
export function readQuestionItems(db: Db, ids: string): ReviewItem[] {
  return readProposedIntents(db, idsIn(ids))
    .filter(({ state }) => state === 'waiting')
    .map((one) => ({
      ...sharedOf(one),
      kind: 'question',
      text: one.title.en,
      title: one.title,
      variations: one.variations,
      facts: one.facts,
      times: one.times,
      clients: one.clients,
      evidence: (one.jobId === null ? [] : listSources(db, one.jobId))
        .slice(-mostEvidence)
        .map(({ id: messageId, clientId, text: quote, createdAt: at }) => ({
          messageId,
          clientId,
          quote,
          at,
        })),
    }));
}
