import type { Language } from '../../../shared/language.ts';
import { rootOf } from '../roots.ts';
import { standardWord } from '../tokens.ts';
import { functionWords } from '../words.ts';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

const grammar: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: new Set(functionWords.id),
  it: new Set(functionWords.it),
  en: new Set(functionWords.en),
};

/** Words that make a phrase stronger, softer or friendlier and mean nothing by themselves. Folded, standard spelling. */
const fillers: ReadonlySet<string> = new Set(
  list(`
    banget sekali sangat amat terlalu sih deh dong kok nih tuh ya lho loh kan pun aja saja agak lumayan cukup benar emang memang kak kakak
    mas mbak pak bu bapak ibu bli mbok bang min
    proprio davvero molto tanto troppo cosi un po poco abbastanza veramente tutta tutto anche ancora ormai solo
    really very so just too quite pretty bit a little kinda kind sort of honestly actually literally all still
  `),
);

/** Words for persons change with who speaks: "mi sento" and "ci sentiamo", "my stomach" and "her stomach" are one phrase. */
const persons: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mi: 'mi ti si ci vi',
    me: 'me te se ce ve',
    mio: 'mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre',
    my: 'my your his her our their',
    i: 'i we you he she they',
    am: 'am are is m re was were',
    aku: 'aku saya kita kami',
    kamu: 'kamu anda kalian',
  }).flatMap(([one, all]) => list(all).map((word) => [word, one] as const)),
);

/** Whether the folded word in standard spelling only carries the grammar of this language. */
export function isGrammar(word: string, language: Language): boolean {
  return grammar[language].has(word);
}

export function isFiller(word: string): boolean {
  return fillers.has(word);
}

/** One token in standard spelling, as one word or, where it is doubled, two. */
export function writeOut(token: string): readonly string[] {
  const word = standardWord(token);
  return /^\p{L}{3,}2/u.test(token) ? [word, word] : [word];
}

/** What a word is called inside a phrase of this language: grammar as it stands (persons as one), others by their root. */
export function phraseWord(word: string, language: Language): string {
  const person = persons.get(word);
  if (person) return person;
  return rootKey(word, language);
}

/** The root as a key of its own, so that it is never mistaken for a word; the word itself where it has no inflection. */
export function rootKey(word: string, language: Language): string {
  return word.length < 4 || isGrammar(word, language) ? word : `~${rootOf(word, language)}`;
}
