import type { Formality } from '../../../../shared/client.ts';
import type { Language } from '../../../../shared/language.ts';
import { withoutSlots } from '../../../../shared/slots.ts';
import type { AnswerGate } from './gate.ts';

/** Words that a register does not have. */
const foreign: Readonly<Record<Language, Readonly<Record<Formality, RegExp>>>> = {
  id: {
    informal: /\b(?:Anda|Bapak\/Ibu|Saudara)\b/,
    formal: /\b(?:Kak|Kakak|kamu|aku|udah|biar|makasih|nggak|gak|banget|dong|sih|deh)\b/i,
  },
  it: {
    informal: /\b(?:Lei|La preghiamo|Suo|Sua|Suoi|Sue|desidera)\b/,
    formal:
      /\b(?:ti|tu|te|tuo|tua|tuoi|tue|puoi|vuoi|hai|mandaci|dicci|scrivici|mandami|dimmi|scrivimi|ciao)\b/i,
  },
  en: {
    informal: /\b(?:Dear|kindly|hereby|Sir|Madam)\b/,
    formal: /\b(?:gonna|wanna|hey|yeah|drop us a line|no worries)\b|\b\w+'(?:re|ll|ve|d)\b/i,
  },
};

/** The office speaks, never one person. */
const alone: Readonly<Record<Language, RegExp>> = {
  id: /\b(?:aku|saya)\b/i,
  it: /\b(?:mi|me|io|scrivimi|mandami|mandamelo|chiedimi|dimmi|dimmelo)\b/i,
  en: /\b(?:I|me|my)\b/,
};

export const registerGate: AnswerGate = ({ text, formality }, { language }) => {
  const outside = withoutSlots(text).replaceAll('’', "'");
  const word = foreign[language][formality].exec(outside);
  if (word) return { reason: 'register', detail: `“${word[0]}” is not ${formality}` };
  if (language === 'id' && formality === 'informal' && !/\bKak(?:ak)?\b/.test(outside))
    return { reason: 'register', detail: 'it does not call the reader Kak or Kakak' };
  const own = alone[language].exec(outside);
  return own ? { reason: 'register', detail: `“${own[0]}”: one person speaks, not the office` } : null;
};
