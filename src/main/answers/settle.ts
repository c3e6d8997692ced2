import type { Atom } from './atoms.ts';
import { aspects } from './words/asking.ts';
import { setOf } from './words/phrases.ts';
import { wholes } from './words/names.ts';

const concepts = (names: string) => new Set([...setOf(names)].map((name) => `c:${name}`));

/** What adds nothing once a price, a time or papers are asked for. */
const paying = concepts('action_pay money total_amount currency rupiah');
const timeUnits = concepts('second_time_unit minute hour day working_day week month year time_unit');
const times = setOf('DURATION VALIDITY HOURS');
const submitting = concepts('action_bring action_prepare action_attach action_fill_in action_send');
/** Verbs that an aspect is asked with: "when does it arrive", "what does it cost to use". */
const passing = concepts(
  'action_finish action_arrive action_use action_continue action_prepare action_receive application_approved',
);

/**
 * Decides what words mean by the others around them: "how much" asks the price unless it counts something; papers are
 * asked for unless something is asked about them; "must" says something only where nothing else is asked.
 */
export function settle(read: readonly Atom[]): Atom[] {
  const atoms = countThings(read);
  const has = (key: string) => atoms.some(({ keys }) => keys.includes(key));
  const hasOne = (keys: readonly string[]) => keys.some(has);
  const isAmount = hasOne(['CAPITAL', 'COUNT']);
  const isPrice = has('PRICE') || (has('QUANTITY') && !isAmount);
  const isTime = hasOne(['DURATION', 'VALIDITY', 'WHEN', 'HOURS']);
  const isAspect = isPrice || atoms.some(({ role }) => role === 'aspect');
  const isAsked = isAspect || has('HOW');
  const isAskedOfPapers =
    isPrice ||
    has('HOW') ||
    atoms.some(
      ({ role, keys }) => role === 'aspect' && !keys.includes('NEEDS') && !keys.includes('QUANTITY'),
    );
  return atoms.flatMap((atom): Atom[] => {
    const { keys, role } = atom;
    if (keys.includes('QUANTITY')) return isAmount ? [] : [{ ...atom, keys: ['PRICE'] }];
    if (isAskedOfPapers && keys.includes('DOCUMENTS')) return [asMatter(atom)];
    // "What are the capital requirements?" asks the capital.
    if (hasOne(['CAPITAL', 'COUNT', 'VALIDITY']) && keys.includes('REQUIREMENTS')) return [];
    if (has('VALIDITY') && keys.includes('DURATION') && !keys.includes('VALIDITY')) return [];
    if (has('HOW') && keys[0] === 'MEANING') return [];
    if (isPrice && isOneOf(atom, paying)) return [];
    if (isTime && isOneOf(atom, timeUnits)) return [];
    if (has('NEEDS') && isOneOf(atom, submitting)) return [];
    if (isAspect && isOneOf(atom, passing)) return [];
    if (role === 'modal' && isAsked) return [];
    return wholes.get(keys[0] ?? '')?.some(has) ? [] : [atom];
  });
}

const isOneOf = ({ role, keys }: Atom, what: ReadonlySet<string>) =>
  role === 'matter' && keys.some((key) => what.has(key));

/**
 * "Berapa pemegang saham" counts them, "masa berlaku berapa" asks a time; "KITAS berapa", "berapa harganya" and "how much for
 * the KITAS" ask the price.
 */
function countThings(atoms: readonly Atom[]): Atom[] {
  return atoms.flatMap((atom, at) => {
    if (atom.keys[0] !== 'QUANTITY') return [atom];
    const next = atoms[at + 1];
    const isCount =
      next?.role === 'matter' && next.place === atom.place + 1 && !next.keys.some((key) => paying.has(key));
    if (isCount) return [{ ...atom, keys: ['COUNT'] }];
    const isTime = [atoms[at - 1], next].some(
      (beside) =>
        beside && Math.abs(beside.place - atom.place) === 1 && beside.keys.some((key) => times.has(key)),
    );
    return isTime ? [] : [atom];
  });
}

/** Papers that something is asked about are a thing like others. */
function asMatter(atom: Atom): Atom {
  const keys = ['c:document', ...atom.keys.filter((key) => key !== 'DOCUMENTS' && !aspects.has(key))];
  return { ...atom, keys, role: 'matter' };
}
