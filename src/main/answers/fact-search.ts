import type { HouseFact } from '../../shared/answer.ts';
import { languages, type Language } from '../../shared/language.ts';
import type { UsedFact } from '../../shared/message.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import type { Atom } from './atoms.ts';
import { says } from './catalogue.ts';
import { read, type Reading } from './reading.ts';

/** A house fact as search sees it. */
export interface FactCard {
  readonly fact: HouseFact;
  /** What its topic and slug name, each thing once. */
  readonly topic: readonly Atom[];
  /** What its values mention, in the three languages. */
  readonly mentioned: ReadonlySet<string>;
}

export interface FactQuery {
  readonly text: string;
  readonly language: Language;
  readonly lexicon: Lexicon;
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

/** "A permit" names none: it may be any of them. */
const isAnyPermit = ({ keys }: Atom) => keys[0] === 'PERMIT';

const isSubject = ({ role }: Atom) => role !== 'action' && role !== 'aspect';

/** What a fact is found by: its topic and slug, and its values in all languages. */
export function factCard(fact: HouseFact, lexicon: Lexicon): FactCard {
  const values = languages.flatMap((language) => [...read(fact.value[language], language, lexicon).keys]);
  const named = `${fact.topic} ${fact.slug.replace(/-/g, ' ')}`;
  const topic = new Map(read(named, 'en', lexicon).atoms.map((atom) => [atom.keys[0], atom]));
  return { fact, topic: [...topic.values()], mentioned: new Set(values) };
}

/**
 * The facts that fit a text, best first, none of them expired: those whose topic it names, price for price and
 * investor for investor. A text that names no subject of a fact gets none.
 */
export function searchFacts(cards: readonly FactCard[], query: FactQuery): UsedFact[] {
  const { text, language, lexicon, limit, now, floor, nearness = () => 0 } = query;
  const said = read(text, language, lexicon);
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
function fitOf({ topic, mentioned }: FactCard, said: Reading, weightOf: (atom: Atom) => number): number {
  // Papers that are asked for among other things read as a thing.
  const keys = new Set([...said.keys, ...(said.keys.has('c:document') ? ['NEEDS'] : [])]);
  const shared = topic.filter((atom) => says(keys, atom));
  const subjects = shared.filter(isSubject);
  if (subjects.every(isAnyPermit) || isOtherKind(topic, said)) return 0;
  const share = weigh(shared, weightOf) / weigh(topic, weightOf);
  const isNamedOnly = shared.length === subjects.length && subjects.every(({ role }) => role !== 'type');
  if (isNamedOnly && topic.length > 1) return share / 2;
  const extra = said.atoms.filter(
    (atom) => says(mentioned, atom) && !topic.some(({ keys }) => hasOne(keys, atom)),
  );
  return Math.min(1, share + 0.02 * extra.length);
}

const hasOne = (keys: readonly string[], atom: Atom) => atom.keys.some((key) => keys.includes(key));

/** The text names a kind of permit, and the topic names another and not this one. */
function isOtherKind(topic: readonly Atom[], { atoms }: Reading): boolean {
  const [kinds, wanted] = [kindsOf(topic), kindsOf(atoms)];
  return kinds.length > 0 && wanted.length > 0 && !kinds.some((kind) => wanted.includes(kind));
}

const kindsOf = (atoms: readonly Atom[]) =>
  atoms.filter(({ role }) => role === 'type').flatMap(({ keys: [kind] }) => (kind === 'KITAS' ? [] : kind));

const weigh = (atoms: readonly Atom[], weightOf: (atom: Atom) => number) =>
  atoms.reduce((total, atom) => total + weightOf(atom), 0);

function rarityOf(cards: readonly FactCard[]): (atom: Atom) => number {
  const counts = new Map<string, number>();
  for (const { topic } of cards)
    for (const { keys } of topic) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return ({ keys: [surest = ''] }) => Math.log(1 + cards.length / (counts.get(surest) ?? 1));
}
