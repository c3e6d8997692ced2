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

/** After these a negator was only the end of a question ("ada diskon gak kak"). */
const tags = set('ya sih kak kakak pak bu bapak ibu mas mbak bli mbok min bang om tante gan sis bro dong');

/** "not only", "tidak hanya", "non solo" deny nothing. */
const only = set('hanya cuma saja solo soltanto only just');

/** Who speaks, and what is theirs. */
const persons = set('saya aku kami kita mi io me mio mia miei mie ci noi nostro nostra i my we us our im');

export const isPerson = (word: string): boolean => persons.has(word);
export const isNegator = (word: string): boolean => negators.has(word);
export const isTurn = (word: string): boolean => turns.has(word);
export const isTag = (word: string): boolean => tags.has(word);
export const isOnly = (word: string): boolean => only.has(word);
