import type { Language } from '../../shared/language.ts';
import { actions, aspects } from './lexicon.ts';
import { read, type Reading } from './reading.ts';

/** An intent as matching sees it. */
export interface Subject {
  readonly id: string;
  readonly slug: string;
  readonly threshold: number | null;
  readonly variations: readonly Reading[];
  /** Every concept that one of its variations has. */
  readonly vocabulary: ReadonlySet<string>;
  /** What (nearly) every variation of a language names; `ACTION` stands for any of the actions. */
  readonly core: Readonly<Partial<Record<Language, ReadonlySet<string>>>>;
  readonly longest: number;
}

export interface SubjectSource {
  readonly id: string;
  readonly slug: string;
  readonly threshold: number | null;
  readonly variations: readonly { readonly language: Language; readonly text: string }[];
}

/** A concept that this share of a language's variations has belongs to the question's core. */
const coreShare = 0.75;
/** A question's aspect (price, duration …) belongs to it sooner: colloquial variations often imply it. */
const aspectShare = 0.6;
const aspectSet: ReadonlySet<string> = new Set(aspects);

/** Reads the variations of an intent and finds what they share. */
export function subjectOf({ id, slug, threshold, variations }: SubjectSource): Subject {
  const readings = variations.map(({ text, language }) => read(text, language));
  const core: Partial<Record<Language, ReadonlySet<string>>> = {};
  for (const language of new Set(readings.map((reading) => reading.language)))
    core[language] = coreOf(readings.filter((reading) => reading.language === language));
  return {
    id,
    slug,
    threshold,
    variations: readings,
    vocabulary: new Set(readings.flatMap((reading) => [...reading.concepts])),
    core,
    longest: Math.max(0, ...readings.map((reading) => reading.words.length)),
  };
}

/** The concepts of a text, each action also as `ACTION`. */
export function withAction(concepts: ReadonlySet<string>): ReadonlySet<string> {
  return [...concepts].some((concept) => actions.has(concept)) ? new Set([...concepts, 'ACTION']) : concepts;
}

function coreOf(readings: readonly Reading[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const reading of readings)
    for (const concept of withAction(reading.concepts))
      if (!actions.has(concept)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const isCore = ([concept, count]: [string, number]) =>
    count / readings.length >= (aspectSet.has(concept) ? aspectShare : coreShare);
  const core = new Set([...counts].filter(isCore).map(([concept]) => concept));
  // Where a price or a duration is asked, how one words the getting does not matter.
  if ([...core].some((concept) => aspectSet.has(concept))) core.delete('ACTION');
  return core;
}

/** How much a shared concept tells: more, the fewer intents have it. 0..1. */
export function rarity(subjects: readonly Subject[]): (concept: string) => number {
  const counts = new Map<string, number>();
  for (const subject of subjects)
    for (const concept of subject.vocabulary) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const most = Math.log(1 + subjects.length);
  const weigh = (concept: string, count: number) =>
    ((most === 0 ? 1 : Math.log(1 + subjects.length / count) / most) * (actions.has(concept) ? 1 : 2)) / 2;
  const weights = new Map([...counts].map(([concept, count]) => [concept, weigh(concept, count)]));
  return (concept) => weights.get(concept) ?? weigh(concept, 1);
}
