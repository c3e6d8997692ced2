import { slotProblem } from '../../../../shared/slots.ts';
import type { AnswerGate } from './gate.ts';

/** Only greeting, name and house facts stand in braces. */
export const placeholderGate: AnswerGate = ({ text }) => {
  const detail = slotProblem(text);
  return detail === null ? null : { reason: 'placeholder', detail };
};
