import { withoutSlots } from '../../../../shared/slots.ts';
import { findPersonal } from '../../../privacy/find.ts';
import { findAnyLinks } from '../../../privacy/traces/link.ts';
import type { AnswerGate } from './gate.ts';

/** Where to write to is a house fact too: no link, and nothing that leads to a person. */
export const personalDataGate: AnswerGate = ({ text }) => {
  const said = withoutSlots(text);
  const isPersonal = findAnyLinks(said).length > 0 || findPersonal(said, { names: [] }).length > 0;
  return isPersonal ? { reason: 'personal_data', detail: 'it holds a link, an address or a name' } : null;
};
