import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { propose } from '../../../src/main/memory/proposals.ts';
import { readMemory, saveJiwa } from '../../../src/main/memory/memory.ts';
import { openReview, type Review } from '../../../src/main/review/review.ts';
import type { ReviewVerdict } from '../../../src/shared/review.ts';
import { aClient, openTestDb, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
let clock: TestClock;
let review: Review;
let told: string[];

beforeEach(() => {
  desk = openTestDb();
  clock = testClock();
  told = [];
  review = openReview({
    db: desk.db,
    clock,
    novelty: { nearestTo: async () => null },
    emit: (name) => told.push(name),
    onDecided: () => undefined,
  });
  onTestFinished(() => {
    review.close();
    desk.cleanUp();
  });
});

const approve: ReviewVerdict = { decision: 'approve', reason: null, note: null, edit: null };
const reject: ReviewVerdict = { ...approve, decision: 'reject', reason: 'wrong' };
const everything = { kind: null, reason: null };
const health = {
  target: 'jiwa',
  key: 'anxieties',
  value: 'Afraid of an operation on the heart',
  confidence: 0.8,
  evidence: { quote: 'ho un’operazione al cuore', messageId: null, at: 5 },
  reason: 'sensitive',
  analysisId: null,
} as const;
const waiting = (clientId: string, more: object = {}) => {
  propose(desk.db, clock, { ...health, clientId, ...more });
  return review.refs(everything);
};
const memory = (clientId: string) => readMemory(desk.db, clientId).jiwa.map(({ value }) => value);

it('a memory that waits is shown with its client, the words behind it and what is remembered now', () => {
  const client = aClient(desk.db, { name: 'Mario Rinaldi' });
  saveJiwa(desk.db, clock, {
    clientId: client.id,
    field: 'anxieties',
    value: 'Costs',
    author: 'llama',
    confidence: 0.9,
    evidence: null,
  });
  waiting(client.id);
  waiting(client.id, { target: 'fact', key: 'work', value: 'Sells surfboards', reason: 'low_confidence' });
  const { items } = review.list({ ...everything, before: null, limit: 10 });
  expect(items).toHaveLength(2);
  expect(items.find(({ kind }) => kind === 'jiwa')).toMatchObject({
    clientName: 'Mario Rinaldi',
    field: 'anxieties',
    before: 'Costs',
    confidence: 0.8,
    reason: 'sensitive',
    evidence: [{ quote: 'ho un’operazione al cuore', clientId: client.id, at: 5 }],
  });
  expect(items.find(({ kind }) => kind === 'fact')).toMatchObject({ topic: 'work', before: null });
});

it('a memory that waits enters the memory in the consultant’s words, tells who shows it, and leaves it again', async () => {
  const { id } = aClient(desk.db);
  await review.decide(waiting(id), { ...approve, edit: { text: 'Heart trouble' } });
  expect(memory(id)).toEqual(['Heart trouble']);
  expect(told).toContain('memory:changed');
  expect(await review.undo(null)).toEqual({ undone: 1, kept: 0 });
  expect(memory(id)).toEqual([]);
  expect(review.counts().total).toBe(1);
});

it('a memory that waits stays in the memory where the consultant wrote something since', async () => {
  const { id } = aClient(desk.db);
  await review.decide(waiting(id), approve);
  const wanted = { clientId: id, field: 'anxieties', value: 'Nothing' } as const;
  saveJiwa(desk.db, clock, { ...wanted, author: 'consultant', confidence: 1, evidence: null });
  expect(await review.undo(null)).toEqual({ undone: 0, kept: 1 });
  expect(memory(id)).toEqual(['Nothing']);
});

it('a memory that was rejected is not proposed again in other words', async () => {
  const { id } = aClient(desk.db);
  await review.decide(waiting(id), reject);
  const again = { ...health, clientId: id, value: 'Afraid of the heart operation', evidence: null };
  expect(propose(desk.db, clock, again)).toBe('rejected');
  expect(propose(desk.db, clock, { ...again, clientId: aClient(desk.db).id })).toBe('added');
});

it('a memory that waits goes with its client, and what was decided about it too', async () => {
  const { id } = aClient(desk.db);
  await review.decide(waiting(id), reject);
  desk.db.prepare('DELETE FROM clients WHERE id = ?').run(id);
  expect(desk.db.prepare('SELECT count(*) FROM review_decisions').pluck().get()).toBe(0);
  expect(review.counts()).toMatchObject({ total: 0, canUndo: false });
});
