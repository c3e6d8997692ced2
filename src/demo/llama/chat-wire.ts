import { randomUUID } from 'node:crypto';
import type { Frame } from '../http-routes.ts';
import { estimateTokens } from '../usage.ts';
import { saidIn, type ChatRequest } from './chat-request.ts';

/** The one model of the demo. No model at all: it says so by its name. */
export const demoModel = 'llama-demo';

/** What is said, and whether it ended where no more fitted. */
export interface Said {
  readonly text: string;
  readonly isCut: boolean;
}

/** So many characters come at a time. */
const pieceLength = 48;
/** What a GPU does before the first word, and for each piece, in the pace of a word of the other model. */
const paces = { first: 60, piece: 2 } as const;

/** A whole answer. */
export function toCompletion(request: ChatRequest, said: Said): object {
  return {
    id: newId(),
    object: 'chat.completion',
    model: demoModel,
    choices: [
      { index: 0, message: { role: 'assistant', content: said.text }, finish_reason: finishOf(said) },
    ],
    usage: usageOf(request, said),
  };
}

/** The same in pieces, as a model writes it. `pace`: ms per word; 0 sends all at once. */
export function toFrames(request: ChatRequest, said: Said, pace: number): Frame[] {
  const id = newId();
  const event = (choice: object, more: object = {}) =>
    `data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model: demoModel, choices: [{ index: 0, ...choice }], ...more })}\n\n`;
  const pieces = said.text.match(new RegExp(`[\\s\\S]{1,${pieceLength}}`, 'g')) ?? [];
  const frames = pieces.map((content, at) => ({
    bytes: event({ delta: { content } }),
    delayMs: pace * (at === 0 ? paces.first : paces.piece),
  }));
  const isCounted = request.stream_options?.include_usage === true;
  const usage = {
    id,
    object: 'chat.completion.chunk',
    model: demoModel,
    choices: [],
    usage: usageOf(request, said),
  };
  const end = [
    event({ delta: {}, finish_reason: finishOf(said) }),
    ...(isCounted ? [`data: ${JSON.stringify(usage)}\n\n`] : []),
    'data: [DONE]\n\n',
  ];
  return [...frames, ...end.map((bytes) => ({ bytes, delayMs: 0 }))];
}

const newId = () => `chatcmpl-demo-${randomUUID()}`;
const finishOf = ({ isCut }: Said) => (isCut ? 'length' : 'stop');

function usageOf(request: ChatRequest, { text }: Said): object {
  return { prompt_tokens: estimateTokens(saidIn(request)), completion_tokens: estimateTokens(text) };
}
