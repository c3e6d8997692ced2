import type { HouseFact, Intent } from '../../../shared/answer.ts';
import type { Language } from '../../../shared/language.ts';
import { factSlugs } from '../../../shared/slots.ts';
import type { Db } from '../../db/db.ts';
import { listValidFacts } from '../../db/house-facts.ts';
import type { Facts } from '../facts.ts';

/** Found for the questions, beside those that answers use already. */
const mostFound = 3;
const mostInAll = 8;

/** The house facts an answer to this intent may stand on: those its answers use, then those that fit it. None expired. */
export async function factsFor(
  db: Db,
  facts: Pick<Facts, 'factsFor'>,
  intent: Intent,
  language: Language,
  now: number,
): Promise<HouseFact[]> {
  const valid = listValidFacts(db, now);
  const used = new Set(intent.answers.flatMap(({ text }) => factSlugs(text)));
  const [question] = intent.variations.filter((one) => one.language === language);
  const found = await facts.factsFor(
    `${intent.title[language]}. ${question?.text ?? ''}`,
    language,
    mostFound,
  );
  const ids = new Set(found.map(({ houseFactId }) => houseFactId));
  const own = valid.filter(({ slug }) => used.has(slug));
  const fitting = valid.filter(({ id, slug }) => ids.has(id) && !used.has(slug));
  return [...own, ...fitting].slice(0, mostInAll);
}
