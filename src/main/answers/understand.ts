import type { Language } from '../../shared/language.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { questionWords } from './atoms.ts';
import { read, type Reading } from './reading.ts';
import { isAtHome } from './words/alike.ts';
import { nearestWord, shelve, type Shelves } from './typos.ts';

const ofQuestions: Readonly<Record<Language, Shelves>> = {
  id: shelve(questionWords('id')),
  it: shelve(questionWords('it')),
  en: shelve(questionWords('en')),
};

/**
 * Reads a message with its typos corrected, towards words that variations say (`said`) first; its text stays as the client
 * wrote it.
 */
export function understand(text: string, language: Language, lexicon: Lexicon, said: Shelves): Reading {
  const message = read(text, language, lexicon);
  const meant = new Map<string, string>();
  for (const { word, isKnown } of message.atoms) {
    // A word that another language spells like this is a word.
    const isWord = isKnown || !isAtHome(word, language);
    const nearest = isWord
      ? null
      : (nearestWord(word, [said, ofQuestions[language]]) ?? lexicon.slips[language](word));
    if (nearest !== null) meant.set(word, nearest);
  }
  if (meant.size === 0) return message;
  const corrected = message.words.map((word) => meant.get(word) ?? word).join(' ');
  return { ...read(corrected, language, lexicon), text };
}
