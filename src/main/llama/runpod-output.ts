import { z } from 'zod';
import { completionSchema, gatherCompletions, type Completion, type Spoken } from './chat-shape.ts';
import { faultOfWords, isError } from './fault-words.ts';
import { adviceFor, LlamaFault } from './fault.ts';
import { EventPieces } from './sse.ts';

/** vLLM in the worker's own process, up to v2.9: texts in `tokens`, counts under other names. */
const oldBatchSchema = z.object({
  choices: z.array(z.object({ tokens: z.array(z.string()) })).min(1),
  usage: z.object({ input: z.number(), output: z.number() }).nullish(),
});
/** The first worker of all, and what a handler of one's own often gives. */
const plainSchema = z.object({
  text: z.union([z.string(), z.array(z.string()).min(1)]),
  input_tokens: z.number().nullish(),
  output_tokens: z.number().nullish(),
});
/**
 * What the vLLM worker said, in any of the shapes that its generations have: a list of what the handler gave, or one of it.
 * Throws LlamaFault where it holds an error (a job that carries one is COMPLETED all the same) or nothing.
 */
export function readOutput(output: unknown): Spoken {
  const parts = partsOf(output);
  const pieces: Completion[] = [];
  let olds: Spoken | null = null;
  for (const part of parts) {
    if (isError(part)) throw workerFault(part);
    const old = oldSpoken(part);
    if (old) {
      olds = olds ? { ...old, text: olds.text + old.text, usage: old.usage ?? olds.usage } : old;
      continue;
    }
    const piece = completionSchema.safeParse(part);
    if (!piece.success) throw malformed('holds something else than an answer of the vLLM worker');
    pieces.push(piece.data);
  }
  const spoken = olds ?? gatherCompletions(pieces);
  if (spoken.text.trim() === '') throw emptyFault();
  const { text, model, isCut, usage } = spoken;
  return { text, model, isCut, usage };
}

function partsOf(output: unknown): unknown[] {
  if (output === null || output === undefined) throw emptyFault();
  const list: unknown[] = Array.isArray(output) ? output.flat() : [output];
  if (list.length === 0) throw emptyFault();
  const texts = list.filter((one) => typeof one === 'string').join('');
  const others = list.filter((one) => typeof one !== 'string');
  return texts === '' ? others : [...partsOfText(texts), ...others];
}

/** Raw events, JSON that was made a text once more, or the answer itself. */
function partsOfText(text: string): unknown[] {
  if (/^\s*(data|event|id|:)/.test(text) && /^data:/m.test(text)) {
    const events = new EventPieces();
    const datas = [...events.feed(text), ...events.end()].filter((data) => data !== '[DONE]');
    return datas.map((data) => {
      const value = parseJson(data);
      if (value === undefined) throw malformed('holds a piece of a stream that is no JSON');
      return value;
    });
  }
  const value = parseJson(text);
  const isAnswer =
    typeof value === 'object' && value !== null && ['choices', 'error', 'object'].some((key) => key in value);
  return [isAnswer ? value : { text }];
}

function oldSpoken(part: unknown): Spoken | null {
  const old = oldBatchSchema.safeParse(part);
  if (old.success) {
    const { choices, usage } = old.data;
    return {
      text: choices[0]?.tokens.join('') ?? '',
      model: null,
      // This generation does not say why it ended.
      isCut: false,
      usage: usage ? { inputTokens: usage.input, outputTokens: usage.output } : null,
    };
  }
  const plain = plainSchema.safeParse(part);
  if (!plain.success) return null;
  const { text, input_tokens: inputTokens, output_tokens: outputTokens } = plain.data;
  return {
    text: typeof text === 'string' ? text : (text[0] ?? ''),
    model: null,
    isCut: false,
    usage: inputTokens == null || outputTokens == null ? null : { inputTokens, outputTokens },
  };
}

/** What a failed job tells: a text, JSON in a text, or an object. */
export function workerFault(error: unknown): LlamaFault {
  return faultOfWords(error, 'The worker');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function malformed(what: string): LlamaFault {
  return new LlamaFault('malformed', `The output of the job ${what}. Check the image of the worker.`);
}

function emptyFault(): LlamaFault {
  return new LlamaFault('empty', `The job is complete and its output is empty. ${adviceFor.empty}`);
}
