import { piecesOf } from '../abort.ts';
import { z } from 'zod';
import { chatBody, completionSchema, gatherCompletions, type Completion, type Spoken } from './chat-shape.ts';
import type { LlamaRequest } from './endpoint.ts';
import { faultOfWords, isError } from './fault-words.ts';
import { adviceFor, LlamaFault } from './fault.ts';
import { assertOk, brokenFault, openResponse, parseAnswer, placeOf, readText, send } from './http.ts';
import { watchSilence, type Silence } from './silence.ts';
import { EventPieces } from './sse.ts';

const anyJson = z.unknown();
/** The last event of a stream that came to its end. */
const doneMark = '[DONE]';

export interface ChatOptions {
  readonly baseUrl: string;
  readonly key: () => string | null;
  readonly model: string;
  /** Turns false once the server refused a schema; requests go without one then, and the prompt alone says the shape. */
  readonly state: { isConstrained: boolean };
  readonly patience: { readonly timeoutMs: number; readonly silenceMs: number; readonly probeMs: number };
}

/**
 * One chat completion, streamed, so that a server that is writing can be told from one that died, and proxies with a limit
 * for silent requests let it through. Servers that do not stream are read as well. Throws LlamaFault.
 */
export async function askChat(
  options: ChatOptions,
  request: LlamaRequest,
  signal: AbortSignal,
): Promise<Spoken> {
  const url = `${options.baseUrl}/chat/completions`;
  const isConstrained = options.state.isConstrained && request.schema !== undefined;
  const body = {
    ...chatBody(request, options.model, isConstrained),
    stream: true,
    stream_options: { include_usage: true },
  };
  const watch = watchSilence({
    ...options.patience,
    probe: (inner) => isAlive(options, inner),
    place: placeOf(url),
    outer: signal,
  });
  try {
    const call = { url, method: 'POST', key: options.key(), body: JSON.stringify(body) } as const;
    const response = await openResponse(call, watch.signal);
    watch.heard();
    if (response.ok) return await readReply(response, url, watch);
    const text = await readText(response.body, watch.signal);
    const answer = { status: response.status, headers: response.headers, text, place: placeOf(url) };
    if (!isConstrained || !isSchemaRefused(answer)) assertOk(answer);
  } catch (error) {
    signal.throwIfAborted();
    throw brokenFault(error, { url, method: 'POST' });
  } finally {
    watch.end();
  }
  options.state.isConstrained = false;
  return askChat(options, request, signal);
}

/** An answer of any status is a sign of life. */
async function isAlive({ baseUrl, key }: ChatOptions, signal: AbortSignal): Promise<boolean> {
  const call = { url: `${baseUrl}/models`, method: 'GET', key: key(), timeoutMs: 10_000, signal } as const;
  return send(call).then(
    () => true,
    () => false,
  );
}

function isSchemaRefused({ status, text }: { readonly status: number; readonly text: string }): boolean {
  return (
    [400, 422, 500, 501].includes(status) &&
    /response_format|json_?schema|guided|grammar|structured/i.test(text.slice(0, 20_000))
  );
}

async function readReply(response: Response, url: string, watch: Silence): Promise<Spoken> {
  const type = response.headers.get('content-type') ?? '';
  const datas = type.includes('text/event-stream') ? await readStream(response, watch) : null;
  const pieces = datas?.filter((data) => data !== doneMark).map(pieceOf);
  const { isEnded, ...spoken } = gatherCompletions(pieces ?? [await readWhole(response, url, watch.signal)]);
  if (!isEnded && datas?.at(-1) !== doneMark)
    throw new LlamaFault(
      'unreachable',
      `${placeOf(url)} broke off in the middle of the answer. ${adviceFor.unreachable}`,
    );
  if (spoken.text.trim() === '')
    throw new LlamaFault('empty', `${placeOf(url)} answered with an empty text. ${adviceFor.empty}`);
  return spoken;
}

async function readStream(response: Response, watch: Silence): Promise<string[]> {
  const decoder = new TextDecoder();
  const events = new EventPieces();
  const datas: string[] = [];
  for await (const piece of piecesOf(response.body, watch.signal)) {
    watch.heard();
    datas.push(...events.feed(decoder.decode(piece, { stream: true })));
    if (datas.at(-1) === doneMark) return datas;
  }
  datas.push(...events.feed(decoder.decode()), ...events.end());
  return datas;
}

function pieceOf(data: string): Completion {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw new LlamaFault('malformed', 'A piece of the streamed answer is no JSON. Check the server.');
  }
  return completionOf(value);
}

async function readWhole(response: Response, url: string, signal: AbortSignal): Promise<Completion> {
  const text = await readText(response.body, signal);
  const answer = { status: response.status, headers: response.headers, text, place: placeOf(url) };
  return completionOf(parseAnswer(answer, anyJson));
}

function completionOf(value: unknown): Completion {
  if (isError(value)) throw faultOfWords(value, 'The server');
  const piece = completionSchema.safeParse(value);
  if (piece.success) return piece.data;
  throw new LlamaFault(
    'malformed',
    'The answer has another shape than a chat completion. Check the address.',
  );
}
