import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { remoteEmbedder } from '../../../src/main/knowledge/embed/remote.ts';
import { asJsonl, fewInsights, openShelf, patience } from './shelf.ts';

function reply(body: string, response: ServerResponse): void {
  const { input } = JSON.parse(body) as { input: string[] };
  const data = input.map((text, index) => ({ index, embedding: [text.length, 1, 0] }));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data }));
}

/** An embedder's server that answers until it is told to hang. `open` counts the requests it holds. */
async function startServer() {
  let hangs = false;
  let open = 0;
  const server = createServer((request, response) => {
    let body = '';
    open++;
    response.on('close', () => open--);
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      if (!hangs) reply(body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, hang: () => (hangs = true), open: () => open };
}

function aShelf() {
  const shelf = openShelf(asJsonl(fewInsights));
  onTestFinished(() => shelf.clear());
  return shelf;
}

/** Shorter than the embedder's own time-out by far, so that only closing can have ended the request. */
const soon = { timeout: 4_000, interval: 20 } as const;

test('closing drops the request of a build that the server leaves waiting', async () => {
  const server = await startServer();
  server.hang();
  const knowledge = await aShelf().open({ embedder: remoteEmbedder({ url: server.url, model: 'tiny' }) });
  await vi.waitFor(() => expect(server.open()).toBe(1), patience);
  await knowledge.close();
  await vi.waitFor(() => expect(server.open()).toBe(0), soon);
});

test('closing drops the request of a message that was answered by words meanwhile', async () => {
  const server = await startServer();
  const shelf = aShelf();
  const knowledge = await shelf.open({ embedder: remoteEmbedder({ url: server.url, model: 'tiny' }) });
  await vi.waitFor(() => expect(knowledge.status().state).toBe('ready'), patience);
  server.hang();
  const [found] = await knowledge.retrieve('aku malu nanya kak');
  expect(found).toMatchObject({ slug: 'shy-about-asking', vectorScore: null });
  expect(server.open()).toBe(1);
  await knowledge.close();
  await vi.waitFor(() => expect(server.open()).toBe(0), soon);
});

test('closing while a message waits for its vector is no fault of the embedder', async () => {
  const server = await startServer();
  const shelf = aShelf();
  const knowledge = await shelf.open({ embedder: remoteEmbedder({ url: server.url, model: 'tiny' }) });
  await vi.waitFor(() => expect(knowledge.status().state).toBe('ready'), patience);
  server.hang();
  const waiting = knowledge.retrieve('aku malu nanya kak');
  await knowledge.close();
  expect((await waiting)[0]).toMatchObject({ slug: 'shy-about-asking', vectorScore: null });
  expect(shelf.lines.filter(({ level }) => level === 'warn')).toEqual([]);
});
