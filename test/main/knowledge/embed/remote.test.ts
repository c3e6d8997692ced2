import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { remoteEmbedder } from '../../../../src/main/knowledge/embed/remote.ts';

interface Asked {
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: { model: string; input: string[] };
}

let server: Server;
let url: string;
let asked: Asked[];
let answer: (asked: Asked, response: ServerResponse) => void;

const sendJson = (response: ServerResponse, body: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
/** Three numbers per text, in reverse order, as the protocol allows. */
const embeddings = ({ body }: Asked) => ({
  data: body.input.map((text, index) => ({ index, embedding: [text.length, 0, 0] })).reverse(),
});

const id = (address: string, model: string) => remoteEmbedder({ url: address, model }).id;

beforeEach(async () => {
  asked = [];
  answer = (request, response) => sendJson(response, embeddings(request));
  server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const piece of request) text += String(piece);
  const body = JSON.parse(text) as Asked['body'];
  const one = { url: request.url, authorization: request.headers.authorization, body };
  asked.push(one);
  answer(one, response);
}

test('asks the embeddings endpoint with model and key, and learns the dimension', async () => {
  const embedder = remoteEmbedder({ url: `${url}/`, model: 'tiny', key: () => 'secret' });
  expect(embedder.dimension).toBe(0);
  await embedder.embed(['satu'], 'passage');
  expect(asked).toEqual([
    {
      url: '/v1/embeddings',
      authorization: 'Bearer secret',
      body: { model: 'tiny', input: ['satu'], encoding_format: 'float' },
    },
  ]);
  expect(embedder.dimension).toBe(3);
});

test('puts vectors in the order of the texts and makes them unit length', async () => {
  answer = ({ body }, response) =>
    sendJson(response, {
      data: body.input.map((text, index) => ({ index, embedding: text === 'a' ? [3, 4] : [0, 2] })).reverse(),
    });
  const [first, second] = await remoteEmbedder({ url, model: 'tiny' }).embed(['a', 'b'], 'passage');
  expect(first?.[0]).toBeCloseTo(0.6);
  expect(first?.[1]).toBeCloseTo(0.8);
  expect(second).toEqual(Float32Array.from([0, 1]));
});

test('divides many texts into batches', async () => {
  const vectors = await remoteEmbedder({ url, model: 'tiny' }).embed(
    Array.from({ length: 130 }, () => 'x'),
    'passage',
  );
  expect(vectors).toHaveLength(130);
  expect(asked.map(({ body }) => body.input.length)).toEqual([64, 64, 2]);
});

test.each([
  ['the key', 401, /HTTP 401.*key/],
  ['the name of the model', 404, /HTTP 404.*model/],
  ['waiting', 429, /HTTP 429.*Wait/],
  ['nothing more', 500, /HTTP 500/],
])('names %s when the server refuses with %d', async (_what, status, message) => {
  answer = (_asked, response) => sendJson(response, { error: 'no' }, status);
  const failure = await remoteEmbedder({ url, model: 'tiny', key: () => 'secret' })
    .embed(['private words'], 'passage')
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'DeskError', code: 'embedder_unreachable' });
  expect(String(failure)).toMatch(message);
  expect(String(failure)).not.toMatch(/secret|private/);
});

test.each([
  ['not JSON', (response: ServerResponse) => void response.end('<html>')],
  ['another shape', (response: ServerResponse) => sendJson(response, { vectors: [] })],
  ['too few vectors', (response: ServerResponse) => sendJson(response, { data: [] })],
  [
    'no direction',
    (response: ServerResponse) => sendJson(response, { data: [{ index: 0, embedding: [0, 0] }] }),
  ],
  [
    'a wrong index',
    (response: ServerResponse) => sendJson(response, { data: [{ index: 7, embedding: [1] }] }),
  ],
])('rejects an answer with %s', async (_what, send) => {
  answer = (_asked, response) => {
    send(response);
  };
  await expect(remoteEmbedder({ url, model: 'tiny' }).embed(['x'], 'passage')).rejects.toMatchObject({
    code: 'embedder_unreachable',
    message: expect.stringContaining(url),
  });
});

test('gives up on a server that does not answer', async () => {
  answer = () => undefined;
  await expect(remoteEmbedder({ url, model: 'tiny', timeoutMs: 50 }).embed(['x'], 'passage')).rejects.toThrow(
    /no answer in time/,
  );
});

test('lets go of the server at once when it is told to, and says why it ended', async () => {
  const embedder = remoteEmbedder({ url, model: 'tiny' });
  const stopping = new AbortController();
  const gone = new Promise<void>((resolve) => {
    answer = (_asked, response) => {
      response.on('close', resolve);
      stopping.abort(new Error('closing'));
    };
  });
  await expect(embedder.embed(['x'], 'passage', stopping.signal)).rejects.toThrow(/^closing$/);
  await gone;
  await expect(embedder.embed(['x'], 'passage', stopping.signal)).rejects.toThrow(/^closing$/);
  expect(asked).toHaveLength(1);
});

test('says that nobody listens at a closed port', async () => {
  const embedder = remoteEmbedder({ url: 'http://127.0.0.1:9/v1', model: 'tiny' });
  await expect(embedder.embed(['x'], 'passage')).rejects.toThrow(/could not be asked/);
});

test.each([
  ['http://me:secret@127.0.0.1:9/v1', 'http://127.0.0.1:9/v1'],
  ['http://127.0.0.1:9/v1?key=secret', 'http://127.0.0.1:9/v1'],
  ['secret', 'The address of the embedder'],
])('names the address %s without what may be a key in it', async (address, named) => {
  const failure = await remoteEmbedder({ url: address, model: 'tiny' })
    .embed(['x'], 'passage')
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'embedder_unreachable', message: expect.stringContaining(named) });
  expect(String(failure)).not.toContain('secret');
});

test('rejects vectors of another length than before', async () => {
  const embedder = remoteEmbedder({ url, model: 'tiny' });
  await embedder.embed(['x'], 'passage');
  answer = (_asked, response) => sendJson(response, { data: [{ index: 0, embedding: [1, 0] }] });
  await expect(embedder.embed(['x'], 'passage')).rejects.toThrow(/length/);
});

test('has another id for another model or another place', () => {
  expect(new Set([id('http://a/v1', 'm'), id('http://a/v1', 'n'), id('http://b/v1', 'm')]).size).toBe(3);
  expect(id('http://a/v1/', 'm')).toBe(id('http://a/v1', 'm'));
});
