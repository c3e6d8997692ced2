import type { Db } from '../db/db.ts';
import { listHouseFacts } from '../db/house-facts.ts';
import { listIntents } from '../db/intents.ts';
import { toJsonl } from '../exchange/jsonl.ts';
import { dayOf } from './day.ts';

/** House facts as JSONL that `importFacts` takes back unchanged, by slug. Empty string when there are none. */
export function exportFacts(db: Db): string {
  return toJsonl(
    listHouseFacts(db).map(({ slug, topic, value, source, validUntil }) => ({
      slug,
      topic,
      value,
      source,
      validUntil: validUntil === null ? null : dayOf(validUntil),
    })),
  );
}

/** Intents with variations and answers as JSONL that `importAnswers` takes back unchanged, by slug. */
export function exportAnswers(db: Db): string {
  return toJsonl(
    listIntents(db).map(({ slug, title, threshold, variations, answers }) => ({
      intent: slug,
      title,
      ...(threshold === null ? {} : { threshold }),
      variations,
      answers: answers.map(({ language, formality, text, status }) => ({
        language,
        formality,
        text,
        ...(status === 'live' ? {} : { status }),
      })),
    })),
  );
}
