import { filledText, type AnswerGate } from './gate.ts';

/** As a client would read it: a message of a chat. */
const characters = { least: 81, most: 549 } as const;
const sentences = { least: 2, most: 5 } as const;

export const lengthGate: AnswerGate = ({ text }, beside) => {
  const { length } = filledText(text, beside);
  const { least, most } = characters;
  if (length < least || length > most)
    return { reason: 'length', detail: `${length} characters with its facts, not ${least} to ${most}` };
  const count = text.split(/[.!?]+(?:\s|$)/).filter((part) => part.trim()).length;
  if (count >= sentences.least && count <= sentences.most) return null;
  return { reason: 'length', detail: `${count} sentences, not ${sentences.least} to ${sentences.most}` };
};
