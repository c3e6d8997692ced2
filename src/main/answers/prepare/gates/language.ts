import { withoutSlots } from '../../../../shared/slots.ts';
import { detectLanguage } from '../../../text/language.ts';
import { filledText, type AnswerGate } from './gate.ts';

/** In the language that was asked for, with and without the values of its facts. */
export const languageGate: AnswerGate = ({ text }, beside) => {
  for (const version of [withoutSlots(text), filledText(text, beside)]) {
    const { language } = detectLanguage(version);
    if (language !== beside.language)
      return {
        reason: 'language',
        detail: `it is in ${language ?? 'no language that stands out'}, not in ${beside.language}`,
      };
  }
  return null;
};
