import { withoutSlots } from '../../../../shared/slots.ts';
import type { AnswerGate } from './gate.ts';

/** Addresses that the office does not know of: where to write to is a house fact too. */
const traces = /[\w.+-]+@[\w-]+\.[\w.-]+|https?:\/\/\S+|\bwww\.\S+|\bwa\.me\S*/i;

export const personalDataGate: AnswerGate = ({ text }) =>
  traces.test(withoutSlots(text))
    ? { reason: 'personal_data', detail: 'it holds a link or an address' }
    : null;
