import { says } from '../catalogue.ts';
import type { Gate } from './gate.ts';

/** Stops a type or code of visa, permit or company that no variation of the intent names ("KITAP", "E33G"). */
export const codes: Gate = ({ atoms }, { subject }) => {
  const other = atoms.find((atom) => atom.role === 'type' && !says(subject.vocabulary, atom));
  return other === undefined ? null : `"${other.word}" is not what the intent is about`;
};
