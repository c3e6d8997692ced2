import type { HouseFact } from '../../shared/answer.ts';
import type { Language } from '../../shared/language.ts';
import type { UsedFact } from '../../shared/message.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listHouseFacts } from '../db/house-facts.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import type { Embedder } from '../knowledge/embed/embedder.ts';
import { vectorsOf } from '../knowledge/vectors.ts';
import { factCard, promptFloor, searchFacts, toolFloor, type FactCard } from './fact-search.ts';

export interface Facts {
  /** The house facts a prompt gets for this message, unasked. */
  factsFor(text: string, language: Language, limit: number): Promise<UsedFact[]>;
  /** What Claude finds when it looks something up: the same with a lower floor. */
  lookUpFacts(query: string, language: Language, limit: number): Promise<UsedFact[]>;
}

/** Search over the house facts. Changes show at once, whoever makes them. Expired facts are never found. */
export function openFacts(parts: {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly lexicon: Lexicon;
}): Facts {
  const { db, embedder, clock } = parts;
  const cards = new Map<string, FactCard>();
  const cardOf = (fact: HouseFact) => {
    const kept = cards.get(fact.slug);
    if (kept && JSON.stringify(kept.fact) === JSON.stringify(fact)) return kept;
    const card = factCard(fact, parts.lexicon);
    cards.set(fact.slug, card);
    return card;
  };
  const search = async (text: string, language: Language, limit: number, floor: number) => {
    const all = listHouseFacts(db).map(cardOf);
    const query = { lexicon: parts.lexicon, text, language, now: clock.now(), floor };
    const found = searchFacts(all, { ...query, limit: all.length });
    if (found.length <= limit) return found;
    // Only where there are too many does their order matter, and only then is a vector worth its time.
    const nearness = await nearnessTo(
      text,
      all.filter(({ fact }) => found.some((one) => one.houseFactId === fact.id)),
    );
    return searchFacts(all, { ...query, limit, nearness });
  };
  const nearnessTo = async (text: string, near: readonly FactCard[]) => {
    const topics = await vectorsOf(
      { db, embedder, clock },
      near.map(({ fact }) => fact.topic),
    );
    const [vector] = await embedder.embed([text], 'query');
    const scores = new Map(near.map(({ fact }, at) => [fact.id, dot(vector, topics[at])]));
    return (fact: HouseFact) => scores.get(fact.id) ?? 0;
  };
  return {
    factsFor: (text, language, limit) => search(text, language, limit, promptFloor),
    lookUpFacts: (query, language, limit) => search(query, language, limit, toolFloor),
  };
}

function dot(left: Float32Array | undefined, right: Float32Array | undefined): number {
  return left && right ? left.reduce((total, value, at) => total + value * (right[at] ?? 0), 0) : 0;
}
