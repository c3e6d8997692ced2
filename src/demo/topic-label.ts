import type { Language } from '../shared/language.ts';

type Translation = readonly [english: string, italian: string, indonesian: string];

/** What a fact is about: the part of its topic before the colon. Longer ones first. */
const subjects: readonly Translation[] = [
  ['visa on arrival extension', 'proroga del visto all’arrivo', 'perpanjangan visa on arrival'],
  ['visa on arrival', 'visto all’arrivo', 'visa on arrival'],
  ['second home visa', 'visto second home', 'visa second home'],
  ['driving licence (SIM)', 'patente (SIM)', 'SIM'],
  ['sworn translation', 'traduzione giurata', 'penerjemahan tersumpah'],
  ['investor', 'investitore', 'investor'],
  ['working', 'di lavoro', 'kerja'],
  ['retirement', 'pensionati', 'pensiun'],
  ['family', 'familiare', 'keluarga'],
  ['(personal)', '(personale)', '(pribadi)'],
  ['payment', 'pagamento', 'pembayaran'],
  ['office', 'ufficio', 'kantor'],
];

/** Which side of it: the part after the colon, translated as a whole or not at all. */
const aspects: readonly Translation[] = [
  ['price', 'prezzo', 'harga'],
  ['official price', 'tariffa ufficiale', 'tarif resmi'],
  ['price of setting up', 'costo di apertura', 'biaya pendirian'],
  ['price of our help', 'costo della nostra assistenza', 'biaya pendampingan'],
  ['price of the check', 'costo delle verifiche', 'biaya pemeriksaan'],
  ['processing time', 'tempi', 'lama proses'],
  ['time', 'tempi', 'lama pengerjaan'],
  ['time to set up', 'tempi di apertura', 'lama pendirian'],
  ['time for the check', 'tempi delle verifiche', 'lama pemeriksaan'],
  ['how long and how often', 'durata e rinnovi', 'masa berlaku dan frekuensi'],
  ['when to start', 'quando iniziare', 'kapan mulai diurus'],
  ['documents', 'documenti', 'dokumen'],
  ['proof of funds', 'prova dei fondi', 'bukti dana'],
  ['minimum capital', 'capitale minimo', 'modal minimum'],
  ['monthly premium', 'quota mensile', 'iuran bulanan'],
  ['what we check', 'che cosa verifichiamo', 'yang kami periksa'],
  ['terms', 'condizioni', 'ketentuan'],
  ['methods', 'modalità', 'cara'],
  ['opening hours', 'orari di apertura', 'jam buka'],
  ['address', 'indirizzo', 'alamat'],
];

/**
 * A topic as a heading in the reply's language: "KITAS investor: price" becomes "KITAS investitore, prezzo". A topic
 * whose aspect is not known stays as it is: half a translation reads worse than none.
 */
export function labelFor(topic: string, language: Language): string {
  const [subject = '', ...rest] = topic.replaceAll(/[_-]/g, ' ').split(/\s*:\s*/);
  const aspect = rest.join(', ');
  const known = aspects.find(([english]) => english === aspect.toLowerCase());
  if (language === 'en' || known === undefined)
    return capitalise([subject, aspect].filter(Boolean).join(', '));
  return capitalise(`${translateSubject(subject, language)}, ${pick(known, language)}`);
}

function translateSubject(subject: string, language: 'it' | 'id'): string {
  return subjects.reduce((text, entry) => {
    const at = text.toLowerCase().indexOf(entry[0].toLowerCase());
    if (at < 0) return text;
    return text.slice(0, at) + pick(entry, language) + text.slice(at + entry[0].length);
  }, subject);
}

function pick([, italian, indonesian]: Translation, language: 'it' | 'id'): string {
  return language === 'it' ? italian : indonesian;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
