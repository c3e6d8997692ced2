import { languages, type Language } from '../../../shared/language.ts';
import type { Concept } from '../../text/lexicon/concept.ts';
import type { Mention, Reading } from '../../text/lexicon/read-concepts.ts';
import type { ReadWord } from '../../text/lexicon/read-words.ts';

/**
 * What a feature says of who writes: `signal` something about the person, `plain` what a question is about, `courtesy`
 * nothing (greetings, thanks), `word` unknown.
 */
export type FeatureKind = 'signal' | 'plain' | 'courtesy' | 'word';

/** One thing that two texts may have in common. */
export interface Feature {
  /** "c:shame", "n:money" (denied), "w:~kitas" (the root of a word). */
  readonly name: string;
  /** 0..1, not counting how rare it is. */
  readonly weight: number;
  readonly kind: FeatureKind;
  readonly concept: Concept | null;
}

/** Chosen on phrases left out of their own insight and looked for with the others, not on single messages. */
const worth = {
  signal: 1,
  plain: 0.8,
  courtesy: 0.3,
  broader: 0.4,
  /** Of a denied concept, what is still heard of the concept itself: "no money" is about money. */
  denied: 0.5,
  /** Of a concept whose opposite is meant, the same: "tidak percaya" is about trust. */
  opposite: 0.2,
  word: 0.5,
  /** A word that carries a concept says it again. */
  signalWord: 0.25,
  plainWord: 0.125,
} as const;

/** What a text that was read is made of; each feature once, with its highest weight. */
export function featuresOf(reading: Reading): Feature[] {
  const features = new Map<string, Feature>();
  const put = (feature: Feature) => {
    if (feature.weight > (features.get(feature.name)?.weight ?? 0)) features.set(feature.name, feature);
  };
  for (const mention of reading.mentions)
    for (const feature of ofMention(mention, reading.words)) put(feature);
  const kinds = wordKinds(reading);
  const language = mainLanguage(reading.words);
  reading.words.forEach((word, at) => {
    if (word.isFunction || word.isLight || (word.word.length < 3 && !/\p{N}/u.test(word.word))) return;
    const name = `w:${word.keys[language].at(-1) ?? word.word}`;
    const covered = kinds[at];
    const weight = covered === 'plain' ? worth.plainWord : covered ? worth.signalWord : worth.word;
    put({ name, weight, kind: covered ?? 'word', concept: null });
  });
  return [...features.values()];
}

function ofMention(mention: Mention, words: readonly ReadWord[]): Feature[] {
  const { concept, deniedConcept } = mention;
  const isCourtesy = words.slice(mention.from, mention.end).every(({ isFunction }) => isFunction);
  const kind = isCourtesy ? 'courtesy' : kindOf(concept);
  const weight = mention.sureness * (isCourtesy ? worth.courtesy : 1);
  const about = (one: Concept, share: number, sign = 'c'): Feature => ({
    name: `${sign}:${one.name}`,
    weight: weight * share * worth[kindOf(one)],
    kind: kind === 'courtesy' ? kind : kindOf(one),
    concept: one,
  });
  const features = mention.isNegated
    ? [about(concept, 1, 'n'), about(concept, worth.denied)]
    : [about(concept, 1)];
  if (concept.broader) features.push(about(concept.broader, worth.broader));
  if (deniedConcept) features.push(about(deniedConcept, worth.opposite));
  return features;
}

const kindOf = (concept: Concept): 'signal' | 'plain' => (concept.isPlain ? 'plain' : 'signal');

/** Per word, the kind of what it carries; undefined where no concept was read. */
function wordKinds({ words, mentions }: Reading): (FeatureKind | undefined)[] {
  const kinds = words.map((): FeatureKind | undefined => undefined);
  for (const { concept, from, end } of mentions)
    for (let at = from; at < end; at++) if (kinds[at] !== 'signal') kinds[at] = kindOf(concept);
  return kinds;
}

function mainLanguage(words: readonly ReadWord[]): Language {
  const sum = { id: 0, it: 0, en: 0 };
  for (const { evidence } of words) for (const language of languages) sum[language] += evidence[language];
  return languages.reduce((best, language) => (sum[language] > sum[best] ? language : best));
}
