import { languages, type Language } from '../../../shared/language.ts';
import type { ReadWord } from './read-words.ts';

/** How much speaks for each language at a place of a text, adding up to 1. */
export type LanguageFit = (at: number) => Readonly<Record<Language, number>>;

/** Words to both sides whose language counts for a word as much as that of the whole message does. */
const nearby = 2;
/** Keeps a short text from being all of one language by its only known word. */
const doubt = 0.15;

/** The languages of a text, place by place: in a mixed message a word belongs to its neighbours first. */
export function languageFit(words: readonly ReadWord[]): LanguageFit {
  const whole = shares(words, 0, words.length);
  const known = new Map<number, Readonly<Record<Language, number>>>();
  return (at) => {
    const before = known.get(at);
    if (before) return before;
    const near = shares(words, Math.max(0, at - nearby), Math.min(words.length, at + nearby + 1));
    const fit = {
      id: (whole.id + near.id) / 2,
      it: (whole.it + near.it) / 2,
      en: (whole.en + near.en) / 2,
    };
    known.set(at, fit);
    return fit;
  };
}

function shares(words: readonly ReadWord[], from: number, end: number): Record<Language, number> {
  const sum = { id: doubt, it: doubt, en: doubt };
  for (let at = from; at < end; at++) {
    const evidence = words[at]?.evidence;
    if (evidence) for (const language of languages) sum[language] += evidence[language];
  }
  const total = sum.id + sum.it + sum.en;
  return { id: sum.id / total, it: sum.it / total, en: sum.en / total };
}
