import { slotProblem } from '../../../../shared/slots.ts';
import { likeStandIns } from '../../../privacy/stand-in.ts';
import type { AnswerGate } from './gate.ts';

/** Only greeting, name and house facts stand in braces, and nothing stands for what was hidden from the model. */
export const placeholderGate: AnswerGate = ({ text }) => {
  const detail = slotProblem(text);
  if (detail !== null) return { reason: 'placeholder', detail };
  const isHidden = likeStandIns(text).length > 0;
  return isHidden ? { reason: 'placeholder', detail: 'it holds a stand-in for what was hidden' } : null;
};
