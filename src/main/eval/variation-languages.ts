import { languages, type Language } from '../../shared/language.ts';
import { detectLanguage } from '../text/language.ts';

export interface ForeignVariation {
  readonly text: string;
  /** Null where the set does not say. */
  readonly language: Language | null;
}

export interface PlacedVariation {
  readonly text: string;
  readonly language: Language;
  /** Whether it was not said and cannot be told from the text: the neighbours suggest it. */
  readonly isGuess: boolean;
}

/** Gives every variation of an intent a language: the one it came with, the one of its text, or the one its neighbours suggest. */
export function placeVariations(variations: readonly ForeignVariation[]): PlacedVariation[] {
  const told = variations.map(({ text, language }) => language ?? detectLanguage(text).language);
  return variations.map(({ text }, at) => {
    const language = told[at] ?? null;
    return language === null
      ? { text, language: fromNeighbours(text, at, told), isGuess: true }
      : { text, language, isGuess: false };
  });
}

/** Sets list a language's variations together; between two languages the text's own evidence decides. */
function fromNeighbours(text: string, at: number, told: readonly (Language | null)[]): Language {
  const before = told.slice(0, at).findLast((language) => language !== null);
  const after = told.slice(at + 1).find((language) => language !== null);
  const { scores } = detectLanguage(text);
  const likeliest = (among: readonly Language[]) =>
    among.reduce((left, right) => (scores[right] > scores[left] ? right : left));
  const near = [before, after].flatMap((language) => language ?? []);
  return likeliest(near.length > 0 ? near : languages);
}
