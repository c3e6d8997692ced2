import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** One request with its parsed body and its open response. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  readonly requestId: string;
  /** Aborted as soon as the connection is gone or the response is complete. */
  readonly signal: AbortSignal;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (exchange: Exchange) => Promise<void> | void;
}

/** A piece of a response and the pause before it. */
export interface Frame {
  readonly bytes: string | Uint8Array;
  readonly delayMs: number;
}

/** How a response ends: properly, with the connection destroyed, or never. */
export type Ending = 'end' | 'destroy' | 'stall';

export interface RunningServer {
  readonly url: string;
  /** Drops every open connection, stalled ones too, and frees the port. */
  readonly close: () => Promise<void>;
}

const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Serves a table of routes on the loopback interface. Port 0 takes any free one. Rejects when the port is taken. */
export async function serveRoutes(routes: readonly Route[], port: number): Promise<RunningServer> {
  const server = createServer(createListener(routes));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(exchange: Exchange, status: number, body: unknown): void {
  exchange.response.writeHead(status, { 'content-type': 'application/json' });
  exchange.response.end(JSON.stringify(body));
}

/** Answers with the service's error shape. `type` is one of its error types ("overloaded_error"). */
export function sendFault(exchange: Exchange, status: number, type: string, message: string): void {
  sendJson(exchange, status, toFaultBody(type, message, exchange.requestId));
}

export function toFaultBody(type: string, message: string, requestId: string): Record<string, unknown> {
  return { type: 'error', error: { type, message }, request_id: requestId };
}

/**
 * Writes frames at their pace. Stops silently when the reader leaves.
 * @returns `sent` when everything was written (or the ending was played), `left` when the reader went first.
 */
export async function playFrames(
  exchange: Exchange,
  frames: readonly Frame[],
  ending: Ending,
): Promise<'sent' | 'left'> {
  const { response, signal } = exchange;
  const gone = whenAborted(signal);
  response.flushHeaders();
  for (const frame of frames) {
    if (frame.delayMs > 0) await pause(frame.delayMs, signal);
    if (signal.aborted) return 'left';
    // A destroyed socket may drop the callback of a write, so its end is waited for too.
    await Promise.race([write(response, frame.bytes), gone]);
  }
  if (signal.aborted) return 'left';
  if (ending === 'end') response.end();
  if (ending === 'destroy') response.destroy();
  if (ending === 'stall') await gone;
  return ending === 'stall' ? 'left' : 'sent';
}

function createListener(routes: readonly Route[]): RequestListener {
  return (request, response) => {
    void answer(routes, request, response).catch(() => response.destroy());
  };
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = `req_${randomUUID().replaceAll('-', '')}`;
  response.setHeader('request-id', requestId);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  const exchange = { request, response, path, requestId, signal: gone.signal, body: undefined };
  const route = routes.find((entry) => entry.method === request.method && entry.path === path);
  if (route === undefined) return sendFault(exchange, 404, 'not_found_error', 'Not Found');
  const text = await readText(request);
  if (text === null) return sendFault(exchange, 413, 'request_too_large', 'Request exceeds the maximum size');
  const parsed = parseJson(text);
  if (!parsed.ok)
    return sendFault(exchange, 400, 'invalid_request_error', 'The request body is not valid JSON');
  await route.handle({ ...exchange, body: parsed.value });
}

async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  if (text === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // An aborted pause is not a failure: the caller looks at the signal next.
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function write(response: ServerResponse, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    response.write(bytes, () => resolve());
  });
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
