import { blocksOf, type MessagesRequest } from './messages-request.ts';
import { findElements, unescapeText } from './prompt.ts';

interface Sayings {
  readonly fits: string;
  readonly again: string;
}

/** By the name the request gives the language of the reason. */
const sayings: Readonly<Record<string, Sayings>> = {
  Indonesian: {
    fits: 'Pertanyaannya terjawab, dan tidak ada yang lain yang ditanyakan.',
    again: 'Jawaban ini baru saja diberikan; mungkin klien menanyakan hal lain.',
  },
  Italian: {
    fits: 'Risponde a quello che chiede il cliente, e non chiede altro.',
    again: 'Ha già ricevuto questa risposta poco fa: forse chiede qualcos’altro.',
  },
  English: {
    fits: 'It answers what the client asks, and nothing else is asked.',
    again: 'The client got this answer a moment ago and may mean something else.',
  },
};

/** Share of an answer's words that a message must have to count as the same answer; greetings differ. */
const SAME = 0.8;

/**
 * What the demo says of a prepared answer, as JSON: confirmed, but for one that the client was just given. Pure, and no
 * judgement: it shows what a verdict looks like.
 */
export function composeVerdict(request: MessagesRequest): string {
  const text = request.messages
    .flatMap((turn) => blocksOf(turn))
    .map((block) => (block.type === 'text' ? block.text : ''))
    .join('\n');
  const inner = (tag: string) => findElements(text, tag).map((element) => unescapeText(element.inner));
  const words = sayings[inner('reason_language')[0] ?? ''] ?? sayings['English'];
  const answer = wordsOf(inner('prepared_answer')[0] ?? '');
  const isAgain = inner('desk').some((said) => shareIn(answer, wordsOf(said)) >= SAME);
  return JSON.stringify({
    verdict: isAgain ? 'doubtful' : 'confirmed',
    reason: isAgain ? words?.again : words?.fits,
  });
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function shareIn(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}
