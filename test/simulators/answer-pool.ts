import type { Language } from '../../src/shared/language.ts';
import { asksForRepair, saidIn } from './prompt-text.ts';

/** What a model does wrong with its first informal answer. */
export type AnswerMishap =
  | 'figure'
  | 'placeholder'
  | 'foreign'
  | 'promise'
  /** The same text as the second one. */
  | 'repeated'
  /** One item without its register: to be repaired. */
  | 'invalid'
  /** No JSON at all. */
  | 'prose'
  /** Markdown fences and prose around the JSON. */
  | 'fenced';

interface Task {
  readonly language: Language;
  readonly informal: number;
  readonly formal: number;
  readonly fact: string;
  readonly isRepair: boolean;
}

interface Written {
  readonly formality?: 'informal' | 'formal';
  readonly text: string;
}

const bodies: Readonly<Record<Language, Readonly<Record<'informal' | 'formal', readonly string[]>>>> = {
  en: {
    informal: [
      "thanks for writing! Here is what we can tell you: # . If you like, we'll send the next steps over.",
      'good that you ask. Our answer for this one is # . Write back whenever it suits, and we look at your papers together.',
      'happy to help! For this the office has # . Shall we put the list of papers together for you?',
      'of course. At the moment it stands like this: # . Just tell us when you want to begin with it.',
    ],
    formal: [
      'thank you for your enquiry. The information that we have on record is # . We would be pleased to guide you through the next steps.',
      'we are glad to assist you. The present position of our office is # . Please let us know how you would like to proceed.',
      'thank you for contacting us. In this matter the following applies: # . Should anything remain unclear, please write to us.',
      'we appreciate your question. Our records show # . Kindly share your plans with us, so that we can prepare the documents.',
    ],
  },
  it: {
    informal: [
      'grazie per averci scritto! Ecco cosa possiamo dirti: # . Se vuoi, ti mandiamo i prossimi passi.',
      'bella domanda. La nostra risposta è # . Scrivici quando ti va e guardiamo insieme i documenti.',
      'volentieri! Per questo lo studio ha # . Vuoi che ti prepariamo la lista delle carte?',
      'certo. In questo momento la situazione è questa: # . Facci sapere quando vuoi cominciare.',
    ],
    formal: [
      "grazie per averci contattato. L'informazione in nostro possesso è # . Saremo lieti di guidarLa nei prossimi passi.",
      'siamo a Sua disposizione. La posizione attuale del nostro studio è # . Ci faccia sapere come desidera procedere.',
      'La ringraziamo della domanda. In questo caso vale quanto segue: # . Per ogni dubbio restiamo a disposizione.',
      'con piacere. Dai nostri dati risulta # . Ci comunichi i Suoi progetti, così prepariamo i documenti necessari.',
    ],
  },
  id: {
    informal: [
      'makasih udah nanya! Ini yang bisa kami kasih tahu: # . Kalau Kakak mau, kami kirim juga langkah berikutnya.',
      'siap Kak. Untuk yang ini jawabannya # . Kabari aja kalau Kakak mau mulai, nanti kami bantu cek berkasnya.',
      'boleh banget Kak! Dari kantor kami infonya # . Mau kami siapin daftar dokumennya sekalian?',
      'oke Kak, saat ini keadaannya begini: # . Tinggal bilang kapan Kakak mau mulai ya.',
    ],
    formal: [
      'terima kasih sudah menghubungi kami. Informasi yang kami miliki adalah # . Bila berkenan, kami jelaskan langkah berikutnya.',
      'kami siap membantu. Ketentuan yang berlaku di kantor kami saat ini yaitu # . Silakan beri tahu kami rencana selanjutnya.',
      'terima kasih atas pertanyaannya. Dalam hal ini berlaku ketentuan berikut: # . Jika ada yang belum jelas, silakan hubungi kami.',
      'dengan senang hati kami sampaikan. Menurut catatan kami, # . Mohon kabari kami agar dokumen dapat segera disiapkan.',
    ],
  },
};

/** A model that knows how to write prepared answers, and does something wrong with every reply where it is told to. */
export function answerPool(mishaps: readonly (AnswerMishap | null)[] = [null]): {
  readonly answer: (chat: Record<string, unknown>) => string;
  readonly asked: () => number;
} {
  let asked = 0;
  return {
    asked: () => asked,
    answer: (chat) => {
      const task = taskIn(chat);
      if (task === null) return 'OK';
      if (task.isRepair) return JSON.stringify({ items: [textOf(task, 'informal', 0)] });
      const mishap = mishaps[asked % mishaps.length] ?? null;
      asked += 1;
      return reply(task, mishap);
    },
  };
}

function reply(task: Task, mishap: AnswerMishap | null): string {
  if (mishap === 'prose') return 'I would be glad to write these answers. What tone do you like?';
  const items: Written[] = [
    ...Array.from({ length: task.informal }, (_, at) => textOf(task, 'informal', at)),
    ...Array.from({ length: task.formal }, (_, at) => textOf(task, 'formal', at)),
  ];
  const [first, second] = items;
  if (first && second) items[0] = spoilt(first, second, task, mishap);
  const json = JSON.stringify({ items });
  return mishap === 'fenced' ? `Here they are:\n\`\`\`json\n${json}\n\`\`\`\nGood luck!` : json;
}

const additions: Partial<Record<AnswerMishap, string>> = {
  figure: 'It is 14 days.',
  placeholder: '{{passport_number}}',
  promise: 'Guaranteed!',
};

function spoilt(first: Written, second: Written, task: Task, mishap: AnswerMishap | null): Written {
  if (mishap === 'foreign')
    return textOf({ ...task, language: task.language === 'en' ? 'id' : 'en' }, 'informal', 0);
  if (mishap === 'repeated') return { ...second };
  if (mishap === 'invalid') return { text: first.text };
  const more = mishap === null ? undefined : additions[mishap];
  return more === undefined ? first : { ...first, text: `${first.text} ${more}` };
}

function textOf({ language, fact }: Task, formality: 'informal' | 'formal', at: number): Written {
  const body = bodies[language][formality][at % 4] ?? '';
  return { formality, text: `{{greeting}} {{name}}, ${body.replace('# ', fact)}` };
}

function taskIn(chat: Record<string, unknown>): Task | null {
  const said = saidIn(chat);
  const head = /<task language="(id|it|en)" informal="(\d+)" formal="(\d+)">/.exec(said);
  const fact = /<facts>\n- (\{\{fact:[a-z0-9-]+\}\})/.exec(said)?.[1];
  if (!head || fact === undefined) return null;
  return {
    language: head[1] as Language,
    informal: Number(head[2]),
    formal: Number(head[3]),
    fact,
    isRepair: asksForRepair(said),
  };
}
