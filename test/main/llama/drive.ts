import { z } from 'zod';
import type { Endpoint, LlamaReply, LlamaRequest } from '../../../src/main/llama/endpoint.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { structuredList } from '../../../src/main/llama/structured.ts';

/** Marks that stand for what must never be in an error: the words of a prompt, and the key. */
export const secretWords = 'Bu Wayan Ardana asks';
export const secretKey = 'rp-key-marker';

const insights = structuredList({
  name: 'insights',
  item: z.object({ text: z.string().min(5), language: z.enum(['id', 'it', 'en']) }),
  most: 10,
});

export const request: LlamaRequest = insights.request({
  messages: [{ role: 'user', content: secretWords }],
  maxTokens: 700,
  temperature: 0.7,
});

/** How one request ended: its answer and what was read of it, or where it went wrong and how. */
export interface Outcome {
  readonly at: 'start' | 'collect' | 'end';
  readonly reply?: LlamaReply;
  readonly items?: number;
  readonly rejects?: readonly string[];
  readonly code?: string;
  readonly isRetryable?: boolean;
  readonly mayHaveArrived?: boolean;
  readonly retryAfterMs?: number | null;
  readonly message?: string;
}

/** Takes a request to its end, as a job does: handed over once, then looked after. */
export async function drive(endpoint: Endpoint, asked: LlamaRequest = request): Promise<Outcome> {
  const { signal } = new AbortController();
  let at: Outcome['at'] = 'start';
  try {
    const started = await endpoint.start(asked, signal);
    if (started.state === 'done') return done(started.reply);
    at = 'collect';
    for (let look = 0; look < 50; look += 1) {
      const found = await endpoint.collect(started.remoteId, signal);
      if (found.state === 'done') return done(found.reply);
      if (found.state === 'failed') return failed('end', found.fault);
      if (found.state === 'gone') return { at: 'end', code: 'gone' };
    }
    return { at: 'end', code: 'waiting' };
  } catch (error) {
    if (error instanceof LlamaFault) return failed(at, error);
    throw error;
  }
}

function done(reply: LlamaReply): Outcome {
  const { items, rejects } = insights.read(reply);
  return { at: 'end', reply, items: items.length, rejects: rejects.map(({ reason }) => reason) };
}

function failed(at: Outcome['at'], fault: LlamaFault): Outcome {
  const { code, isRetryable, mayHaveArrived, retryAfterMs, message } = fault;
  return { at, code, isRetryable, mayHaveArrived, retryAfterMs, message };
}

const one = { text: 'Malu is no refusal', language: 'id' };
const two = { text: 'Insomma is a so-so, says “così così”', language: 'it' };
export const good = JSON.stringify({ items: [one, two] });

/** What models make of the shape they were asked for, and what is to come of it. */
export const sloppyAnswers: readonly (readonly [string, string, number, readonly string[]])[] = [
  ['the shape asked for', good, 2, []],
  ['Markdown fences', `\`\`\`json\n${good}\n\`\`\``, 2, []],
  ['words around it', `Certainly! Here you are:\n\n${good}\n\nLet me know.`, 2, []],
  ['a bare array', JSON.stringify([one, two]), 2, []],
  ['commas too many', good.replace('"}]}', '",},],}'), 2, []],
  ['an item twice', JSON.stringify({ items: [one, one, two] }), 2, ['duplicate']],
  ['an item of another shape', JSON.stringify({ items: [one, { text: 'x' }] }), 1, ['invalid']],
  ['half of it', good.slice(0, 70), 1, ['cut']],
  ['a refusal', 'I am sorry, but I cannot do that.', 0, []],
];
