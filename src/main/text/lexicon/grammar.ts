const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that turn what follows into its opposite. Folded, standard spelling, all three languages and those of Bali and Java. */
const negators = set(`
  tidak bukan belum tanpa jangan tiada kurang ndak nda ora mboten dereng nenten tusing durung
  non senza mai nessun nessuno nessuna niente nulla neanche nemmeno neppure manca
  not no never without none nobody nothing neither nor hardly cannot
`);

/** Words that begin a new thought: what was negated before them stays where it was. */
const turns = set(`
  tapi tetapi namun karena soalnya jadi kalau jika supaya biar terus sedangkan padahal
  ma pero perche quindi anzi invece siccome quando se
  but because so if though although when while since unless
`);

/** Of the turns, those that set what is told against something or give its reason; the others open plain questions as well. */
const contrasts = set(`
  tapi tetapi namun karena soalnya padahal sedangkan ma pero perche anzi invece siccome but because though although unless
`);

/** After these a negator was only the end of a question ("ada diskon gak kak"). */
const tags = set('ya sih kak kakak pak bu bapak ibu mas mbak bli mbok min bang om tante gan sis bro dong');

/** "not only", "tidak hanya", "non solo" deny nothing. */
const only = set('hanya cuma saja solo soltanto only just');

/** Who speaks, and what is theirs. */
const persons = set('saya aku kami kita mi io me mio mia miei mie ci noi nostro nostra i my we us our im');

/** What opens a factual question. */
const askers = set(`
  apakah berapa kapan dimana bagaimana gimana siapa mana
  quanto quanta quanti quante quale quali qual quando dove
  how what which when where who
`);

/** What anybody writes before and after what they have to say. */
const courtesies = set(`
  halo hai permisi selamat pagi siang sore malam min kak kakak pak bu bapak ibu mas mbak mau tanya nanya terima kasih makasih mohon
  ciao salve buongiorno buonasera buon buona pomeriggio giornata serata grazie mille cortesemente
  hi hello hey good morning there afternoon evening quick question thank thanks you please cheers
`);

export const isAsking = (word: string): boolean => askers.has(word);
export const isCourtesy = (word: string): boolean => courtesies.has(word);
export const isPerson = (word: string): boolean => persons.has(word);
const isNegator = (word: string): boolean => negators.has(word);
export const isTurn = (word: string): boolean => turns.has(word);
export const isContrast = (word: string): boolean => contrasts.has(word);

interface Spoken {
  readonly word: string;
  readonly startsClause: boolean;
}

/** Whether the word at a place denies what follows it; the end of a question and "not only" do not. */
export function deniesNext(words: readonly Spoken[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !isNegator(word.word) || !next) return false;
  return !next.startsClause && !tags.has(next.word) && !only.has(next.word);
}
