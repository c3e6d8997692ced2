import type { Language } from '../../../shared/language.ts';
import type { ProposalReason } from '../../../shared/proposal.ts';
import { findPersonal } from '../../privacy/find.ts';
import { findAnyLinks } from '../../privacy/traces/link.ts';
import { detectLanguage } from '../../text/language.ts';
import { contentTokens, foldText, tokens } from '../../text/tokens.ts';

export interface VariationRefusal {
  readonly reason: ProposalReason;
  readonly detail: string;
}

/** What a way to ask is judged beside. */
export interface Known {
  readonly language: Language;
  /** Ways to ask that are in use in this language, of every question. */
  readonly inUse: readonly string[];
  /** What was proposed before, whatever became of it. */
  readonly proposed: readonly string[];
}

type Gate = (text: string, known: Known) => VariationRefusal | null;

/** As clients write: a word is no question, and a story is not asked twice. */
const words = { least: 2, most: 24 } as const;
const mostCharacters = 160;
/** Stand-ins of what was hidden from the model, and slots of answers. */
const braces = /\[[A-Z]+_\d+\]|\{\{/;

const lengthGate: Gate = (text) => {
  const count = tokens(text).length;
  if (text.length > mostCharacters || count < words.least || count > words.most)
    return { reason: 'length', detail: `${count} words, ${text.length} characters` };
  return text.includes('\n') ? { reason: 'length', detail: 'more than one line' } : null;
};

const personalGate: Gate = (text) => {
  if (braces.test(text)) return { reason: 'personal_data', detail: 'a stand-in or a slot' };
  const isPersonal = findAnyLinks(text).length > 0 || findPersonal(text, { names: [] }).length > 0;
  return isPersonal ? { reason: 'personal_data', detail: 'something that leads to a person' } : null;
};

/** A text too short to tell may be in any language. */
const languageGate: Gate = (text, { language }) => {
  const found = detectLanguage(text).language;
  if (found === null || found === language) return null;
  return { reason: 'language', detail: `it is in ${found}, not in ${language}` };
};

const plain = (text: string): string => tokens(foldText(text)).join(' ');
const content = (text: string): string => [...new Set(contentTokens(text))].sort().join(' ');

/** The same words in another order are nothing new to a matcher that compares words. */
const noveltyGate: Gate = (text, { inUse, proposed }) => {
  const [own, meaning] = [plain(text), content(text)];
  const isSame = (other: string) => plain(other) === own || (meaning !== '' && content(other) === meaning);
  if (inUse.some(isSame)) return { reason: 'not_new', detail: 'a question is asked so already' };
  return proposed.some(isSame) ? { reason: 'not_new', detail: 'it was proposed before' } : null;
};

const gates: readonly Gate[] = [personalGate, languageGate, lengthGate, noveltyGate];

/** Why a way to ask may not be taken, by the first gate that it does not pass; null where it passes all. */
export function variationRefusal(text: string, known: Known): VariationRefusal | null {
  for (const gate of gates) {
    const refusal = gate(text, known);
    if (refusal !== null) return refusal;
  }
  return null;
}
