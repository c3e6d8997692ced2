import type { Formality } from '../shared/client.ts';
import type { Channel } from '../shared/conversation.ts';
import type { Language } from '../shared/language.ts';
import type { JiwaField } from '../shared/memory.ts';
import { DAY, HOUR, MINUTE } from '../shared/time.ts';

/** A client as data: who it is, what was said, what is remembered. Times are milliseconds before now. */
export interface ClientSeed {
  readonly name: string;
  readonly addressAs: string | null;
  readonly language: Language;
  readonly formality: Formality;
  /** Oldest first; only the last one may be open. */
  readonly conversations: readonly ConversationSeed[];
  readonly facts: readonly FactSeed[];
  /** In the order of time: a later entry of a field takes the place of an earlier one. */
  readonly jiwa: readonly JiwaSeed[];
}

export interface ConversationSeed {
  readonly channel: Channel;
  readonly isEnded: boolean;
  readonly messages: readonly MessageSeed[];
}

export interface MessageSeed {
  readonly by: 'client' | 'desk';
  readonly ago: number;
  readonly text: string;
}

export interface FactSeed {
  readonly topic: string;
  readonly value: string;
  /** Words out of one of the client's messages above, as they stand there. Null: the consultant knows it. */
  readonly quote: string | null;
}

export interface JiwaSeed {
  readonly field: JiwaField;
  readonly value: string;
  readonly confidence: number;
  readonly quote: string;
  readonly isLocked?: boolean;
}

const mario: ClientSeed = {
  name: 'Mario Rinaldi',
  addressAs: null,
  language: 'it',
  formality: 'informal',
  conversations: [
    {
      channel: 'email',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 41 * DAY,
          text: 'Buongiorno, sono Mario, scrivo da Bologna. Con mia moglie Chiara e nostra figlia stiamo preparando il trasferimento a Bali.',
        },
        {
          by: 'desk',
          ago: 41 * DAY - 20 * MINUTE,
          text: 'Ciao Mario, che bella decisione! Raccontami che cosa avete in mente e partiamo da lì, con calma.',
        },
        {
          by: 'client',
          ago: 40 * DAY,
          text: 'Il sogno è un laboratorio di ceramica sostenibile, che dia lavoro anche a qualcuno del posto. Però la burocrazia mi spaventa: in Italia mi ha già fermato un progetto.',
        },
        {
          by: 'desk',
          ago: 40 * DAY - 35 * MINUTE,
          text: 'Ti capisco. Qui i passaggi sono pochi e ordinati: te li scrivo uno per uno e li seguo io con te, così sai sempre a che punto siamo.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 12 * DAY,
          text: 'Grazie per lo schema, chiarissimo! Preferisco così, spiegato passo per passo, anche se ci vuole di più.',
        },
        {
          by: 'desk',
          ago: 12 * DAY - 9 * MINUTE,
          text: 'Felice che sia utile! Allora andiamo avanti così. Intanto controlla quando scade il passaporto.',
        },
        {
          by: 'client',
          ago: 12 * DAY - 15 * MINUTE,
          text: 'Controllato: il passaporto scade il 3 marzo 2027. Ci penso io a rinnovarlo in tempo.',
        },
        {
          by: 'desk',
          ago: 12 * DAY - 22 * MINUTE,
          text: 'Perfetto, segnato. Quando sei pronto parliamo del permesso e della società.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 50 * MINUTE,
          text: 'Eccomi! Siamo entusiasti, ma ti confesso che ho paura di buttare via tutto se sbaglio i conti.',
        },
        {
          by: 'desk',
          ago: 44 * MINUTE,
          text: 'È una paura sana, Mario. Mettiamo i costi nero su bianco prima di ogni firma, così decidi a mente serena.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'languages', value: 'Italiano, un po’ d’inglese', quote: null },
    {
      topic: 'interests',
      value: 'PT PMA, KITAS investitore',
      quote: 'Il sogno è un laboratorio di ceramica sostenibile',
    },
    { topic: 'family', value: 'moglie Chiara, una figlia', quote: 'Con mia moglie Chiara e nostra figlia' },
    {
      topic: 'passport_expiry',
      value: '3 marzo 2027',
      quote: 'il passaporto scade il 3 marzo 2027',
    },
  ],
  jiwa: [
    {
      field: 'life_phase',
      value: 'Prepara il trasferimento con la famiglia',
      confidence: 0.9,
      quote: 'stiamo preparando il trasferimento a Bali',
    },
    {
      field: 'emotional_state',
      value: 'Speranzoso, scottato da un progetto fermato',
      confidence: 0.6,
      quote: 'in Italia mi ha già fermato un progetto',
    },
    {
      field: 'dreams',
      value: 'Un’attività sostenibile a Bali',
      confidence: 0.9,
      quote: 'un laboratorio di ceramica sostenibile',
    },
    {
      field: 'anxieties',
      value: 'Burocrazia, costi, l’ignoto',
      confidence: 0.75,
      quote: 'la burocrazia mi spaventa',
    },
    {
      field: 'communication_preference',
      value: 'Spiegazioni complete, passo per passo',
      confidence: 0.95,
      quote: 'spiegato passo per passo, anche se ci vuole di più',
      isLocked: true,
    },
    {
      field: 'trust_level',
      value: 'In crescita, fa molte domande',
      confidence: 0.8,
      quote: 'Grazie per lo schema, chiarissimo!',
    },
    {
      field: 'emotional_state',
      value: 'Entusiasta, in ansia per i costi',
      confidence: 0.75,
      quote: 'ho paura di buttare via tutto',
    },
  ],
};

const wayan: ClientSeed = {
  name: 'Wayan Ardana',
  addressAs: 'Pak Wayan',
  language: 'id',
  formality: 'formal',
  conversations: [
    {
      channel: 'in_person',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 26 * DAY,
          text: 'Saya punya homestay kecil di Ubud. Teman saya dari Belgia mau ikut menanam modal, jadi kami pikirkan PT PMA.',
        },
        {
          by: 'desk',
          ago: 26 * DAY - 12 * MINUTE,
          text: 'Terima kasih sudah bercerita, Pak Wayan. Kita bahas pelan-pelan, supaya hubungan dengan teman Bapak juga tetap enak.',
        },
        {
          by: 'client',
          ago: 26 * DAY - 30 * MINUTE,
          text: 'Iya, yang penting jangan sampai nama keluarga jadi tidak baik. Keputusan akhir saya bicarakan dulu dengan kakak saya.',
        },
        {
          by: 'desk',
          ago: 26 * DAY - 34 * MINUTE,
          text: 'Tentu, Pak. Kami siapkan ringkasannya secara tertulis, jadi mudah dibicarakan dengan keluarga.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 5 * HOUR,
          text: 'Maaf ya Bu, saya belum sempat ke kantor notaris. Minggu ini ada odalan di pura keluarga.',
        },
        {
          by: 'desk',
          ago: 5 * HOUR - 11 * MINUTE,
          text: 'Tidak apa-apa sama sekali, Pak Wayan. Semoga upacaranya lancar; notaris kita atur setelah odalan selesai.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'business', value: 'homestay kecil di Ubud', quote: 'Saya punya homestay kecil di Ubud' },
    {
      topic: 'business_partner',
      value: 'teman dari Belgia, calon pemegang saham',
      quote: 'Teman saya dari Belgia mau ikut menanam modal',
    },
    { topic: 'languages', value: 'Indonesia, Bali', quote: null },
  ],
  jiwa: [
    {
      field: 'anxieties',
      value: 'Nama baik keluarga',
      confidence: 0.85,
      quote: 'jangan sampai nama keluarga jadi tidak baik',
    },
    {
      field: 'relationship_with_us',
      value: 'Sopan dan hangat, memutuskan bersama kakaknya',
      confidence: 0.8,
      quote: 'Keputusan akhir saya bicarakan dulu dengan kakak saya',
    },
    {
      field: 'communication_preference',
      value: 'Formal, tidak didesak; upacara didahulukan',
      confidence: 0.8,
      quote: 'Minggu ini ada odalan di pura keluarga',
    },
    {
      field: 'emotional_state',
      value: 'Agak sungkan karena menunda',
      confidence: 0.7,
      quote: 'Maaf ya Bu, saya belum sempat ke kantor notaris',
    },
  ],
};

const emily: ClientSeed = {
  name: 'Emily Carter',
  addressAs: null,
  language: 'en',
  formality: 'informal',
  conversations: [
    {
      channel: 'email',
      isEnded: true,
      messages: [
        {
          by: 'client',
          ago: 33 * DAY,
          text: 'Hi! I teach yoga in Canggu and my partner Tom works remotely. We’d love to stay another year.',
        },
        {
          by: 'desk',
          ago: 33 * DAY - 40 * MINUTE,
          text: 'Hi Emily, lovely to hear that! Let’s look at what each of you needs, one at a time.',
        },
        {
          by: 'client',
          ago: 32 * DAY,
          text: 'Thanks! Please keep it short, I read on my phone between classes. Tom’s a bit worried about the paperwork, to be honest.',
        },
        {
          by: 'desk',
          ago: 32 * DAY - 18 * MINUTE,
          text: 'Short it is. I’ll send one list for you and one for Tom, nothing more than you need.',
        },
      ],
    },
    {
      channel: 'whatsapp',
      isEnded: false,
      messages: [
        {
          by: 'client',
          ago: 26 * HOUR,
          text: 'Is the second-year extension something you handle too? Just getting organised early this time!',
        },
        {
          by: 'desk',
          ago: 26 * HOUR - 7 * MINUTE,
          text: 'Yes, we do! Good that you’re early. I’ll check your dates and come back with a plan.',
        },
      ],
    },
  ],
  facts: [
    { topic: 'work', value: 'teaches yoga in Canggu', quote: 'I teach yoga in Canggu' },
    { topic: 'partner', value: 'Tom, works remotely', quote: 'my partner Tom works remotely' },
  ],
  jiwa: [
    {
      field: 'dreams',
      value: 'Another year in Bali, together',
      confidence: 0.85,
      quote: 'We’d love to stay another year',
    },
    {
      field: 'communication_preference',
      value: 'Short messages, readable on a phone',
      confidence: 0.95,
      quote: 'Please keep it short, I read on my phone between classes',
    },
    {
      field: 'anxieties',
      value: 'Her partner’s worry about paperwork',
      confidence: 0.65,
      quote: 'Tom’s a bit worried about the paperwork',
    },
    {
      field: 'emotional_state',
      value: 'Cheerful and well organised',
      confidence: 0.7,
      quote: 'Just getting organised early this time!',
    },
  ],
};

/** The invented clients of the demo, the one who wrote last first. */
export const demoClients: readonly ClientSeed[] = [mario, wayan, emily];
