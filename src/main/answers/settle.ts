import type { Atom } from './atoms.ts';
import { aspects } from './words/asking.ts';
import { setOf } from './words/phrases.ts';
import { wholes } from './words/names.ts';

const concepts = (names: string) => new Set([...setOf(names)].map((name) => `c:${name}`));

/** What adds nothing once a price, a time or papers are asked for. */
const paying = concepts('action_pay money total_amount currency rupiah');
const timeUnits = concepts('second_time_unit minute hour day working_day week month year time_unit');
const times = setOf('DURATION VALIDITY HOURS');
/** Things that are amounts: whoever asks after one asks how much it is. */
const amounts = concepts(
  'fine_penalty income salary minimum_wage deposit_money proof_of_funds bali_tourist_levy property_tax government_fee',
);
/** What is one already, whatever number it has. */
const counted = concepts('age_years_old phone_number size_area deadline_date');
const bounds = concepts('quality_minimum quality_maximum');
/** What a price or an amount is reckoned by. */
const rates = setOf(
  `harian giornaliera giornaliero giornalieri daily mensile mensili monthly bulanan annuale annuo annua annual yearly tahunan
  hari bulan tahun giorno mese anno day month year`,
);
const remaining = setOf(
  'sisa left remaining residua residuo residui rimanente rimanenti mancare mancano restare',
);
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
  const atoms = withAmounts(countThings(read));
  const has = (key: string) => atoms.some(({ keys }) => keys.includes(key));
  const hasOne = (keys: readonly string[]) => keys.some(has);
  const isAmount = hasOne(['CAPITAL', 'COUNT']);
  const isPrice = has('PRICE') || (has('QUANTITY') && !isAmount);
  const isAmountOf = atoms.some((atom) => isOneOf(atom, amounts));
  const hasCounted = atoms.some((atom) => isOneOf(atom, counted));
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
    if (hasOne(['CAPITAL', 'COUNT', 'VALIDITY', 'c:age_years_old']) && keys.includes('REQUIREMENTS'))
      return [];
    if (isAmountOf && keys.includes('NEEDS')) return [];
    if (keys.includes('LIMIT') || isOneOf(atom, bounds)) return isAspect || hasCounted ? [] : [atom];
    if (isAmountOf && rates.has(atom.word)) return [];
    if (has('VALIDITY') && role !== 'aspect' && remaining.has(atom.word)) return [];
    if (has('DIFFERENCE') && between.has(atom.word)) return [];
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

const between = setOf('between antara tra fra other altro altra lain');

/** "The fine for overstaying", "what income do I need": how much it is, unless something else is asked about it. */
function withAmounts(atoms: readonly Atom[]): readonly Atom[] {
  if (!atoms.some((atom) => isOneOf(atom, amounts))) return atoms;
  const asksElse = atoms.some(
    ({ role, keys }) =>
      (role === 'aspect' && !keys.includes('NEEDS') && !keys.includes('COUNT')) ||
      keys.includes('HOW') ||
      keys.includes('PROCESS'),
  );
  if (asksElse) return atoms;
  const others = atoms.filter(({ keys }) => !keys.includes('COUNT'));
  const price: Atom = {
    word: '',
    place: -1,
    keys: ['PRICE'],
    loose: [],
    role: 'aspect',
    isSignal: false,
    isKnown: true,
  };
  return [...others, price];
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
    if (next && next.place === atom.place + 1 && isOneOf(next, counted)) return [];
    const before = atoms[at - 1];
    if (before && before.place === atom.place - 1 && isOneOf(before, counted)) return [];
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
