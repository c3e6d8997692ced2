import type { HouseFact } from '../../shared/answer.ts';
import { languages, type Language } from '../../shared/language.ts';
import type { UsedFact } from '../../shared/message.ts';
import { actions, aspects, types } from './lexicon.ts';
import { read } from './reading.ts';

/** A house fact as search sees it. */
export interface FactCard {
  readonly fact: HouseFact;
  /** What its topic and slug name. */
  readonly topic: ReadonlySet<string>;
  /** What its values mention, in the three languages. */
  readonly mentioned: ReadonlySet<string>;
}

export interface FactQuery {
  readonly text: string;
  readonly language: Language;
  readonly limit: number;
  readonly now: number;
  /** Share of a fact's topic (by rarity) that the text must name. */
  readonly floor: number;
  /** Similarity of the text to a fact's topic, for ordering; 0 when unknown. */
  readonly nearness?: (fact: HouseFact) => number;
}

/** Share of the topic that a message names before the fact goes into the prompt unasked; for the tool, less will do. */
export const promptFloor = 0.55;
export const toolFloor = 0.35;

const aspectSet: ReadonlySet<string> = new Set(aspects);
const isSubject = (concept: string) => !aspectSet.has(concept) && !actions.has(concept);

/** The concepts a fact is found by: of its topic and slug, and of its values in all languages. */
export function factCard(fact: HouseFact): FactCard {
  const values = languages.flatMap((language) => [...read(fact.value[language], language).concepts]);
  const topic = [...read(fact.topic, 'en').concepts, ...read(fact.slug.replace(/-/g, ' '), 'en').concepts];
  return { fact, topic: new Set(topic), mentioned: new Set(values) };
}

/**
 * The facts that fit a text, best first, none of them expired: those whose topic it names, price for price and
 * investor for investor. A text that names no subject of a fact gets none.
 */
export function searchFacts(cards: readonly FactCard[], query: FactQuery): UsedFact[] {
  const { text, language, limit, now, floor, nearness = () => 0 } = query;
  const said = read(text, language).concepts;
  const weightOf = rarityOf(cards);
  return cards
    .filter(({ fact }) => fact.validUntil === null || fact.validUntil >= now)
    .map((card) => ({ fact: card.fact, fit: fitOf(card, said, weightOf) }))
    .filter(({ fit }) => fit >= floor)
    .map(({ fact, fit }) => ({ fact, rank: fit + 0.3 * nearness(fact) }))
    .sort((left, right) => right.rank - left.rank || left.fact.slug.localeCompare(right.fact.slug))
    .slice(0, limit)
    .map(({ fact }) => ({ houseFactId: fact.id, topic: fact.topic, value: fact.value[language] }));
}

/** 0 where the subject is not named or another kind of permit is meant; otherwise the share of the topic, 0..1. */
function fitOf(
  { topic, mentioned }: FactCard,
  said: ReadonlySet<string>,
  weightOf: (concept: string) => number,
): number {
  const shared = [...topic].filter((concept) => said.has(concept));
  const subjects = shared.filter(isSubject);
  if (subjects.length === 0) return 0;
  if (shared.length === subjects.length && !subjects.some((concept) => types.has(concept)) && topic.size > 1)
    return weigh(shared, weightOf) / weigh([...topic], weightOf) / 2;
  if (isOtherKind(topic, said)) return 0;
  const extra = [...mentioned].filter((concept) => said.has(concept) && !topic.has(concept)).length;
  return Math.min(1, weigh(shared, weightOf) / weigh([...topic], weightOf) + 0.02 * extra);
}

/** The text names a kind of permit, and the topic names another and not this one. */
function isOtherKind(topic: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  const kinds = [...topic].filter((concept) => types.has(concept) && concept !== 'KITAS');
  const wanted = [...said].filter((concept) => types.has(concept) && concept !== 'KITAS');
  return kinds.length > 0 && wanted.length > 0 && !kinds.some((kind) => wanted.includes(kind));
}

const weigh = (concepts: readonly string[], weightOf: (concept: string) => number) =>
  concepts.reduce((total, concept) => total + weightOf(concept), 0);

function rarityOf(cards: readonly FactCard[]): (concept: string) => number {
  const counts = new Map<string, number>();
  for (const { topic } of cards)
    for (const concept of topic) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return (concept) => Math.log(1 + cards.length / (counts.get(concept) ?? 1));
}
