import type { Language } from '../shared/language.ts';

type Translation = readonly [english: string, italian: string, indonesian: string];

/** What a fact is about: the part of its topic before the colon. Longer ones first. */
const subjects: readonly Translation[] = [
  ['visa on arrival extension', 'proroga del visto all’arrivo', 'perpanjangan visa on arrival'],
  ['visa on arrival', 'visto all’arrivo', 'visa on arrival'],
  ['visit visa (C1) extension', 'proroga del visto di visita (C1)', 'perpanjangan visa kunjungan (C1)'],
  ['visit visa', 'visto di visita', 'visa kunjungan'],
  ['second home visa', 'visto second home', 'visa second home'],
  ['KITAS extension', 'rinnovo del KITAS', 'perpanjangan KITAS'],
  ['PT PMA closing', 'chiusura della PT PMA', 'penutupan PT PMA'],
  ['exit permit', 'permesso d’uscita', 'izin keluar'],
  ['passport photo', 'fototessera', 'pas foto'],
  ['passport', 'passaporto', 'paspor'],
  ['(business number)', '(numero d’impresa)', '(nomor induk berusaha)'],
  ['virtual office', 'ufficio virtuale', 'kantor virtual'],
  ['work permit for an employee', 'permesso di lavoro per un dipendente', 'izin kerja karyawan'],
  ['yearly tax report', 'dichiarazione annuale dei redditi', 'laporan pajak tahunan'],
  ['monthly bookkeeping', 'contabilità mensile', 'pembukuan bulanan'],
  ['health insurance', 'assicurazione sanitaria', 'asuransi kesehatan'],
  ['local bank account', 'conto bancario locale', 'rekening bank lokal'],
  ['villa rental licence', 'licenza d’affitto della villa', 'izin sewa vila'],
  ['notary', 'notaio', 'notaris'],
  ['address registration', 'registrazione dell’indirizzo', 'pelaporan alamat'],
  ['marriage registration', 'registrazione del matrimonio', 'pencatatan pernikahan'],
  ['birth certificate', 'certificato di nascita', 'akta kelahiran'],
  ['school enrolment', 'iscrizione a scuola', 'pendaftaran sekolah'],
  ['pet import', 'arrivo di animali domestici', 'membawa hewan peliharaan'],
  ['container shipping', 'spedizione di un container', 'pengiriman kontainer'],
  ['mobile SIM card', 'SIM per il telefono', 'kartu SIM ponsel'],
  ['police record', 'certificato penale', 'catatan kepolisian'],
  ['first consultation', 'prima consulenza', 'konsultasi pertama'],
  ['document pickup and courier', 'ritiro e consegna dei documenti', 'antar jemput dokumen'],
  ['sending documents', 'invio dei documenti', 'pengiriman dokumen'],
  ['applying from abroad', 'domanda dall’estero', 'pengajuan dari luar negeri'],
  ['refunds', 'rimborsi', 'pengembalian dana'],
  ['digital nomad', 'nomadi digitali', 'digital nomad'],
  ['student', 'studenti', 'pelajar'],
  ['team', 'team', 'tim'],
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
  ['phone and whatsapp', 'telefono e WhatsApp', 'telepon dan WhatsApp'],
  ['email address', 'indirizzo e-mail', 'alamat email'],
  ['minimum age', 'età minima', 'usia minimal'],
  ['required income', 'reddito richiesto', 'syarat penghasilan'],
  ['who may apply', 'chi può richiederlo', 'siapa yang dapat mengajukan'],
  ['length of stay', 'durata del soggiorno', 'masa tinggal'],
  ['when to leave', 'quando partire', 'batas keberangkatan'],
  ['official fine', 'sanzione ufficiale', 'denda resmi'],
  ['settled by a fine up to', 'sanabile con una multa fino a', 'diselesaikan dengan denda sampai'],
  ['validity needed', 'validità richiesta', 'masa berlaku yang disyaratkan'],
  ['rules', 'regole', 'ketentuan'],
  ['shareholders and board', 'soci e organi', 'pemegang saham dan pengurus'],
  ['what is included', 'che cosa comprende', 'yang termasuk'],
  ['what is covered', 'che cosa copre', 'yang ditanggung'],
  ['what the company needs', 'che cosa deve avere l’azienda', 'yang diperlukan perusahaan'],
  ['what to bring', 'che cosa portare', 'yang perlu dibawa'],
  ['deadline', 'scadenza', 'batas waktu'],
  ['fee', 'costo', 'biaya'],
  ['fee for a lease deed', 'costo per un atto d’affitto', 'biaya akta sewa'],
  ['documents for a lease deed', 'documenti per un atto d’affitto', 'dokumen akta sewa'],
  ['our rule', 'la nostra regola', 'aturan kami'],
  ['legal ways instead', 'le vie legali', 'jalan yang resmi'],
  ['requirements', 'requisiti', 'persyaratan'],
  ['how to book', 'come prenotare', 'cara membuat janji'],
  ['area', 'zona', 'wilayah'],
  ['languages spoken', 'lingue parlate', 'bahasa yang digunakan'],
  ['how', 'come', 'cara'],
  ['what can be started', 'che cosa si può avviare', 'yang dapat dimulai'],
  ['what needs presence in bali', 'che cosa richiede la presenza a Bali', 'yang perlu hadir di Bali'],
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

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
