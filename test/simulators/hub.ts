import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelFile } from '../fixtures/tiny-model.ts';

/** How the hub misbehaves with one request of a file. */
type HubStep =
  | { readonly kind: 'http'; readonly status: number }
  /** The connection breaks after so many bytes of the answer. */
  | { readonly kind: 'cut'; readonly after: number }
  /** After so many bytes nothing comes until `release`. */
  | { readonly kind: 'hold'; readonly after: number }
  /** Other bytes, as many. */
  | { readonly kind: 'wrong' }
  /** The whole file, whatever was asked for. */
  | { readonly kind: 'no_ranges' };

export interface HubSimulator {
  readonly url: string;
  /** What was asked for: path and, where a part was wanted, the range. */
  readonly requests: readonly string[];
  /** For the next requests of this file, one step each. An empty script answers well. */
  enqueue(path: string, ...steps: readonly HubStep[]): void;
  /** Requests that are held now. */
  readonly held: number;
  /** Lets everything go on that is held. */
  release(): void;
  /** Another commit: from now on these are the files. */
  publish(files: readonly ModelFile[]): void;
  /** Breaks every connection and stops listening. */
  close(): Promise<void>;
}

export interface HubOptions {
  readonly model: string;
  readonly files: readonly ModelFile[];
  readonly port?: number;
}

/**
 * A model hub over real HTTP, as much of it as a download needs: revisions, trees with sizes and hashes, files by commit (large ones by a
 * redirect to another path, with ranges), and refusals of what it does not know. Misbehaves as its script says.
 */
export async function startHubSimulator({ model, files, port = 0 }: HubOptions): Promise<HubSimulator> {
  const state = { model, files, steps: new Map<string, HubStep[]>(), holds: new Set<() => void>() };
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { range } = request.headers;
    requests.push(`${request.url}${range === undefined ? '' : ` ${range}`}`);
    answer(state, request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    enqueue: (path, ...steps) => void state.steps.set(path, [...(state.steps.get(path) ?? []), ...steps]),
    get held() {
      return state.holds.size;
    },
    release: () => {
      for (const go of state.holds) go();
      state.holds.clear();
    },
    publish: (next) => {
      state.files = next;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

interface HubState {
  readonly model: string;
  files: readonly ModelFile[];
  readonly steps: Map<string, HubStep[]>;
  readonly holds: Set<() => void>;
}

/** Files of this size and more lie elsewhere, as those in git's large file storage do. */
const largeFrom = 1_500;

function answer(state: HubState, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://hub');
  const commit = commitOf(state.files);
  const api = `/api/models/${state.model}`;
  if (pathname === `${api}/revision/main`)
    return sendJson(response, {
      sha: commit,
      siblings: state.files.map(({ path }) => ({ rfilename: path })),
    });
  if (pathname === `${api}/tree/${commit}`) return sendJson(response, treeOf(state.files));
  const place = [`/${state.model}/resolve/${commit}/`, `/cdn/${commit}/`].find((one) =>
    pathname.startsWith(one),
  );
  const file = state.files.find(({ path }) => place !== undefined && pathname === `${place}${path}`);
  // It does not tell what is missing from what is private.
  if (!file) return void response.writeHead(401).end('Repository not found');
  if (!pathname.startsWith('/cdn/') && file.content.length >= largeFrom)
    return void response.writeHead(302, { location: `/cdn/${commit}/${file.path}` }).end();
  return sendFile(state, file, request, response);
}

function sendFile(
  state: HubState,
  file: ModelFile,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const step = state.steps.get(file.path)?.shift();
  if (step?.kind === 'http') return void response.writeHead(step.status).end();
  const wanted = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const from = step?.kind === 'no_ranges' || wanted === undefined ? null : Number(wanted);
  const size = file.content.length;
  if (from !== null && from >= size)
    return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
  const body = step?.kind === 'wrong' ? Buffer.alloc(size, 'x') : file.content;
  const rest = body.subarray(from ?? 0);
  response.writeHead(from === null ? 200 : 206, {
    'content-length': rest.length,
    ...(from === null ? {} : { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
  });
  if (step?.kind === 'cut') {
    response.write(rest.subarray(0, step.after));
    // What was sent arrives before the connection breaks.
    setTimeout(() => response.destroy(), 50);
  } else if (step?.kind === 'hold') {
    response.write(rest.subarray(0, step.after));
    state.holds.add(() => response.end(rest.subarray(step.after)));
  } else response.end(rest);
}

function treeOf(files: readonly ModelFile[]): object[] {
  return files.map(({ path, content }) => ({
    type: 'file',
    path,
    size: content.length,
    oid: hashOf('sha1', `blob ${content.length}\0`, content),
    ...(content.length < largeFrom
      ? {}
      : { lfs: { oid: hashOf('sha256', content), size: content.length, pointerSize: 134 } }),
  }));
}

/** Of what is in it, as commits are. */
function commitOf(files: readonly ModelFile[]): string {
  return hashOf('sha1', ...files.flatMap(({ path, content }) => [path, content]));
}

function hashOf(algorithm: string, ...parts: readonly (string | Buffer)[]): string {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function sendJson(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
