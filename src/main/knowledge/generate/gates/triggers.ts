import { foldText, tokens } from '../../../text/tokens.ts';
import type { Gate } from './gate.ts';

const least = 6;
const mostWords = 14;

/** Enough phrases to be recognised by, all different, and each as short as what somebody types. */
export const triggersGate: Gate = ({ triggers }) => {
  const long = triggers.find((phrase) => tokens(phrase).length > mostWords);
  if (long !== undefined)
    return { reason: 'triggers', detail: `a trigger has more than ${mostWords} words: ${long.slice(0, 80)}` };
  const different = new Set(triggers.map((phrase) => tokens(foldText(phrase)).join(' ')).filter(Boolean))
    .size;
  if (different >= least) return null;
  return { reason: 'triggers', detail: `${different} different triggers, not ${least}` };
};
