import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a server misbehaves with one request, whatever it would have answered. */
export type HttpFault =
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
    }
  /** A page in HTML with status 200: a proxy, a sign-in. */
  | { readonly kind: 'page' }
  | { readonly kind: 'redirect' }
  /** Half of the answer, properly ended. */
  | { readonly kind: 'half' }
  /** Half of the answer, then the connection breaks. */
  | { readonly kind: 'cut' }
  /** The connection breaks before anything is said; what was asked is done. */
  | { readonly kind: 'gone' }
  /** Byte by byte, so that letters are cut. */
  | { readonly kind: 'slow' }
  /** The answer under another content type. */
  | { readonly kind: 'typed'; readonly type: string }
  /** Nothing, for ever. */
  | { readonly kind: 'silence' }
  /** Half of the answer, then nothing. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'other'; readonly body: unknown };

/** One request as it came, and what it is answered with. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** The parsed JSON body; undefined where there is none, or it is no JSON. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly type?: string;
  /** Pieces are written one by one. */
  readonly body: string | readonly string[];
}

export interface FaultyServer {
  readonly url: string;
  /** Breaks every connection, silent ones too, and stops listening. */
  readonly close: () => Promise<void>;
}

export const jsonReply = (status: number, body: unknown): Reply => ({ status, body: JSON.stringify(body) });

/** Serves requests on the loopback interface; `faultOf` says how one is misanswered, after it was done. */
export async function serveFaulty(
  answer: (asked: Asked) => Reply | Promise<Reply>,
  faultOf: (asked: Asked) => HttpFault | undefined,
  port = 0,
): Promise<FaultyServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString('utf8');
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
      const { method = 'GET', headers } = request;
      const asked = { method, path: pathname, query: searchParams, headers, raw, body: parse(raw) };
      const fault = faultOf(asked);
      // A refused request is not done; all others are, whatever becomes of their answer.
      const isDone = fault === undefined || !['http', 'page', 'redirect'].includes(fault.kind);
      await play(response, fault, isDone ? await answer(asked) : { status: 200, body: '' });
    })().catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

async function play(response: ServerResponse, fault: HttpFault | undefined, reply: Reply): Promise<void> {
  const text = typeof reply.body === 'string' ? reply.body : reply.body.join('');
  const half = text.slice(0, Math.ceil(text.length / 2));
  const head = (type = reply.type ?? 'application/json') =>
    response.writeHead(reply.status, { 'content-type': type });
  switch (fault?.kind) {
    case undefined:
      head();
      return writePieces(response, typeof reply.body === 'string' ? [reply.body] : reply.body);
    case 'http':
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      return void response.end(fault.body ?? '{"error":"simulated"}');
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return void response.end('<!doctype html><title>Sign in to the network</title>');
    case 'redirect':
      return void response.writeHead(302, { location: 'https://elsewhere.example/' }).end();
    case 'half':
      return void head().end(half);
    case 'cut':
      head().write(half);
      // What was sent arrives before the connection breaks.
      await sleep(30);
      return void response.destroy();
    case 'gone':
      return void response.destroy();
    case 'slow':
      head();
      return writePieces(response, bytesOf(text));
    case 'typed':
      return void head(fault.type).end(text);
    case 'silence':
      return;
    case 'stall':
      return void head().write(half);
    case 'other':
      return void head().end(JSON.stringify(fault.body));
  }
}

async function writePieces(
  response: ServerResponse,
  pieces: readonly (string | Uint8Array)[],
): Promise<void> {
  for (const piece of pieces) {
    if (response.destroyed) return;
    response.write(piece);
    // One write after the other: they leave as they are.
    if (pieces.length > 1) await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

function bytesOf(text: string): Uint8Array[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) =>
    bytes.subarray(index * 3, index * 3 + 3),
  );
}
