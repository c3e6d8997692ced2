import type { Channel } from '../../shared/conversation.ts';
import { languageNames, type Language } from '../../shared/language.ts';
import type { Message } from '../../shared/message.ts';
import { inTags, promptVersion, taskRequest } from '../llama/task-prompt.ts';
import { MOST_CLAIMS } from './claim.ts';

/**
 * Characters of a conversation in one question. With the rules and the answer that is about 8,000 tokens, which the
 * smallest context that these models are served with holds.
 */
const CHARACTERS = 14_000;
/** Tokens that a claim takes in an answer. */
const TOKENS_PER_CLAIM = 90;

/** One message as the model is shown it, under its number in the conversation. */
interface ShownMessage {
  readonly n: number;
  readonly message: Message;
}

interface AskedConversation {
  readonly channel: Channel;
  /** What the claims are written in: what the consultant reads. */
  readonly language: Language;
  readonly shown: readonly ShownMessage[];
  /** Messages of the conversation before those shown. */
  readonly left: number;
  /** Takes out what must not leave the machine. */
  readonly hide: (text: string) => string;
}

/** The prompt for an analysis and the name of its version. */
export interface AnalysePrompt {
  readonly version: string;
  request(asked: AskedConversation): ReturnType<typeof taskRequest>;
}

/** `rules`: the text of `resources/prompts/analyse-conversation.md`. */
export function analysePrompt(rules: string): AnalysePrompt {
  return {
    version: promptVersion('analyse-conversation', rules),
    request: (asked) => taskRequest(rules, taskOf(asked), 300 + TOKENS_PER_CLAIM * MOST_CLAIMS, 0.2),
  };
}

/** The newest messages of a conversation that fit, whole; of a newest one that alone is too long, its beginning. */
export function fitting(said: readonly Message[]): readonly ShownMessage[] {
  const numbered = said.map((message, index) => ({ n: index + 1, message }));
  let left = CHARACTERS;
  const begin = numbered.findLastIndex(({ message }) => (left -= message.text.length) < 0);
  const shown = numbered.slice(begin + 1);
  const newest = numbered.at(-1);
  if (shown.length > 0 || !newest) return shown;
  const text = newest.message.text.slice(0, CHARACTERS);
  return [{ ...newest, message: { ...newest.message, text } }];
}

function taskOf({ channel, language, shown, left, hide }: AskedConversation): string {
  return [
    `<task language="${language}">`,
    `The conversation was by ${channel.replace('_', ' ')}. Write \`text\` in ${languageNames[language]} (${language}).`,
    '</task>',
    `<conversation${left > 0 ? ` left_out="${left} older messages"` : ''}>`,
    ...shown.map(({ n, message }) => messageTag(n, message, hide)),
    '</conversation>',
    'Write the claims about this client.',
  ].join('\n');
}

function messageTag(n: number, { author, createdAt, text }: Message, hide: (text: string) => string): string {
  const by = author === 'client' ? 'client' : 'office';
  const at = new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ');
  return `<message n="${n}" by="${by}" at="${at}">${hide(inTags(text))}</message>`;
}
