import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DeskError } from '../../../shared/fault.ts';
import { startLimit, unlessAborted } from '../../abort.ts';
import type { Embedder } from './embedder.ts';

export interface RemoteOptions {
  /** An OpenAI-compatible server, up to and without `/embeddings`. */
  readonly url: string;
  readonly model: string;
  /** Asked for each request; null where the server wants none. */
  readonly key?: () => string | null;
  /** Longest wait for one batch, ms. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

const replySchema = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

/** Texts per request; most servers take at least this many. */
const batchSize = 64;

/**
 * Vectors from an OpenAI-compatible server. Made unit length here, since not all servers do it. `dimension` is 0 until
 * the first answer, because only the server knows it. Rejects with DeskError `embedder_unreachable`, which names the server
 * and what to do, never texts or a key.
 */
export function remoteEmbedder(options: RemoteOptions): Embedder {
  const endpoint = `${options.url.replace(/\/+$/, '')}/embeddings`;
  // The address is in the id because the same model name may mean other weights elsewhere.
  const place = createHash('sha256').update(endpoint).digest('hex').slice(0, 8);
  let dimension = 0;
  return {
    id: `remote-${place}-${options.model}`,
    get dimension() {
      return dimension;
    },
    async embed(texts, _side, signal) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batchSize)
        vectors.push(
          ...(await requestBatch(endpoint, options, texts.slice(start, start + batchSize), signal)),
        );
      const lengths = new Set(vectors.map((vector) => vector.length));
      if (dimension > 0) lengths.add(dimension);
      if (lengths.size > 1)
        throw unusable(`${shown(endpoint)} changed the length of its vectors. Check the model.`);
      dimension = vectors[0]?.length ?? dimension;
      return vectors;
    },
  };
}

async function requestBatch(
  endpoint: string,
  options: RemoteOptions,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  const limit = startLimit(options.timeoutMs ?? 30_000, signal);
  const request = { model: options.model, input: texts, encoding_format: 'float' };
  const body = await post(endpoint, options, request, limit.signal)
    .catch((error: unknown) => {
      signal?.throwIfAborted();
      throw error;
    })
    .finally(limit.end);
  const parsed = replySchema.safeParse(body);
  if (!parsed.success)
    throw unusable(
      `${shown(endpoint)} did not answer with embeddings. Check that the address ends before /embeddings.`,
    );
  const vectors: (Float32Array | undefined)[] = texts.map(() => undefined);
  for (const { index, embedding } of parsed.data.data) vectors[index] = unitLength(embedding, endpoint);
  const found = vectors.filter((vector) => vector !== undefined);
  if (found.length !== texts.length || vectors.length !== texts.length)
    throw unusable(`${shown(endpoint)} answered ${found.length} vectors for ${texts.length} texts.`);
  return found;
}

async function post(
  endpoint: string,
  options: RemoteOptions,
  body: object,
  signal: AbortSignal,
): Promise<unknown> {
  const send = options.fetch ?? fetch;
  const key = options.key?.();
  let response: Response;
  try {
    const asked = send(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key ? { authorization: `Bearer ${key}` } : {}),
      },
      body: JSON.stringify(body),
      signal,
    });
    response = await unlessAborted(asked, signal);
    if (response.ok) return (await unlessAborted(response.json(), signal)) as unknown;
  } catch (error) {
    throw unusable(
      `${shown(endpoint)} could not be asked (${reasonOf(error)}). Check the address and that it runs.`,
      { cause: error },
    );
  }
  // Read to the end, so that the connection can be used again.
  await unlessAborted(response.arrayBuffer(), signal).catch(() => undefined);
  throw unusable(`${shown(endpoint)} refused with HTTP ${response.status}.${hintFor(response.status)}`);
}

function unusable(message: string, options?: ErrorOptions): DeskError {
  return new DeskError('embedder_unreachable', message, options);
}

/** The address without what may be a key in it: a name and password, or a query. */
function shown(endpoint: string): string {
  try {
    const { protocol, host, pathname } = new URL(endpoint);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'The address of the embedder';
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'no answer in time';
  if (error instanceof SyntaxError) return 'the answer was not JSON';
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : error.name;
}

function hintFor(status: number): string {
  if (status === 401 || status === 403) return ' Check the key.';
  if (status === 404) return ' Check the address and the name of the model.';
  if (status === 429) return ' Wait before asking again.';
  return '';
}

function unitLength(values: readonly number[], endpoint: string): Float32Array {
  const length = Math.hypot(...values);
  if (!Number.isFinite(length) || length === 0)
    throw unusable(`${shown(endpoint)} answered a vector without a direction.`);
  return Float32Array.from(values, (value) => value / length);
}
