import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientSeed } from '../../src/demo/client-seed.ts';
import { demoClients } from '../../src/demo/clients.ts';
import { startDemoServer } from '../../src/demo/server.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openCore } from '../../src/main/core.ts';
import { listClients } from '../../src/main/db/clients.ts';
import { listConversations } from '../../src/main/db/conversations.ts';
import { readMessagePage } from '../../src/main/db/messages.ts';
import { jiwaHistory, readMemory } from '../../src/main/memory/memory.ts';
import { seedClients, seedDemo } from '../../src/main/seed.ts';
import { jiwaFields } from '../../src/shared/memory.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { openTestDb, silentLog, testClock, type TestDb } from '../fixtures/desk.ts';

const clock = testClock();
const closing: (() => Promise<void>)[] = [];
let desk: TestDb;

beforeEach(() => {
  desk = openTestDb();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  desk.cleanUp();
});

const anyone: ClientSeed = {
  name: 'Ketut Sari',
  addressAs: null,
  language: 'id',
  formality: 'informal',
  conversations: [
    { channel: 'phone', isEnded: false, messages: [{ by: 'client', ago: 1_000, text: 'Halo kak' }] },
  ],
  facts: [],
  jiwa: [],
};

describe('seedClients', () => {
  it('keeps the clients, the one who wrote last first', () => {
    const seeded = seedClients({ db: desk.db, clock }, demoClients);
    const rows = listClients(desk.db, '');
    expect(rows.map(({ name }) => name)).toEqual(['Mario Rinaldi', 'Wayan Ardana', 'Emily Carter']);
    expect(rows.map(({ language }) => language)).toEqual(['it', 'id', 'en']);
    expect(seeded.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('leaves nobody waiting: the last message of each client has a sent reply', () => {
    seedClients({ db: desk.db, clock }, demoClients);
    for (const client of listClients(desk.db, '')) {
      expect(client.isWaiting).toBe(false);
      const { messages } = readMessagePage(desk.db, client.id, { beforeId: null, limit: 100 });
      const newest = messages.findLast(({ author }) => author === 'client');
      expect(messages.at(-1)).toMatchObject({ author: 'desk', state: 'sent', repliesTo: newest?.id });
    }
  });

  it('gives each client an ended conversation and one open one, in the order of time', () => {
    seedClients({ db: desk.db, clock }, demoClients);
    for (const client of listClients(desk.db, '')) {
      const conversations = listConversations(desk.db, client.id);
      expect(conversations.length).toBeGreaterThan(1);
      const ends = conversations.map(({ endedAt }) => endedAt !== null);
      expect(ends).toEqual(ends.map((_, index) => index < ends.length - 1));
      const { messages } = readMessagePage(desk.db, client.id, { beforeId: null, limit: 100 });
      const times = messages.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.every((at) => at < clock.now())).toBe(true);
    }
  });

  it('remembers with the quote and the message behind it', () => {
    const [mario] = seedClients({ db: desk.db, clock }, demoClients);
    const { facts, jiwa } = readMemory(desk.db, mario!.id);
    const { messages } = readMessagePage(desk.db, mario!.id, { beforeId: null, limit: 100 });
    expect(facts.map(({ topic }) => topic)).toContain('passport_expiry');
    expect(jiwa.length).toBeGreaterThan(4);
    for (const { evidence } of jiwa) {
      const message = messages.find(({ id }) => id === evidence?.messageId);
      expect(message?.author).toBe('client');
      expect(message?.text).toContain(evidence?.quote);
    }
    expect(jiwa.find(({ field }) => field === 'communication_preference')?.isLocked).toBe(true);
    expect(jiwaHistory(desk.db, mario!.id, 'emotional_state')).toHaveLength(2);
  });

  it('has several jiwa fields for every client of the demo', () => {
    for (const { jiwa } of demoClients) {
      const fields = new Set(jiwa.map(({ field }) => field));
      expect(fields.size).toBeGreaterThan(3);
      expect([...fields].every((field) => jiwaFields.includes(field))).toBe(true);
    }
  });

  it('does nothing when there are clients', () => {
    seedClients({ db: desk.db, clock }, [anyone]);
    expect(seedClients({ db: desk.db, clock }, demoClients)).toEqual([]);
    expect(listClients(desk.db, '').map(({ name }) => name)).toEqual(['Ketut Sari']);
  });

  it('keeps nothing at all when a quote was never said', () => {
    const wrong = { ...anyone, facts: [{ topic: 'city', value: 'Ubud', quote: 'I live in Ubud' }] };
    expect(() => seedClients({ db: desk.db, clock }, [anyone, wrong])).toThrow(/quote/);
    expect(listClients(desk.db, '')).toEqual([]);
  });
});

it('seedDemo opens the demo with a prepared answer sent and a reply being written, once', async () => {
  const server = await startDemoServer({ pace: 0 });
  closing.push(() => server.close());
  const core = await openCore({
    dataDir: desk.dir,
    resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
    settings: () => defaultSettings,
    claudeAccess: () => ({ baseUrl: server.url, apiKey: 'demo' }),
    clock: systemClock,
    log: silentLog,
    emit: () => undefined,
    role: 'owner',
  });
  closing.push(() => core.close());
  await seedDemo(core);
  const read = (clientId: string) =>
    readMessagePage(core.db, clientId, { beforeId: null, limit: 100 }).messages;
  const [first] = listClients(core.db, '');
  const [common, prepared, personal, written] = read(first!.id).slice(-4);
  expect(common?.author).toBe('client');
  expect(prepared).toMatchObject({ source: 'prepared', state: 'sent', repliesTo: common?.id });
  expect(written).toMatchObject({ author: 'desk', repliesTo: personal?.id });
  await core.chat.finished(written!.id);
  const { reply, insights } = core.chat.details(written!.id);
  expect(reply).toMatchObject({ source: 'claude', state: 'draft', outcome: 'complete' });
  expect(insights.length).toBeGreaterThan(0);

  const count = read(first!.id).length;
  await seedDemo(core);
  expect(listClients(core.db, '')).toHaveLength(demoClients.length);
  expect(read(first!.id)).toHaveLength(count);
});
