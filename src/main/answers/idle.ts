import type { Atom } from './atoms.ts';
import { setOf } from './words/phrases.ts';
import { wholes } from './words/names.ts';

/** What a sentence as a whole asks, for judging its words. */
export interface Asked {
  readonly has: (key: string) => boolean;
  /** Something is counted. */
  readonly isCount: boolean;
  readonly isPrice: boolean;
  readonly isTime: boolean;
  /** It asks after a thing that is an amount (a fine, an income). */
  readonly isAmount: boolean;
  /** It asks an aspect. */
  readonly isAspect: boolean;
}

const concepts = (names: string): ReadonlySet<string> =>
  new Set([...setOf(names)].map((name) => `c:${name}`));

/** Things that are amounts: whoever asks after one asks how much it is. */
const amounts = concepts(
  'fine_penalty income salary minimum_wage deposit_money proof_of_funds bali_tourist_levy property_tax government_fee',
);
/** What has a number by itself: an age, a telephone. */
const numbered = concepts('age_years_old phone_number size_area deadline_date');
export const paying = concepts('action_pay money total_amount currency rupiah');
const timeUnits = concepts('second_time_unit minute hour day working_day week month year time_unit');
const bounds = concepts('quality_minimum quality_maximum');
const submitting = concepts('action_bring action_prepare action_attach action_fill_in action_send');
/** Verbs that an aspect is asked with: "when does it arrive", "what does it cost to use". */
const passing = concepts(
  'action_finish action_arrive action_use action_continue action_prepare action_receive application_approved',
);
const arriving = concepts('airport action_arrive tourist_person action_travel');
const leaving = concepts('leaving_the_country action_depart quality_permanent action_come_back');
const driving = concepts('motorbike car vehicle action_drive');
const partsOfDay = concepts('morning evening_night');
const buying = concepts('action_buy');

const every = setOf('ogni every each setiap tiap');
const between = setOf('between antara tra fra other altro altra lain');
const remaining = setOf(
  'sisa left remaining residua residuo residui rimanente rimanenti mancare mancano restare',
);
/** What an amount is reckoned by. */
const rates = setOf(`
  harian giornaliera giornaliero giornalieri daily mensile mensili monthly bulanan annuale annuo annua annual yearly tahunan
  hari bulan tahun giorno mese anno day month year
`);
/** What a code of a visa is called besides. */
const described = setOf('kunjungan visit visita visitor turis turistico tourist wisata');

const isOneOf = ({ role, keys }: Atom, what: ReadonlySet<string>): boolean =>
  role === 'matter' && keys.some((key) => what.has(key));

const sizes = concepts('size_area phone_number');
export const isSized = (atom: Atom): boolean => isOneOf(atom, sizes);

export const isNumbered = (atom: Atom): boolean => isOneOf(atom, numbered);

/** "Certificato penale" is no fine. */
export const isAmount = (atom: Atom): boolean =>
  isOneOf(atom, amounts) && !atom.keys.includes('c:criminal_record_certificate');

const isCoded = ({ keys: [key = ''] }: Atom) => key.startsWith('code:');

/** Where words add nothing to what is asked, and which: "how much must I pay", "the VOA at the airport". */
const idle: readonly ((atom: Atom, asked: Asked, atoms: readonly Atom[]) => boolean)[] = [
  // "What are the capital requirements?" asks the capital.
  ({ keys }, { has, isCount }) =>
    keys.includes('REQUIREMENTS') && (isCount || has('VALIDITY') || has('c:age_years_old')),
  ({ keys }, { has }) => keys.includes('DURATION') && !keys.includes('VALIDITY') && has('VALIDITY'),
  ({ keys }, asked) => keys[0] === 'MEANING' && asked.has('HOW'),
  (atom, { isAmount: isAsked }) =>
    isAsked && (atom.keys.includes('NEEDS') || rates.has(atom.word) || every.has(atom.word)),
  (atom, { isTime, isAmount: isAsked }) => (isTime || isAsked) && isOneOf(atom, timeUnits),
  (atom, { isPrice }) => isPrice && isOneOf(atom, paying),
  (atom, { isPrice }, atoms) => isPrice && isOneOf(atom, buying) && atoms.some(({ role }) => role === 'type'),
  (atom, { isAspect }, atoms) =>
    (atom.keys.includes('LIMIT') || isOneOf(atom, bounds)) && (isAspect || atoms.some(isNumbered)),
  (atom, { has }) => has('VALIDITY') && atom.role !== 'aspect' && remaining.has(atom.word),
  (atom, { has }) => has('DIFFERENCE') && between.has(atom.word),
  (atom, { has }) => has('NEEDS') && isOneOf(atom, submitting),
  (atom, { isAspect }) => isAspect && isOneOf(atom, passing),
  ({ role }, { has, isAspect }) => role === 'modal' && (isAspect || has('HOW')),
  (atom, { has }) => (has('VOA') || has('c:bali_tourist_levy')) && isOneOf(atom, arriving),
  ({ keys }, { has }) => keys[0] === 'COMPANY' && has('c:virtual_office'),
  (atom, { has }) => has('c:opening_hours') && isOneOf(atom, partsOfDay),
  (atom, { has }) => has('c:exit_permit') && isOneOf(atom, leaving),
  // "How much money as capital"
  ({ word }, { has }) => word === 'PRICE' && has('CAPITAL'),
  (atom, { has }) => has('SIM') && isOneOf(atom, driving),
  ({ word, keys }, _, atoms) =>
    (keys.includes('VISA') || keys[0] === 'TOURIST' || described.has(word)) && atoms.some(isCoded),
  ({ keys: [key = ''] }, { has }) => wholes.get(key)?.some(has) ?? false,
];

/** Whether a word adds nothing to what its sentence asks. */
export const isIdle = (atom: Atom, asked: Asked, atoms: readonly Atom[]): boolean =>
  idle.some((addsNothing) => addsNothing(atom, asked, atoms));
