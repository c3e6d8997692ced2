import type { InsightCategory } from '../../shared/insight.ts';
import type { SignalLanguage } from '../../shared/language.ts';
import { feelings, type Feeling } from './insight-feelings.ts';
import { matters, type Matter } from './insight-matters.ts';
import { shapes } from './insight-shapes.ts';

/** An insight as a model writes it. */
export interface PoolInsight {
  readonly text: string;
  readonly guidance: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
  readonly triggers: readonly string[];
}

interface Pair {
  readonly feeling: Feeling;
  readonly matter: Matter;
  readonly at: number;
}

const pairsOf = (language: SignalLanguage): readonly Pair[] => {
  const felt = feelings.filter(({ said }) => said[language] !== undefined);
  const about = matters.filter(({ called }) => called[language] !== undefined);
  // One feeling after the other, each with another matter: neighbours in the list have neither in common.
  return Array.from({ length: felt.length * about.length }, (_, at) => {
    const feeling = at % felt.length;
    const matter = (feeling * 7 + Math.floor(at / felt.length)) % about.length;
    return { feeling: felt[feeling], matter: about[matter], at };
  }).filter((pair): pair is Pair => pair.feeling !== undefined && pair.matter !== undefined);
};

const all: Readonly<Record<SignalLanguage, readonly Pair[]>> = {
  id: pairsOf('id'),
  it: pairsOf('it'),
  en: pairsOf('en'),
  ban: pairsOf('ban'),
  jv: pairsOf('jv'),
};

/** How many insights there are in a language: every feeling with every matter. */
export const poolSize = (language: SignalLanguage): number => all[language].length;

/** The insight at a place of the list; its category is that of the feeling unless the matter has the one asked for. */
export function insightAt(language: SignalLanguage, place: number, category?: InsightCategory): PoolInsight {
  const pairs = all[language];
  const pair = pairs[place % pairs.length];
  if (pair === undefined) throw new RangeError(`There is no insight ${place} in ${language}.`);
  return compose(pair, language, category);
}

/** Whether the insight at a place has to do with a category: by what is felt, or by what it is about. */
export function isAbout(language: SignalLanguage, place: number, category: InsightCategory): boolean {
  const { feeling, matter } = all[language][place] ?? {};
  return feeling?.category === category || matter?.category === category;
}

function compose(
  { feeling, matter, at }: Pair,
  language: SignalLanguage,
  wanted?: InsightCategory,
): PoolInsight {
  const { joins, moments, triggers } = shapes[language];
  const words: Readonly<Record<string, string>> = {
    F: feeling.said[language] ?? '',
    M: matter.called[language] ?? '',
    J: turnOf(joins, at + Math.floor(at / 30)),
    T: turnOf(moments, at * 3 + Math.floor(at / 30)),
  };
  const signal = `${words['F']} ${words['J']} ${words['M']}`;
  const isWanted = wanted !== undefined && matter.category === wanted;
  return {
    text: `“${signal}”: ${turnOf(feeling.readings, Math.floor(at / 30))}; ${matter.behind}`,
    guidance: `${feeling.advice} ${matter.step}`,
    category: isWanted ? wanted : feeling.category,
    language,
    triggers: triggers.map((shape) => shape.replaceAll(/\b[FMJT]\b/g, (name) => words[name] ?? name)),
  };
}

function turnOf<T>(list: readonly [T, ...T[]] | readonly T[], at: number): T {
  const one = list[at % list.length];
  if (one === undefined) throw new RangeError('The list is empty.');
  return one;
}
