import type { Atom } from './atoms.ts';
import { isAmount, isIdle, isNumbered, isSized, paying, type Asked } from './idle.ts';
import { aspects } from './words/asking.ts';
import { setOf } from './words/phrases.ts';

/** A visa or a permit of these kinds is a KITAS. */
const kinds = ['INVESTOR', 'WORKING', 'RETIREMENT', 'STUDENT', 'FAMILY'];
const times = setOf('DURATION VALIDITY HOURS');

/**
 * Decides what words mean by the others around them: "how much" asks the price unless it counts something; papers are
 * asked for unless something is asked about them; "must" says something only where nothing else is asked.
 */
export function settle(read: readonly Atom[]): Atom[] {
  const atoms = withAmounts(countThings(read));
  const asked = askedBy(atoms);
  const isAskedOfPapers =
    asked.isPrice ||
    asked.has('HOW') ||
    atoms.some(
      ({ role, keys }) => role === 'aspect' && !keys.includes('NEEDS') && !keys.includes('QUANTITY'),
    );
  const isKind = kinds.some(asked.has) && !asked.has('KITAP');
  return atoms.flatMap((atom): Atom[] => {
    if (isKind && (atom.keys[0] === 'VISA' || atom.keys[0] === 'PERMIT'))
      return asked.has('KITAS') ? [] : [{ ...atom, keys: ['KITAS', ...atom.keys.slice(1)] }];
    if (atom.keys.includes('QUANTITY')) return asked.isCount ? [] : [{ ...atom, keys: ['PRICE'] }];
    if (isAskedOfPapers && atom.keys.includes('DOCUMENTS')) return [asMatter(atom)];
    return isIdle(atom, asked, atoms) ? [] : [atom];
  });
}

function askedBy(atoms: readonly Atom[]): Asked {
  const all = new Set(atoms.flatMap(({ keys }) => keys));
  const has = (key: string) => all.has(key);
  const isCount = has('CAPITAL') || has('COUNT');
  const isPrice = has('PRICE') || (has('QUANTITY') && !isCount);
  return {
    has,
    isCount,
    isPrice,
    isTime: has('WHEN') || [...times].some(has),
    isAmount: atoms.some(isAmount),
    isAspect: isPrice || atoms.some(({ role }) => role === 'aspect'),
  };
}

/** "The fine for overstaying", "what income do I need": how much it is, unless something else is asked about it. */
function withAmounts(atoms: readonly Atom[]): readonly Atom[] {
  if (!atoms.some(isAmount)) return atoms;
  const asksElse = atoms.some(
    ({ role, keys }) =>
      (role === 'aspect' && !keys.includes('NEEDS') && !keys.includes('COUNT')) ||
      keys.includes('HOW') ||
      keys.includes('PROCESS'),
  );
  if (asksElse) return atoms;
  return [...atoms.filter(({ keys }) => !keys.includes('COUNT')), howMuch];
}

const howMuch: Atom = {
  word: '',
  place: -1,
  keys: ['PRICE'],
  loose: [],
  role: 'aspect',
  isSignal: false,
  isKnown: true,
};

/**
 * "Berapa pemegang saham" counts them, "masa berlaku berapa" asks a time; "KITAS berapa", "berapa harganya" and "how much for
 * the KITAS" ask the price.
 */
function countThings(atoms: readonly Atom[]): Atom[] {
  return atoms.flatMap((atom, at) => {
    if (atom.keys[0] !== 'QUANTITY') return [atom];
    const next = besides(atoms, at, 1);
    const beside = [besides(atoms, at, -1), next].filter((one) => one !== null);
    if (beside.some(isNumbered) || atoms.some(isSized)) return [];
    if (next?.role === 'matter' && !next.keys.some((key) => paying.has(key)))
      return [{ ...atom, keys: ['COUNT'] }];
    return beside.some(({ keys }) => keys.some((key) => times.has(key))) ? [] : [atom];
  });
}

/** The atom of the word right before or after another one. */
function besides(atoms: readonly Atom[], at: number, step: -1 | 1): Atom | null {
  const [atom, other] = [atoms[at], atoms[at + step]];
  return atom && other && other.place === atom.place + step ? other : null;
}

/** Papers that something is asked about are a thing like others. */
function asMatter(atom: Atom): Atom {
  const keys = ['c:document', ...atom.keys.filter((key) => key !== 'DOCUMENTS' && !aspects.has(key))];
  return { ...atom, keys, role: 'matter' };
}
