import type { Language } from '../../shared/language.ts';

type Words = Readonly<Record<Language, string>>;

/** What some words of a client may show, in the languages that an analysis is written in. */
export interface Sign {
  readonly topic:
    | 'mood'
    | 'trust'
    | 'relationship'
    | 'style'
    | 'culture'
    | 'life'
    | 'dream'
    | 'anxiety'
    | 'need'
    | 'next_step'
    | 'fact';
  readonly sign: RegExp;
  readonly text: Words;
  readonly confidence: number;
  /** Of a fact. */
  readonly key?: string;
  readonly isSensitive?: true;
}

const sign = (
  topic: Sign['topic'],
  sign: RegExp,
  [en, it, id]: readonly [string, string, string],
  more: { readonly confidence?: number; readonly key?: string; readonly isSensitive?: true } = {},
): Sign => ({ topic, sign, text: { en, it, id }, confidence: 0.7, ...more });

/** In the order in which they are looked for; of most topics the first one counts. */
export const signs: readonly Sign[] = [
  sign('mood', /preoccupat|ho paura|spavent|worried|scared|afraid|anxious|dread|khawatir|takut|cemas|was-was/i, [
    'Worried', 'Preoccupazione', 'Khawatir',
  ], { confidence: 0.8 }),
  sign('mood', /mi vergogno|imbarazz|embarrass|ashamed|feel (?:silly|stupid)|malu\b|sungkan/i, [
    'Ashamed to ask', 'Vergogna nel chiedere', 'Malu bertanya',
  ], { confidence: 0.8 }),
  sign('mood', /delus|arrabbiat|non è possibile|disappoint|annoyed|frustrat|kecewa|kesal|marah/i, [
    'Disappointed', 'Delusione', 'Kecewa',
  ], { confidence: 0.75 }),
  sign('mood', /grazie mille|tranquill|sollevat|perfetto|thank you so much|relieved|great, thanks|lega\b|makasih banyak|terima kasih banyak/i, [
    'Relieved and thankful', 'Sollievo e gratitudine', 'Lega dan berterima kasih',
  ]),
  sign('anxiety', /buttare via|perdere (?:tutto|i soldi)|costi nascosti|multa|lose (?:everything|my money)|hidden (?:fees|costs)|fine\b|get it wrong|rugi|denda|salah langkah/i, [
    'Afraid that a mistake costs money that cannot be won back',
    'Teme che un errore costi soldi che non tornano',
    'Takut salah langkah dan rugi uang',
  ]),
  sign('trust', /un (?:amico|conoscente) (?:mi ha|dice)|agenzia|già (?:fregat|scottat)|(?:another|last|old) agent|a friend (?:told|says)|agen (?:lama|lain)|kata (?:teman|kakak|orang)/i, [
    'Compares what we say with what others told; trusts what can be checked',
    'Confronta quello che diciamo con quello che dicono altri; si fida di ciò che può verificare',
    'Membandingkan jawaban kami dengan kata orang lain; percaya pada yang bisa dicek',
  ]),
  sign('style', /passo (?:per|dopo) passo|con calma|spiegat|step by step|explain|in plain|pelan-pelan|satu-satu|jelaskan|jelasin/i, [
    'Wants things explained calmly, one step after the other',
    'Vuole spiegazioni con calma, un passo alla volta',
    'Ingin dijelaskan pelan-pelan, satu per satu',
  ]),
  sign('culture', /maaf mengganggu|maaf ganggu|nyuwun|mohon maaf|scusate il disturbo|scusi il disturbo|sorry to bother/i, [
    'Opens with an apology: wants to be told that the question is welcome',
    'Apre con una scusa: ha bisogno di sentire che la domanda è gradita',
    'Membuka dengan permintaan maaf: perlu diyakinkan bahwa pertanyaannya disambut',
  ]),
  sign('dream', /(?:aprire|mi piacerebbe|sogno|vorrei vivere)[^.!?]*|(?:dream|would love to|hope to|open a)[^.!?]*|(?:cita-cita|impian|ingin buka|mau buka)[^.!?]*/i, [
    'Has a plan for a life or a business here and speaks of it with warmth',
    'Ha un progetto di vita o di lavoro qui e ne parla con calore',
    'Punya rencana hidup atau usaha di sini dan menceritakannya dengan hangat',
  ]),
  sign('life', /mia moglie|mio marito|mio figlio|mia figlia|i bambini|my (?:wife|husband|partner|son|daughter|kids)|istri saya|suami saya|anak (?:saya|kami)/i, [
    'Decides together with the family',
    'Decide insieme alla famiglia',
    'Memutuskan bersama keluarga',
  ]),
  sign('fact', /ristorante|trattoria|restaurant|caf[eé]\b|warung|restoran/i, [
    'A place to eat of their own', 'Un locale proprio', 'Tempat makan sendiri',
  ], { key: 'business_idea' }),
  sign('fact', /yoga/i, ['Yoga lessons', 'Lezioni di yoga', 'Kelas yoga'], { key: 'work' }),
  sign('need', /malat|ospedale|incinta|in hospital|pregnant|ill\b|sakit|hamil|rumah sakit/i, [
    'May need insurance and a doctor nearby',
    'Può avere bisogno di un’assicurazione e di un medico vicino',
    'Mungkin perlu asuransi dan dokter di dekatnya',
  ], { confidence: 0.55, isSensitive: true }),
  sign('need', /pt pma|aprire|società|set up a company|open a (?:bar|restaurant|shop|studio)|mendirikan|buka usaha/i, [
    'Will need tax registration and bookkeeping beside the company',
    'Oltre alla società servirà la registrazione fiscale e la contabilità',
    'Selain perusahaan, akan perlu NPWP dan pembukuan',
  ]),
  sign('next_step', /\?/, [
    'Write once more in two days and ask whether the answer was clear',
    'Riscrivere tra un paio di giorni per chiedere se la risposta era chiara',
    'Tulis lagi dua hari lagi untuk menanyakan apakah jawabannya jelas',
  ], { confidence: 0.65 }),
]; // prettier-ignore
