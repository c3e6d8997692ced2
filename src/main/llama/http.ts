import type { z } from 'zod';
import { piecesOf, startLimit, unlessAborted } from '../abort.ts';
import { isTooLong } from './fault-words.ts';
import { faultOfStatus, LlamaFault } from './fault.ts';

/** One HTTP request to an endpoint. */
export interface Call {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** JSON text. */
  readonly body?: string;
  /** Null where the server wants none. */
  readonly key: string | null;
  /** Longest wait for the whole answer, ms. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly place: string;
}

/** More than any endpoint answers in one piece. */
const longestAnswer = 64 * 1024 * 1024;

/** Sends a request and reads the answer to its end, whatever its status. Throws LlamaFault where none came. */
export async function send(call: Call): Promise<Answer> {
  const limit = startLimit(call.timeoutMs, call.signal);
  try {
    const response = await openResponse(call, limit.signal);
    const text = await readText(response.body, limit.signal);
    return { status: response.status, headers: response.headers, text, place: placeOf(call.url) };
  } catch (error) {
    call.signal.throwIfAborted();
    throw brokenFault(error, call);
  } finally {
    limit.end();
  }
}

/** The response as soon as its headers are there. A redirect is not followed: it would lose the key, or the request. */
export function openResponse(
  { url, method, body, key }: Omit<Call, 'timeoutMs' | 'signal'>,
  signal: AbortSignal,
): Promise<Response> {
  const asked = fetch(url, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json, text/event-stream',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    ...(body === undefined ? {} : { body }),
    signal,
  });
  return unlessAborted(asked, signal);
}

/** A body as text; cut bytes of a letter are put together. */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of piecesOf(body, signal)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > longestAnswer)
      throw new LlamaFault('malformed', 'The answer has no end: more than 64 MB came.');
  }
  return text + decoder.decode();
}

/** The body of an answer that must be there and be of this shape. Throws LlamaFault otherwise. */
export function parseAnswer<T>(answer: Answer, schema: z.ZodType<T>): T {
  assertOk(answer);
  const { text, place, headers } = answer;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const type = headers.get('content-type')?.split(';')[0] ?? 'no content type';
    const what = /json/.test(type)
      ? 'JSON that breaks off or is not well formed'
      : `${shortType(type)}, not JSON`;
    throw new LlamaFault('malformed', `${place} answered with ${what}. Check the address.`, {
      cause: cleanCause(error),
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new LlamaFault('malformed', `${place} answered with JSON of another shape. Check the address.`);
}

/** Throws the fault that an error status stands for. */
export function assertOk(answer: Answer): void {
  const { status, headers, place, text } = answer;
  if (status >= 300 && status < 400)
    throw new LlamaFault('refused', `${place} leads to another address. Enter that one.`);
  if (status < 200 || status >= 300)
    throw faultOfStatus(status, place, headers, isTooLong(text) ? 'too_large' : null);
}

/** The address without what may be a secret in it: a name and password, or a query. */
export function placeOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'The endpoint';
  }
}

const neverArrived = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
]);

/** The fault of a request whose answer did not come, or not to its end. */
export function brokenFault(error: unknown, { url, method }: Pick<Call, 'url' | 'method'>): LlamaFault {
  if (error instanceof LlamaFault) return error;
  const place = placeOf(url);
  const code = codeOf(error);
  const mayHaveArrived = method === 'POST' && !neverArrived.has(code);
  if ((error as Error).name === 'TimeoutError' || code.endsWith('_TIMEOUT'))
    return new LlamaFault('timeout', `${place} did not answer in time.`, { mayHaveArrived });
  return new LlamaFault(
    'unreachable',
    `${place} could not be asked (${code}). Check the address, that it runs, and the network.`,
    { mayHaveArrived, cause: cleanCause(error) },
  );
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const inner = error.cause as { code?: unknown } | undefined;
  return typeof inner?.code === 'string' ? inner.code : error.name;
}

/** The name alone: what a parser or a socket says may quote the text it had. */
function cleanCause(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

function shortType(type: string): string {
  return /^[\w/+.-]{1,60}$/.test(type.trim()) ? type.trim() : 'something';
}
