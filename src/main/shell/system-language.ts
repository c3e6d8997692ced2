import { app } from 'electron';
import { languages, type Language } from '../../shared/language.ts';

/** The system's language where the product speaks it, else English. */
export function systemLanguage(): Language {
  const tag = app.getLocale().slice(0, 2);
  return languages.find((language) => language === tag) ?? 'en';
}
