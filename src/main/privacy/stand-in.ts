import type { PersonalType, Span } from './personal.ts';

/** What a stand-in says about the value behind it. `text`: what looked like a stand-in before anything was hidden. */
type Hidden = PersonalType | 'text';

/** Words of the stand-ins, and what a model makes of them when it translates them. */
const labels: Readonly<Record<Hidden, readonly string[]>> = {
  name: ['NAME', 'NAMA', 'NOME'],
  email: ['EMAIL', 'E-MAIL'],
  phone: ['PHONE', 'TELEPON', 'TELEFONO'],
  passport: ['PASSPORT', 'PASPOR', 'PASSAPORTO'],
  nik: ['NIK'],
  npwp: ['NPWP'],
  tax_code: ['TAX_CODE', 'TAX CODE', 'TAX-CODE', 'TAXCODE', 'CODICE_FISCALE'],
  iban: ['IBAN'],
  card: ['CARD', 'KARTU', 'CARTA'],
  account: ['ACCOUNT', 'REKENING', 'CONTO'],
  document: ['DOCUMENT', 'DOKUMEN', 'DOCUMENTO'],
  birth_date: ['BIRTH_DATE', 'BIRTH DATE', 'BIRTH-DATE', 'BIRTHDATE'],
  plate: ['PLATE'],
  address: ['ADDRESS', 'ALAMAT', 'INDIRIZZO'],
  handle: ['HANDLE'],
  link: ['LINK'],
  text: ['TEXT', 'TEKS', 'TESTO'],
};

const hiddenOf: ReadonlyMap<string, Hidden> = new Map(
  Object.entries(labels).flatMap(([type, words]) =>
    words.map((word) => [word.toLowerCase(), type as Hidden] as const),
  ),
);

const words = [...hiddenOf.keys()].sort((left, right) => right.length - left.length).join('|');
const number = String.raw`(\d{1,6})([a-z]{0,6})`;
/**
 * In brackets of any kind, however it is spaced; escaped as Markdown wants it; bare with its underscore. What `standIn` writes begins and
 * ends with its own brackets, so nothing that stands beside one in a text can become a part of it.
 */
const forms = [
  String.raw`[[({<‹«]\s{0,2}(${words})\s{0,2}[_#:. -]?\s{0,2}${number}\s{0,2}[\])}>›»]`,
  String.raw`\\\[(${words})\\?_${number}\\\]`,
  String.raw`(${words})_${number}`,
];
const anyForm = new RegExp(forms.join('|'), 'gi');

export function standIn(type: Hidden, group: number, variant: number): string {
  return `[${labels[type][0]}_${group}${variant === 0 ? '' : variantName(variant)}]`;
}

/** 1 = "b", 25 = "z", 26 = "aa", and so on: no number of variants is too large for it. */
function variantName(variant: number): string {
  const letter = String.fromCharCode(97 + (variant % 26));
  return variant < 26 ? letter : variantName(Math.floor(variant / 26) - 1) + letter;
}

/** Everything in a text that could be read as a stand-in. */
export function likeStandIns(text: string): Span<'text'>[] {
  return [...text.matchAll(anyForm)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    type: 'text',
  }));
}

/** The text with what `valueOf` has for each stand-in, however it is written; what it does not know stays. */
export function withStandIns(text: string, valueOf: (exact: string) => string | undefined): string {
  return text.replaceAll(anyForm, (whole: string, ...groups: unknown[]) => {
    // Three groups for each form, of which one has matched.
    const at = [0, 3, 6].find((first) => typeof groups[first] === 'string') ?? 0;
    const [word, group, variant] = groups.slice(at, at + 3) as [string, string, string];
    const type = hiddenOf.get(word.toLowerCase()) ?? 'text';
    return valueOf(`[${labels[type][0]}_${Number(group)}${variant.toLowerCase()}]`) ?? whole;
  });
}
