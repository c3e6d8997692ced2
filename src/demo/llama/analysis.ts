import { languages, type Language } from '../../shared/language.ts';
import { signs, type Sign } from './analysis-signs.ts';
import { saidIn } from './chat-request.ts';
import type { DemoTask } from './task.ts';

/** Of these topics there may be several. */
const several: ReadonlySet<Sign['topic']> = new Set(['mood', 'need', 'fact']);
const longestQuote = 240;

interface Said {
  readonly n: number;
  readonly text: string;
}

/** What rules find in a conversation, each claim with the client's own words, letter for letter. */
export const analysisTask: DemoTask = {
  name: 'conversation_analysis',
  compose: (request) => {
    const said = saidIn(request);
    const language = languages.find((one) => said.includes(`<task language="${one}">`));
    return language === undefined ? null : claimsOf(clientMessages(said), language);
  },
};

function claimsOf(messages: readonly Said[], language: Language): object[] {
  const found = signs.flatMap((sign) => {
    // How it ended counts for what is to be done next, how it began for the rest.
    const order = sign.topic === 'next_step' ? [...messages].reverse() : messages;
    const message = order.find(({ text }) => sign.sign.test(text));
    return message === undefined ? [] : [{ sign, message }];
  });
  const first = found.filter(
    ({ sign }, at) =>
      several.has(sign.topic) || found.findIndex((one) => one.sign.topic === sign.topic) === at,
  );
  return first
    .sort((left, right) => left.message.n - right.message.n)
    .map(({ sign, message }) => claimOf(sign, message, language));
}

function claimOf({ topic, key, sign, text, confidence, isSensitive }: Sign, said: Said, language: Language) {
  return {
    topic,
    ...(key !== undefined && { key }),
    text: text[language],
    quote: sentenceWith(sign, said.text),
    message: said.n,
    confidence,
    sensitive: isSensitive === true,
  };
}

/** The sentence that shows it, whole where it is short enough. */
function sentenceWith(sign: RegExp, text: string): string {
  const sentences = text.match(/[^.!?]+[.!?]*/g) ?? [text];
  const found = (sentences.find((sentence) => sign.test(sentence)) ?? text).trim();
  return found.length <= longestQuote ? found : (sign.exec(found)?.[0] ?? found).slice(0, longestQuote);
}

function clientMessages(said: string): Said[] {
  return [...said.matchAll(/<message n="(\d+)" by="client"[^>]*>([\s\S]*?)<\/message>/g)].map(
    ([, n, text = '']) => ({ n: Number(n), text }),
  );
}
