import type { Language } from '../../../shared/language.ts';
import { setOf } from './phrases.ts';

/**
 * Words spelled alike that mean other things in another language, under the language that the tables here mean. Each is
 * looked up in a message of its own language only.
 */
const homes: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: setOf('ada dari hari lama mana min sama sana'),
  it: setOf(
    'base carte case come dai dove due fa fare fine fino lo mai male mano media ora ore pari parte prima sale se si su te via',
  ),
  en: setOf('fine list present rate state teh terms'),
};

/** Whether a word means in a text of this language what the tables have for it. */
export function isAtHome(word: string, language: Language): boolean {
  return homes[language].has(word) || !Object.values(homes).some((home) => home.has(word));
}
