import { languages, type Language, type SignalLanguage } from '../../../../shared/language.ts';
import { detectLanguage } from '../../../text/language.ts';
import { withoutQuotes, type Gate, type Refusal } from './gate.ts';

/** Below this share of the evidence a language is not there. Triggers are short and full of loans. */
const leastShare = 0.4;
/** No word list tells Balinese and Javanese: only what is plainly Italian or English is refused there. */
const plainShare = 0.8;

const isOwn = (language: SignalLanguage): language is Language =>
  (languages as readonly SignalLanguage[]).includes(language);

const refuse = (detail: string): Refusal => ({ reason: 'language', detail });

/** The signal is in the language that was asked for, and what is said about it is in English. */
export const languageGate: Gate = (item, asked) => {
  if (item.language !== asked.language)
    return refuse(`it is for signals in ${item.language}, and ${asked.language} was asked for`);
  const { language, scores } = detectLanguage(item.triggers.join('. '));
  const own = asked.language;
  if (isOwn(own)) {
    if (language !== null && language !== own)
      return refuse(`the triggers are in ${language}, not in ${own}`);
    if (scores[own] < leastShare) return refuse(`the triggers are hardly in ${own}`);
  } else if (scores.it > plainShare || scores.en > plainShare)
    return refuse(`the triggers are in another language than ${own}`);
  for (const part of ['text', 'guidance'] as const) {
    const prose = detectLanguage(withoutQuotes(item[part])).language;
    if (prose !== null && prose !== 'en') return refuse(`${part} is in ${prose}, not in English`);
  }
  return null;
};
