import type { Language } from '../shared/language.ts';

const words: ReadonlyArray<readonly [pattern: RegExp, italian: string, indonesian: string]> = [
  [/\bminimum capital\b/gi, 'capitale minimo', 'modal minimum'],
  [/\bpayment terms\b/gi, 'condizioni di pagamento', 'ketentuan pembayaran'],
  [/\b(?:ways to pay|payment)\b/gi, 'pagamento', 'pembayaran'],
  [/\boffice hours\b/gi, 'orari dell’ufficio', 'jam kantor'],
  [/\boffice address\b/gi, 'indirizzo dell’ufficio', 'alamat kantor'],
  [/\b(?:address|area)\b/gi, 'indirizzo', 'alamat'],
  [/\bvisa on arrival\b/gi, 'visto all’arrivo', 'visa on arrival'],
  [/\bdriving licen[cs]e\b/gi, 'patente', 'SIM'],
  [/\b(?:prices?|costs?|fees?)\b/gi, 'prezzo', 'harga'],
  [/\b(?:duration|processing time|how long)\b/gi, 'tempi', 'lama proses'],
  [/\bdocuments?\b/gi, 'documenti', 'dokumen'],
  [/\b(?:requirements?|conditions?)\b/gi, 'requisiti', 'syarat'],
  [/\bvalidity\b/gi, 'validità', 'masa berlaku'],
  [/\bextension\b/gi, 'proroga', 'perpanjangan'],
  [/\binvestor\b/gi, 'investitore', 'investor'],
  [/\bworking\b/gi, 'lavoro', 'kerja'],
  [/\bretirement\b/gi, 'pensione', 'pensiun'],
  [/\bfamily\b/gi, 'famiglia', 'keluarga'],
  [/\btranslations?\b/gi, 'traduzioni', 'terjemahan'],
  [/\bchecks?\b/gi, 'verifiche', 'pemeriksaan'],
  [/\benrol?lment\b/gi, 'iscrizione', 'pendaftaran'],
  [/\boffice\b/gi, 'ufficio', 'kantor'],
];

/** A topic as a heading in the reply's language: "KITAS investor: price" becomes "KITAS investitore, prezzo". */
export function labelFor(topic: string, language: Language): string {
  const heading = topic
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/\s*:\s*/g, ', ')
    .trim();
  if (language === 'en') return capitalise(heading);
  const translated = words.reduce(
    (text, [pattern, italian, indonesian]) =>
      text.replaceAll(pattern, language === 'it' ? italian : indonesian),
    heading,
  );
  return capitalise(translated);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
