import type { Language } from '../shared/language.ts';
import type { PromptInsight } from './prompt.ts';

/** How the first sentence of a reply sounds. */
export type Tone =
  | 'condolence'
  | 'apology'
  | 'way_out'
  | 'reassurance'
  | 'haste'
  | 'trust'
  | 'ceremony'
  | 'money'
  | 'family'
  | 'care'
  | 'welcome';

const signs: ReadonlyArray<readonly [Tone, RegExp]> = [
  [
    'condolence',
    /\b(berduka|meninggal|bereave\w*|mourning|funeral|lutto|condolence\w*|ngaben|passed away)\b/,
  ],
  [
    'apology',
    /\b(complain\w*|reclamo|keluhan|komplain|kecewa|angry|anger|disappoint\w*|arrabbiat\w*|delus\w+|fed up)\b/,
  ],
  [
    'way_out',
    /\b(indirect\w*|refus\w*|way out|polite no|soft no|nanti|pikir|vediamo|belum tentu|let you know)\b/,
  ],
  [
    'trust',
    /\b(trust\w*|distrust|scam\w*|legit|cheat\w*|tipu|ditipu|truff\w*|fregat\w*|burned|guarantee\w*|suspicio\w*|fidar\w*)\b/,
  ],
  [
    'reassurance',
    /\b(malu|sham\w*|embarrass\w*|exposed|takut|afraid|anxi\w*|worr\w+|fear\w*|scared|paura|ansia|sungkan|isin|lek|overwhelm\w*|too much arrived|losing sleep|stress\w*|panik|khawatir|agitat\w*)\b/,
  ],
  ['haste', /\b(urgen\w*|hurry|rush\w*|asap|fretta|buru|deadline|impatien\w*)\b/],
  [
    'ceremony',
    /\b(ceremon\w*|upacara|odalan|galungan|kuningan|nyepi|ramadan|lebaran|idul|natale|ferragosto|holy|holiday\w*|religio\w*|pray\w*)\b/,
  ],
  [
    'money',
    /\b(money|price\w*|cost\w*|budget|expensive|mahal|murah|sconto|discount\w*|bargain\w*|nego\w*|caro)\b/,
  ],
  ['family', /\b(famil\w*|keluarga|famigli\w*|suami|istri|spouse|husband|wife|parents?|children)\b/],
  ['care', /\b(sakit|not well|unwell|sick|malat\w*)\b/],
];

/** Signals of the starter pack whose words mislead the signs above. */
const knownTones: ReadonlyArray<readonly [Tone, RegExp]> = [
  ['money', /bisa kurang|larang men/],
  [
    'welcome',
    /from the banjar|nderek mawon|ngiring manten|gak sibuk|cuma disuruh nanya|no worries if not|asking for a bit extra/,
  ],
  ['trust', /pinjam nama|proprietario è sparito|la mia liquidazione/],
  [
    'reassurance',
    /non ci capisco più niente|galau|deg-degan|“minder”|lagi down|pekewuh|ho il magone|cadono le braccia|non sto bene di testa|feel so stupid|wits' end|gets lonely/,
  ],
  ['apology', /tersinggung|follow up|con tutto il rispetto|col titolare|my last message/],
  [
    'way_out',
    /rezeki|sikon|diusahakan|waktunya kurang pas|magari più avanti|park it|nah, mani|nggih, mangke/,
  ],
  ['ceremony', /hari baik|istikharah|ngayah|puasa/],
  ['haste', /dadakan|già preso il volo/],
  ['family', /mia moglie non è convinta|genitori anziani|sono anziani/],
];

/**
 * The tone an insight asks for. Its signal is looked at before its guidance, which often names other feelings in passing
 * ("do not rush").
 */
export function chooseTone({ signal, guidance }: Pick<PromptInsight, 'signal' | 'guidance'>): Tone {
  const known = knownTones.find(([, pattern]) => pattern.test(signal.toLowerCase()));
  return known?.[0] ?? findTone(signal) ?? findTone(guidance) ?? 'welcome';
}

/** The tone of a text by its words alone; undefined when none of them says one. */
export function findTone(text: string): Tone | undefined {
  return signs.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0];
}

/** The first sentence for a tone. In Indonesian `{you}` stands for the form of address. */
export function openingFor(tone: Tone, language: Language, formality: 'formal' | 'informal'): string {
  return openings[language][tone][formality];
}

type Openings = Readonly<Record<Tone, Readonly<Record<'informal' | 'formal', string>>>>;

const italian: Openings = {
  condolence: {
    informal: 'Mi dispiace tanto per quello che state vivendo: prenditi il tempo che ti serve.',
    formal: 'Le faccio le mie condoglianze: si prenda tutto il tempo che Le serve.',
  },
  apology: {
    informal: 'Mi dispiace davvero: hai fatto bene a dirmelo e me ne occupo io.',
    formal: 'Le chiedo scusa: capisco il Suo disappunto e me ne occupo personalmente.',
  },
  way_out: {
    informal: 'Nessuna fretta e nessun impegno: se non è il momento, ne riparliamo quando ti è comodo.',
    formal: 'Non c’è alcuna fretta né alcun impegno: possiamo riparlarne quando Le sarà più comodo.',
  },
  reassurance: {
    informal: 'Hai fatto bene a scrivermi: qui puoi chiedere tutto con calma, un passo alla volta.',
    formal: 'Ha fatto bene a scriverci: qui può chiedere tutto con calma, un passo alla volta.',
  },
  haste: {
    informal: 'Capisco che il tempo conta, quindi vengo subito al punto.',
    formal: 'Capisco che i tempi sono importanti, quindi vengo subito al punto.',
  },
  trust: {
    informal: 'È giusto voler vederci chiaro: andiamo per gradi e ti metto tutto per iscritto.',
    formal: 'È giusto voler vederci chiaro: procediamo per gradi e Le metto tutto per iscritto.',
  },
  ceremony: {
    informal: 'Certo, teniamo conto di quei giorni e ci organizziamo di conseguenza.',
    formal: 'Certamente, teniamo conto di quei giorni e ci organizziamo di conseguenza.',
  },
  money: {
    informal: 'Sui costi è giusto essere chiari: ti dico subito come stanno le cose.',
    formal: 'Sui costi è giusto essere chiari: Le dico subito come stanno le cose.',
  },
  family: {
    informal: 'È bello che ne parliate in famiglia: ti scrivo in modo che possiate decidere insieme.',
    formal: 'È giusto parlarne in famiglia: Le scrivo in modo che possiate decidere insieme.',
  },
  care: {
    informal: 'Prima di tutto riguardati: il resto lo sistemiamo con calma.',
    formal: 'Le auguro di rimettersi presto: il resto lo sistemiamo con calma.',
  },
  welcome: {
    informal: 'Grazie per avermi scritto, ti aiuto volentieri.',
    formal: 'La ringrazio per averci scritto, La aiuto volentieri.',
  },
};

const indonesian: Openings = {
  condolence: {
    informal: 'Turut berduka ya {you}, semoga keluarga diberi ketabahan.',
    formal: 'Kami turut berduka cita, {you}. Semoga keluarga diberi ketabahan.',
  },
  apology: {
    informal: 'Mohon maaf ya {you}, saya paham ini bikin kesal dan saya bantu urus sampai jelas.',
    formal: 'Mohon maaf atas ketidaknyamanannya, {you}. Saya memahami dan akan menanganinya sendiri.',
  },
  way_out: {
    informal: 'Santai saja {you}, tidak harus diputuskan sekarang; kalau belum pas juga tidak apa-apa.',
    formal: 'Tidak perlu terburu-buru, {you}; kalau saat ini memang belum pas, tidak apa-apa sama sekali.',
  },
  reassurance: {
    informal: 'Nggak usah sungkan ya {you}, di sini bebas tanya apa saja, kita bahas pelan-pelan.',
    formal: 'Tidak perlu sungkan, {you}. Silakan bertanya apa saja, kita bahas satu per satu.',
  },
  haste: {
    informal: 'Siap {you}, saya langsung ke intinya ya.',
    formal: 'Baik, {you}, saya langsung ke intinya.',
  },
  trust: {
    informal:
      'Wajar kalau mau hati-hati {you}; kita jalan pelan-pelan dan semuanya saya tuliskan dengan jelas.',
    formal:
      'Sangat wajar untuk berhati-hati, {you}; semuanya akan saya tuliskan dengan jelas, langkah demi langkah.',
  },
  ceremony: {
    informal: 'Siap {you}, kita sesuaikan dengan hari-hari itu supaya semuanya tenang.',
    formal: 'Baik, {you}, kita sesuaikan dengan hari-hari tersebut supaya semuanya berjalan tenang.',
  },
  money: {
    informal: 'Soal biaya, saya jelaskan terbuka dari awal ya {you}.',
    formal: 'Mengenai biaya, izinkan saya menjelaskan secara terbuka dari awal, {you}.',
  },
  family: {
    informal: 'Wajar kalau dibicarakan dulu dengan keluarga {you}; saya tulis supaya mudah dibahas bersama.',
    formal: 'Sangat wajar dibicarakan dengan keluarga, {you}; saya tuliskan supaya mudah dibahas bersama.',
  },
  care: {
    informal: 'Semoga lekas pulih ya {you}; sisanya kita urus pelan-pelan.',
    formal: 'Semoga lekas pulih, {you}; selebihnya kita urus perlahan.',
  },
  welcome: {
    informal: 'Terima kasih sudah menghubungi ya {you}, dengan senang hati saya bantu.',
    formal: 'Terima kasih sudah menghubungi kami, {you}. Dengan senang hati saya bantu.',
  },
};

const english: Openings = {
  condolence: {
    informal: 'I’m so sorry for what your family is going through; please take the time you need.',
    formal: 'Please accept our condolences, and take all the time you need.',
  },
  apology: {
    informal: 'I’m sorry about this. I understand why you’re upset, and I’ll look after it myself.',
    formal: 'Please accept our apologies. I understand your frustration and will look after this myself.',
  },
  way_out: {
    informal:
      'There’s no hurry and no obligation: if now isn’t the moment, we can leave it for another time.',
    formal: 'There is no hurry and no obligation; we can gladly return to it whenever it suits you.',
  },
  reassurance: {
    informal: 'I’m glad you asked: no question is out of place here, and we’ll take it one step at a time.',
    formal: 'Thank you for asking. Please feel free to raise anything; we will take it one step at a time.',
  },
  haste: {
    informal: 'I know time matters here, so let me get straight to the point.',
    formal: 'I understand that time matters, so let me come straight to the point.',
  },
  trust: {
    informal: 'You’re right to be careful: we’ll go step by step and I’ll put everything in writing.',
    formal: 'You are right to be careful; we will go step by step and I will put everything in writing.',
  },
  ceremony: {
    informal: 'Of course, we’ll plan around those days.',
    formal: 'Certainly, we will plan around those days.',
  },
  money: {
    informal: 'Let me be open about the costs from the start.',
    formal: 'Allow me to be open about the costs from the start.',
  },
  family: {
    informal: 'It makes sense to talk it over with your family, so I’ll write it in a way you can share.',
    formal: 'It is wise to discuss it with your family, so I will write it in a way you can share.',
  },
  care: {
    informal: 'First of all, I hope you feel better soon; we can take the rest slowly.',
    formal: 'I hope you feel better soon; we will take the rest at your pace.',
  },
  welcome: {
    informal: 'Thanks for writing, I’m happy to help.',
    formal: 'Thank you for writing; I am glad to help.',
  },
};

const openings: Readonly<Record<Language, Openings>> = { id: indonesian, it: italian, en: english };
