import type { NumberedInsight } from '../../../db/insight-numbers.ts';
import type { Language } from '../../../../shared/language.ts';
import { instructionsGate } from '../../../knowledge/generate/gates/instructions.ts';
import { personalDataGate } from '../../../knowledge/generate/gates/personal-data.ts';
import { detectLanguage } from '../../../text/language.ts';
import { tokens } from '../../../text/tokens.ts';
import { textRefusalOf } from '../gates/all.ts';
import type { NightRefusal } from '../gates/refusal.ts';
import type { Hide } from '../gather.ts';
import { isSuspect } from '../suspect.ts';
import type { Miss } from './miss.ts';

const words = { least: 2, most: 10 } as const;

/** Why a phrase may not become a trigger, before anything is searched with it; null where nothing is wrong with it. */
export function phraseRefusalOf(
  phrase: string,
  insight: NumberedInsight,
  { message }: Miss,
  hidingFor: (clientId: string) => Hide,
): NightRefusal | null {
  const count = tokens(phrase).length;
  if (count < words.least || count > words.most)
    return { reason: 'length', detail: `the phrase has ${count} words, not ${words.least} to ${words.most}` };
  const evidence = [{ clientId: message.clientId, messageId: message.id, quote: phrase }];
  const personal = textRefusalOf(phrase, { evidence, hidingFor });
  if (personal !== null) return personal;
  if (isSuspect(phrase)) return { reason: 'instruction', detail: 'the phrase speaks to a program' };
  // The gates look at a whole insight; the phrase is all that this one has.
  const alone = {
    text: '',
    guidance: '',
    category: 'trust',
    language: insight.language,
    triggers: [phrase],
  } as const;
  const item = { ...alone, triggers: [phrase] };
  return (
    instructionsGate(item, item) ??
    personalDataGate(item, item) ??
    languageRefusalOf(phrase, insight) ??
    figureRefusalOf(phrase)
  );
}

/** A phrase of another language than the insight's signal is another signal. No word list tells those of Bali and Java. */
function languageRefusalOf(phrase: string, { language: wanted }: NumberedInsight): NightRefusal | null {
  const { language } = detectLanguage(phrase);
  const spoken: Language = wanted === 'it' || wanted === 'en' ? wanted : 'id';
  if (language === null || language === spoken) return null;
  return { reason: 'language', detail: `the phrase is in ${language}, the signal in ${wanted}` };
}

function figureRefusalOf(phrase: string): NightRefusal | null {
  return /\d{2,}/.test(phrase) ? { reason: 'figure', detail: 'the phrase has a figure' } : null;
}
