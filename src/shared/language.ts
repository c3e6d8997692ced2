/** Languages of clients, replies and the screen. */
export const languages = ['id', 'it', 'en'] as const;
export type Language = (typeof languages)[number];

/** Languages a cultural signal may come in: clients also write Balinese (ban) and Javanese (jv). */
export const signalLanguages = [...languages, 'ban', 'jv'] as const;
export type SignalLanguage = (typeof signalLanguages)[number];

/** As prompts and instructions name them. */
export const languageNames: Readonly<Record<SignalLanguage, string>> = {
  id: 'Indonesian',
  it: 'Italian',
  en: 'English',
  ban: 'Balinese',
  jv: 'Javanese',
};
