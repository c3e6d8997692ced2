import type { Language } from '../../shared/language.ts';
import { en } from '../i18n/en.ts';
import { id } from '../i18n/id.ts';
import { it } from '../i18n/it.ts';

const words = { en, id, it };

/** A message as a client of that language might write it, whatever the language of the screen. */
export const exampleFor = (language: Language): string => words[language].conversation.example;
