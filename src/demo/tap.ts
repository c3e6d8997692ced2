import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serveRoutes, type Exchange, type RunningServer } from './http-routes.ts';
import { isStructured, messagesRequest, type MessagesRequest } from './messages-request.ts';
import type { ReadableStream } from 'node:stream/web';

/** A server in front of another one that lets everything through and keeps what was asked. */
export interface Tap extends RunningServer {
  /** Every request for a reply, oldest first; checks of prepared answers are left out. */
  readonly requests: readonly MessagesRequest[];
}

/** Listens on 127.0.0.1 and hands every message on to `target`, the base URL of a Messages API on this machine. */
export async function startTap(target: string): Promise<Tap> {
  const requests: MessagesRequest[] = [];
  const handOn = async ({ body, response, signal }: Exchange): Promise<void> => {
    const parsed = messagesRequest.safeParse(body);
    if (parsed.success && !isStructured(parsed.data)) requests.push(parsed.data);
    const answer = await askMessages(target, body, signal);
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    if (!answer.body) return void response.end();
    // A reader that leaves ends the answer on both sides.
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => undefined);
  };
  const server = await serveRoutes([{ method: 'POST', path: '/v1/messages', handle: handOn }], 0);
  return { ...server, requests };
}

/** Posts one body to `/v1/messages`. */
export function askMessages(target: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetch(`${target}/v1/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}
