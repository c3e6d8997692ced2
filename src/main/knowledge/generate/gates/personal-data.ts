import { findPersonal } from '../../../privacy/find.ts';
import { findAnyLinks } from '../../../privacy/traces/link.ts';
import { wholeText, type Gate } from './gate.ts';

/** Knowledge is about many: nothing that leads to one person, and no link at all. */
export const personalDataGate: Gate = (item) => {
  const text = wholeText(item);
  const found = findPersonal(text, { names: [] });
  if (found.some(({ type }) => type !== 'name') || findAnyLinks(text).length > 0)
    return { reason: 'personal_data', detail: 'an address, a telephone number or the number of a document' };
  return found.length === 0 ? null : { reason: 'personal_data', detail: 'the name of a person' };
};
