import type { Language } from '../../shared/language.ts';
import type { Atom } from './atoms.ts';
import type { Reading } from './reading.ts';
import { timeOf, type Time } from './times.ts';
import { actions, aspects } from './words/asking.ts';

/** An intent as matching sees it. */
export interface Subject {
  readonly id: string;
  readonly slug: string;
  readonly threshold: number | null;
  readonly variations: readonly Reading[];
  /** Every key of its variations, and how many of them have it. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** What most of its variations ask (price, duration …). */
  readonly asked: readonly string[];
  /** Which time its variations ask, where they say so. */
  readonly times: ReadonlySet<Time>;
  /** Words of its longest variation. */
  readonly longest: number;
}

export interface SubjectSource {
  readonly id: string;
  readonly slug: string;
  readonly threshold: number | null;
  readonly variations: readonly { readonly language: Language; readonly text: string }[];
}

/** Of an intent's variations, the share that asks something before a message must ask it too. */
const askedShare = 0.6;

/** An intent with what its variations say; `readAs` reads a text of a language. */
export function subjectOf(
  source: SubjectSource,
  readAs: (text: string, language: Language) => Reading,
): Subject {
  const { id, slug, threshold } = source;
  const variations = source.variations.map(({ text, language }) => readAs(text, language));
  const vocabulary = count(variations.map(({ keys }) => keys));
  const surest = count(variations.map(({ atoms }) => new Set(atoms.flatMap(({ keys: [key] }) => key ?? []))));
  return {
    id,
    slug,
    threshold,
    variations,
    vocabulary,
    asked: [...surest]
      .filter(([key, times]) => aspects.has(key) && times >= askedShare * variations.length)
      .map(([key]) => key),
    times: new Set(variations.flatMap((variation) => timeOf(variation) ?? [])),
    longest: Math.max(0, ...variations.map(({ words }) => words.length)),
  };
}

function count(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const keys of sets) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Whether a text that has these keys says what the atom says. */
export const says = (keys: { has(key: string): boolean }, atom: Atom): boolean =>
  atom.keys.some((key) => keys.has(key));

/** Whether the message asks how long one may stay, and the intent how long until it is ready, or the other way round. */
export function asksOtherTime(message: Reading, { times }: Pick<Subject, 'times'>): boolean {
  const time = timeOf(message);
  return time !== null && times.size > 0 && !times.has(time);
}

/** Whether a text says what it wants to know: an aspect, or how something is done. */
export const asks = ({ atoms }: Reading): boolean =>
  atoms.some(({ role, keys }) => role === 'aspect' || keys.includes('HOW') || keys.includes('PROCESS'));

/** What a message may leave out and still say the same. */
export const isByTheWay = ({ role }: Atom): boolean =>
  role === 'action' || role === 'modal' || role === 'weighty';

/** Whether an intent's variations say how one gets or does something. */
export const hasAction = ({ vocabulary }: Subject): boolean =>
  [...actions].some((action) => vocabulary.has(action));

/** What an atom tells: more, the fewer intents say it. 0..1. */
export type WeightOf = (atom: Atom) => number;

/** What the parts of a sentence count for beside its matter. */
const roleWeight: Readonly<Record<Atom['role'], number>> = {
  type: 1,
  aspect: 1,
  matter: 1,
  weighty: 0.5,
  modal: 0.5,
  action: 0.25,
};

/** Weighs atoms by how few of the intents say them; what all of them say still counts half. */
export function rarity(subjects: readonly Subject[]): WeightOf {
  const intents = count(subjects.map(({ vocabulary }) => new Set(vocabulary.keys())));
  const most = Math.log(1 + subjects.length) || 1;
  return ({ keys, role }) => {
    const known = keys.find((key) => intents.has(key));
    const saying = (known !== undefined && intents.get(known)) || 1;
    return roleWeight[role] * (0.5 + (0.5 * Math.log((1 + subjects.length) / saying)) / most);
  };
}
