/** What a number is, by the word that stands before it. */
export type NumberCue =
  | 'account'
  | 'birth_date'
  | 'card'
  | 'document'
  | 'iban'
  | 'money'
  | 'nik'
  | 'npwp'
  | 'passport'
  | 'phone'
  | 'plate'
  | 'tax_code'
  | 'public';

/** Words in the three languages; whole words, folded case. `public`: laws, forms and codes, which lead to nobody. */
const cues: Readonly<Record<NumberCue, string>> = {
  account: String.raw`rek(?:ening)?|norek|bca|mandiri|bni|bri|btn|bsi|cimb|niaga|permata|danamon|ocbc|maybank|jago|jenius|seabank|gopay|ovo|dana|acc(?:oun)?t|a\/c|bsb|sort code|conto|c\/c|iban|bonifico|intesa|unicredit|fineco|westpac|anz|nab|commbank|revolut|wise|swift`,
  birth_date: String.raw`nat[oa](?: il| a)?|nascita|born|birth(?:day|date)?|d\.?o\.?b|lahir|ttl|ultah|compleanno|compio gli anni`,
  card: String.raw`kartu(?: kredit| debit)?|credit card|debit card|visa card|mastercard|carta(?: di credito| di debito)?|amex`,
  document: String.raw`kitas|itas|kitap|itap|e-?visa(?: number| no\.?| numero)?|visa (?:number|no\.?|application|app)|permohonan|pendaftaran|registrasi|register|niora|bpjs|jkn|ktp-?el|sim (?:a|b|c)|driving licen[cs]e|patente|carta d['’]identit[aà]|id card|application(?: id| number| no\.?)?|numero (?:di )?pratica|pratica|tracking|resi|domanda|billing|kode billing|nopen|kk|kartu keluarga|polizza|polis|policy|moa|merp|stnk|bpkb`,
  iban: 'iban',
  money: String.raw`rp|idr|usd|aud|eur|euro|sgd|gbp|harga|biaya|total(?:nya|e)?|price|cost[ai]?|prezzo|bayar|sebesar|senilai|modal|capital[e]?|omzet|gaji|deposit[o]?|saldo`,
  nik: 'nik|ktp|e-ktp|nomor induk',
  npwp: 'npwp|nitku|nomor pokok',
  passport: String.raw`pass?p?ort[oi]?|paspor|passaport[oi]|passport[s]?|pasport|passeport|pspr`,
  phone: String.raw`tel[ep]?p?|telefon[oi]?|telpon|telepon|phone|hp|handphone|no hp|nohp|wa|w\/a|whats?app?|wapp|cell?(?:ulare)?|mobile|call|ring|chiam\w+|hubungi|kontak|contact|no\.? ?wa|sms|text`,
  plate: 'plat|nopol|plate|targa|license plate|motor|mobil|scooter|motorino',
  public: String.raw`kbli|uu|pp|pmk|perpres|permen\w*|pasal|peraturan|nib|form|formulir|modulo|model[lo]+|article|art|legge|ayat|invoice|kode pos|postal code|zip|cap`,
  tax_code: String.raw`codice fiscale|cod\.? ?fisc?\.?|c\.?f\.?|tax code|fiscal code|cf`,
};

/** A number of whatever the words beside it name; of a telephone where none does. */
const justNumber = /(?<![\p{L}\d])(?:numbers?|numero|num|nr|nomor(?:ku|nya)?|nomer)(?![\p{L}\d])/iu;

/** So far before a number its word may stand. */
const REACH = 34;

const patterns = Object.entries(cues).map(
  ([cue, words]) =>
    [cue as NumberCue, new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, 'giu')] as const,
);

/** The words that stand shortly before a place in the text, the nearest one first; a line may end between, as on a form. */
export function cuesBefore(text: string, at: number): NumberCue[] {
  const near = text.slice(Math.max(0, at - REACH), at);
  const found: [NumberCue, number][] = [];
  for (const [cue, pattern] of patterns) {
    const last = [...near.matchAll(pattern)].at(-1);
    if (last) found.push([cue, last.index + last[0].length]);
  }
  if (found.length === 0 && justNumber.test(near)) return ['phone'];
  return found.sort((left, right) => right[1] - left[1]).map(([cue]) => cue);
}
