import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';
import { addMetrics, readMessageMetrics, readMetric } from '../../../src/main/db/metrics.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { aConversation, aMessage } from '../../fixtures/messages.ts';

let desk: TestDb;

beforeEach(() => {
  desk = openTestDb();
});

afterEach(() => {
  desk.cleanUp();
});

function aMessageOf(clientId: string): string {
  const conversationId = aConversation(desk.db, clientId);
  return aMessage(desk.db, { clientId, conversationId, text: 'Halo', at: 1 });
}

it('reads the figures of a message, the newest of each name', () => {
  const clientId = aClient(desk.db).id;
  const messageId = aMessageOf(clientId);
  addMetrics(desk.db, messageId, { match_ms: 1.5, local_ms: 4 }, 10);
  addMetrics(desk.db, messageId, { local_ms: 5 }, 11);
  addMetrics(desk.db, aMessageOf(clientId), { local_ms: 99 }, 12);
  expect(readMessageMetrics(desk.db, clientId, messageId)).toEqual({ match_ms: 1.5, local_ms: 5 });
});

it('reads no figures through another client', () => {
  const messageId = aMessageOf(aClient(desk.db).id);
  addMetrics(desk.db, messageId, { local_ms: 4 }, 10);
  expect(readMessageMetrics(desk.db, aClient(desk.db).id, messageId)).toEqual({});
});

it('reads one figure over time', () => {
  addMetrics(desk.db, null, { start_ms: 900 }, 10);
  addMetrics(desk.db, null, { start_ms: 800, rss_mb: 1 }, 20);
  addMetrics(desk.db, null, { start_ms: 700 }, 30);
  expect(readMetric(desk.db, 'start_ms', 20)).toEqual([
    { value: 800, at: 20 },
    { value: 700, at: 30 },
  ]);
});

it('keeps all figures of one moment or none', () => {
  expect(() => addMetrics(desk.db, newId(), { a: 1, b: 2 }, 1)).toThrow('FOREIGN KEY');
  expect(() => addMetrics(desk.db, null, { a: 1, b: Number.NaN }, 1)).toThrow('NOT NULL');
  expect(readMetric(desk.db, 'a', 0)).toEqual([]);
});
