import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/language.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { it } from './it.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The words of the screen in `language`. React escapes what is shown, so i18next must not. */
export function openWords(language: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, it: { translation: it }, id: { translation: id } },
    interpolation: { escapeValue: false },
  });
  return words;
}
