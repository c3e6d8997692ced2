import type { InsightCategory } from '../../shared/insight.ts';
import type { Language } from '../../shared/language.ts';

/** What some words may carry for other clients too: found by rules, and told as an example. */
export interface NightSign {
  readonly sign: Readonly<Record<Language, RegExp>>;
  readonly category: InsightCategory;
  readonly says: string;
  readonly reading: string;
  readonly guidance: string;
}

export const nightSigns: readonly NightSign[] = [
  {
    sign: {
      id: /khawatir|takut|cemas/i,
      it: /ho paura|preoccupat|spavent/i,
      en: /worried|scared|afraid|anxious/i,
    },
    category: 'emotions',
    says: 'A worry is often named before the question that it is about; it may want an answer of its own first.',
    reading: 'often a wish to be told that the worry is understood, before any information',
    guidance:
      'Say in one sentence that you heard the worry, and ask which part of it weighs most. Then give one step, and leave the rest for the next message.',
  },
  {
    sign: {
      id: /maaf (?:mengganggu|ganggu)|malu\b|sungkan/i,
      it: /mi vergogno|scus[ai](?:te)? il disturbo|domanda (?:stupida|sciocca)/i,
      en: /sorry to bother|silly question|embarrass/i,
    },
    category: 'politeness',
    says: 'An apology before a question may be a way to ask whether the question is welcome at all.',
    reading: 'sometimes asks whether the question is welcome, more than it asks for the answer',
    guidance:
      'Thank them for asking and say that others ask the same. Answer at once, and end with an open door for the next question.',
  },
  {
    sign: {
      id: /rugi|uang pas-pasan|tabungan/i,
      it: /buttare via|costi nascosti|soldi contati|risparmi/i,
      en: /hidden (?:fees|costs)|savings|on a budget/i,
    },
    category: 'money',
    says: 'How little money there is may be said in passing, without a request for a lower price.',
    reading: 'may say how little there is without asking for less',
    guidance:
      'Name the whole cost and what it holds before anything else. Ask gently what would help, and offer to go one payment at a time where that is possible.',
  },
  {
    sign: {
      id: /agen (?:lama|lain)|kata (?:teman|kakak|orang)/i,
      it: /un'altra agenzia|già (?:fregat|scottat)|un (?:amico|conoscente)/i,
      en: /another agent|last agent|a friend (?:told|says)/i,
    },
    category: 'trust',
    says: 'What others told is often brought up to see whether our answer holds beside it.',
    reading: 'often tests whether our answer holds beside what others said',
    guidance:
      'Do not speak against the others. Say what can be checked and where, and ask what they were told, so that you can go through it together.',
  },
  {
    sign: {
      id: /istri saya|suami saya|orang tua saya/i,
      it: /mia moglie|mio marito|i miei genitori/i,
      en: /my (?:wife|husband|partner|parents)/i,
    },
    category: 'family',
    says: 'Somebody at home may have a part in the decision though only one person writes.',
    reading: 'may mean that somebody at home decides too, and has questions of their own',
    guidance:
      'Ask whether the other would like to read along or to talk once. Write the next steps so that they can be passed on as they are.',
  },
];
