import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { continueConversation } from '../../src/main/db/conversations.ts';
import { insertClientMessage } from '../../src/main/db/messages.ts';
import { openDb } from '../../src/main/db/open.ts';
import { analysisPool } from '../simulators/analysis-pool.ts';
import { startLlamaServer } from '../simulators/llama-server.ts';
import { openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

const worried =
  'Vorrei aprire un piccolo ristorante a Canggu con mia moglie e due figli, ma ho paura di costi nascosti.';

/** A client who wrote, and LLaMA beside. */
async function openDesk() {
  const server = await startLlamaServer({ answer: analysisPool().answer });
  onTestFinished(() => server.close());
  const desk = openTestDesk({
    JIWA_LLAMA_KIND: 'openai',
    JIWA_LLAMA_URL: server.url,
    JIWA_LLAMA_MODEL: 'meta-llama/Llama-3.3-70B-Instruct',
  });
  const added = await desk.jiwa(['client', 'add', 'Marco Bellini', '-l', 'it', '--json']);
  const { id: clientId } = added.json() as { id: string };
  const db = openDb({ file: join(desk.dataDir, 'jiwa.db') });
  const now = Date.now() - 60_000;
  const { id: conversationId } = continueConversation(db, clientId, 'whatsapp', now).conversation;
  insertClientMessage(db, { clientId, conversationId, text: worried, language: 'it' }, now);
  db.close();
  return desk;
}

it('ends a conversation, which is then analysed, and shows what was understood', async () => {
  const { jiwa } = await openDesk();
  expect((await jiwa(['conversation', 'end', '-c', 'Marco'])).stdout).toContain('Ended the conversation');
  const before = await jiwa(['analysis', 'show', '-c', 'Marco', '--json']);
  expect(before.json()).toMatchObject({ standing: { state: 'waiting' }, analyses: [] });
  expect((await jiwa(['jobs', 'run'])).code).toBe(0);
  const shown = await jiwa(['analysis', 'show', '-c', 'Marco', '--json']);
  expect(shown.json()).toMatchObject({
    standing: { state: 'done' },
    analyses: [{ result: { claims: expect.arrayContaining([expect.objectContaining({ topic: 'dream' })]) } }],
  });
  const words = await jiwa(['analysis', 'show', '-c', 'Marco']);
  expect(words.stdout).toContain('Teme costi nascosti');
  expect(words.stdout).toContain('“paura di costi nascosti”');
  expect((await jiwa(['conversation', 'end', '-c', 'Marco'])).code).toBe(3);
});

it('shows, locks, forgets and exports what is remembered, with its history', async () => {
  const { jiwa } = await openDesk();
  await jiwa(['conversation', 'end', '-c', 'Marco']);
  await jiwa(['jobs', 'run']);
  expect((await jiwa(['memory', 'show', '-c', 'Marco'])).stdout).toContain('llama');
  const locked = await jiwa(['memory', 'lock', '-c', 'Marco', '-f', 'dreams', '--json']);
  expect(locked.json()).toMatchObject({ entry: { field: 'dreams', isLocked: true } });
  expect((await jiwa(['memory', 'lock', '-c', 'Marco', '-f', 'dreams', '--off'])).stdout).toContain(
    'unlocked',
  );
  expect((await jiwa(['memory', 'forget', '-c', 'Marco', '-f', 'family'])).code).toBe(0);
  const history = await jiwa(['memory', 'history', '-c', 'Marco', '-f', 'family', '--json']);
  expect(history.json()).toMatchObject({ entries: [{ topic: 'family', validTo: expect.any(Number) }] });
  const unknown = await jiwa(['memory', 'lock', '-c', 'Marco', '-f', 'family', '--json']);
  expect([unknown.code, unknown.json()]).toMatchObject([3, { error: { code: 'not_found' } }]);
  const exported = await jiwa(['memory', 'export', '-c', 'Marco']);
  expect(exported.json()).toMatchObject({
    client: { name: 'Marco Bellini' },
    facts: [{ topic: 'family' }],
    jiwa: expect.arrayContaining([expect.objectContaining({ field: 'anxieties', author: 'llama' })]),
    analyses: [{ promptVersion: expect.stringContaining('analyse-conversation') }],
    proposals: [],
  });
});
