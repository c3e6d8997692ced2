import type { AnswerGate } from './gate.ts';

/** Greeting and name come first, and only there. */
export const openingGate: AnswerGate = ({ text }) => {
  if (!text.startsWith('{{greeting}} {{name}}'))
    return { reason: 'opening', detail: 'it does not begin with {{greeting}} {{name}}' };
  return text.split('{{greeting}}').length === 2 ? null : { reason: 'opening', detail: 'it greets twice' };
};
