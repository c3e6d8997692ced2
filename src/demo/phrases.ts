import type { Language } from '../shared/language.ts';

/** The fixed sentences of a reply. `{…}` are filled in; each pair is informal, formal. */
interface Phrases {
  readonly hello: readonly [string, string];
  readonly hours: readonly [morning: string, day: string, afternoon: string, evening: string];
  readonly again: readonly [string, string];
  readonly grave: readonly [string, string];
  readonly points: readonly [string, string];
  readonly keepsInMind: readonly [string, string];
  readonly knownExpiry: readonly [string, string];
  readonly noted: readonly [string, string];
  readonly recalled: readonly [string, string];
  readonly notRecalled: readonly [string, string];
  readonly thanks: readonly [string, string];
  readonly nextAfterFacts: readonly [string, string];
  readonly nextAfterRecall: readonly [string, string];
  readonly nextAfterNote: readonly [string, string];
  readonly nextWayOut: readonly [string, string];
  readonly nextByDate: readonly [string, string];
  readonly nextSoon: readonly [string, string];
  readonly nextCheck: readonly [string, string];
  readonly nextListen: readonly [string, string];
  readonly nextGreeting: readonly [string, string];
  readonly documents: Readonly<Record<string, string>>;
}

const italian: Phrases = {
  hello: ['Ciao', '{hour}'],
  hours: ['Buongiorno', 'Buongiorno', 'Buon pomeriggio', 'Buonasera'],
  again: ['Volentieri, {name}.', 'Volentieri, {name}.'],
  grave: ['{name}, ti ascolto.', '{name}, La ascolto.'],
  points: ['Ecco i punti utili:', 'Ecco i punti utili:'],
  keepsInMind: [
    'Tengo presente anche quello che so già: {value}.',
    'Tengo presente anche quanto già annotato: {value}.',
  ],
  knownExpiry: [
    'Tengo presente la scadenza del {document}: {value}.',
    'Tengo presente la scadenza del {document}: {value}.',
  ],
  noted: [
    'Ho preso nota della scadenza del {document}: {value}.',
    'Ho preso nota della scadenza del {document}: {value}.',
  ],
  recalled: ['Sì, mi avevi scritto: «{quote}»', 'Sì, ci aveva scritto: «{quote}»'],
  notRecalled: [
    'Ho riguardato i messaggi ma non lo trovo: mi ridici in due parole di che cosa si trattava?',
    'Ho riguardato i messaggi ma non lo trovo: può ripetermi in due parole di che cosa si trattava?',
  ],
  thanks: [
    'Figurati, è un piacere. Se ti serve altro, scrivimi pure.',
    'È un piacere. Per qualsiasi cosa, mi scriva pure.',
  ],
  nextAfterFacts: [
    'Vuoi che ti prepari i prossimi passi per il tuo caso?',
    'Desidera che Le prepari i prossimi passi per il Suo caso?',
  ],
  nextAfterRecall: ['Vuoi che ripartiamo da lì?', 'Desidera che ripartiamo da lì?'],
  nextAfterNote: [
    'Vuoi che vediamo insieme che cosa preparare prima di quella data?',
    'Desidera che vediamo insieme che cosa preparare prima di quella data?',
  ],
  nextWayOut: ['Quando vuoi, scrivimi: riprendiamo da qui.', 'Quando vorrà, mi scriva: riprendiamo da qui.'],
  nextByDate: [
    'Controllo a che punto siamo e ti riscrivo entro {date}.',
    'Verifico a che punto siamo e Le riscrivo entro {date}.',
  ],
  nextSoon: [
    'Controllo a che punto siamo e ti riscrivo appena lo so.',
    'Verifico a che punto siamo e Le riscrivo appena possibile.',
  ],
  nextCheck: [
    'Preferisco verificare, piuttosto che darti un’informazione imprecisa: controllo e ti confermo.',
    'Preferisco verificare, piuttosto che darLe un’informazione imprecisa: controllo e Le confermo.',
  ],
  nextListen: [
    'Qual è la cosa che ti sta più a cuore? Partiamo da lì.',
    'Qual è l’aspetto che Le sta più a cuore? Partiamo da lì.',
  ],
  nextGreeting: ['Come posso aiutarti?', 'Come posso aiutarLa?'],
  documents: { passport_expiry: 'passaporto', kitas_expiry: 'KITAS', visa_expiry: 'visto' },
};

const indonesian: Phrases = {
  hello: ['Halo', '{hour}'],
  hours: ['Selamat pagi', 'Selamat siang', 'Selamat sore', 'Selamat malam'],
  again: ['Siap, {name}.', 'Baik, {name}.'],
  grave: ['{name}, saya mengerti.', '{name}, saya memahami.'],
  points: ['Ini yang perlu diketahui:', 'Berikut informasinya:'],
  keepsInMind: ['Saya juga ingat catatan ini: {value}.', 'Saya juga memperhatikan catatan kami: {value}.'],
  knownExpiry: [
    'Saya ingat masa berlaku {document}: {value}.',
    'Saya juga memperhatikan masa berlaku {document}: {value}.',
  ],
  noted: [
    'Sudah saya catat ya, masa berlaku {document}: {value}.',
    'Sudah kami catat, masa berlaku {document}: {value}.',
  ],
  recalled: [
    'Masih ingat kok, waktu itu pesannya: “{quote}”',
    'Ya, dalam pesan sebelumnya tertulis: “{quote}”',
  ],
  notRecalled: [
    'Sudah saya cari di pesan-pesan sebelumnya tapi belum ketemu; boleh diceritakan lagi sedikit?',
    'Sudah saya cari di pesan-pesan sebelumnya, namun belum saya temukan. Mohon berkenan menceritakannya kembali secara singkat.',
  ],
  thanks: [
    'Sama-sama {you}, senang bisa bantu. Kalau ada apa-apa, kabari saja ya.',
    'Sama-sama, {you}. Bila ada yang lain, silakan hubungi kami.',
  ],
  nextAfterFacts: [
    'Mau saya siapkan langkah-langkah berikutnya, {you}?',
    'Apakah berkenan saya siapkan langkah-langkah berikutnya, {you}?',
  ],
  nextAfterRecall: [
    'Mau kita lanjutkan dari situ, {you}?',
    'Apakah berkenan kita lanjutkan dari situ, {you}?',
  ],
  nextAfterNote: [
    'Mau kita lihat bareng apa yang perlu disiapkan sebelum tanggal itu, {you}?',
    'Apakah berkenan kita lihat bersama apa yang perlu disiapkan sebelum tanggal tersebut, {you}?',
  ],
  nextWayOut: [
    'Kalau nanti sudah siap, kabari saja ya, kita lanjut dari sini.',
    'Bila nanti sudah siap, silakan kabari kami; kita lanjutkan dari sini.',
  ],
  nextByDate: [
    'Saya cek dulu sampai mana prosesnya, dan saya kabari paling lambat {date}.',
    'Saya periksa dahulu sampai di mana prosesnya, dan saya kabari paling lambat {date}.',
  ],
  nextSoon: [
    'Saya cek dulu sampai mana prosesnya, lalu langsung saya kabari.',
    'Saya periksa dahulu sampai di mana prosesnya, lalu segera saya kabari.',
  ],
  nextCheck: [
    'Supaya tidak salah info, saya pastikan dulu ya {you}, nanti saya kabari.',
    'Agar informasinya tepat, izinkan saya memastikannya terlebih dahulu, {you}, lalu saya kabari.',
  ],
  nextListen: [
    'Boleh cerita sedikit, apa yang paling penting buat {you}? Kita mulai dari situ.',
    'Boleh tahu apa yang paling penting bagi {you}? Kita mulai dari situ.',
  ],
  nextGreeting: ['Ada yang bisa saya bantu?', 'Ada yang dapat kami bantu?'],
  documents: { passport_expiry: 'paspor', kitas_expiry: 'KITAS', visa_expiry: 'visa' },
};

const english: Phrases = {
  hello: ['Hi', '{hour}'],
  hours: ['Good morning', 'Good afternoon', 'Good afternoon', 'Good evening'],
  again: ['Sure, {name}.', 'Certainly, {name}.'],
  grave: ['{name}, I hear you.', '{name}, I understand.'],
  points: ['Here is what you need to know:', 'Here are the details:'],
  keepsInMind: [
    'I’m also keeping in mind what I have noted: {value}.',
    'I am also keeping in mind what we have noted: {value}.',
  ],
  knownExpiry: [
    'I’m keeping your {document} expiry date in mind: {value}.',
    'I am keeping your {document} expiry date in mind: {value}.',
  ],
  noted: [
    'I’ve noted your {document} expiry date: {value}.',
    'I have noted your {document} expiry date: {value}.',
  ],
  recalled: ['Yes, you wrote to me: “{quote}”', 'Yes, you wrote to us: “{quote}”'],
  notRecalled: [
    'I’ve looked through our messages and can’t find it; could you tell me again in a few words?',
    'I have looked through our messages and could not find it; could you tell me again in a few words?',
  ],
  thanks: [
    'You’re very welcome. If anything else comes up, just write to me.',
    'You are very welcome. Please write to us whenever you need to.',
  ],
  nextAfterFacts: [
    'Shall I prepare the next steps for your case?',
    'Would you like me to prepare the next steps for your case?',
  ],
  nextAfterRecall: ['Shall we pick it up from there?', 'Would you like to continue from there?'],
  nextAfterNote: [
    'Shall we look together at what to prepare before that date?',
    'Would you like to look together at what to prepare before that date?',
  ],
  nextWayOut: [
    'Whenever you like, write to me and we’ll pick it up from here.',
    'Whenever you wish, write to us and we will continue from here.',
  ],
  nextByDate: [
    'I’ll check where things stand and write to you again by {date}.',
    'I will check where things stand and write to you again by {date}.',
  ],
  nextSoon: [
    'I’ll check where things stand and write to you as soon as I know.',
    'I will check where things stand and write to you as soon as I know.',
  ],
  nextCheck: [
    'I’d rather check than guess: let me confirm it and come back to you.',
    'I would rather check than guess: let me confirm it and come back to you.',
  ],
  nextListen: [
    'What matters most to you here? We can start from that.',
    'What matters most to you here? We can begin with that.',
  ],
  nextGreeting: ['How can I help you?', 'How may I help you?'],
  documents: { passport_expiry: 'passport', kitas_expiry: 'KITAS', visa_expiry: 'visa' },
};

const phrases: Readonly<Record<Language, Phrases>> = { id: indonesian, it: italian, en: english };

/** The phrases of one language and register, their gaps still open. */
export function phrasesFor(language: Language): Phrases {
  return phrases[language];
}
