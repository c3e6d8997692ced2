import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { saveFact, readMemory, saveJiwa, jiwaHistory } from '../../../src/main/memory/memory.ts';
import { listProposalsOf } from '../../../src/main/db/memory-proposals.ts';
import {
  approveProposal,
  propose,
  rejectProposal,
  undoDecision,
  wasRejected,
} from '../../../src/main/memory/proposals.ts';
import { aClient, openTestDb, testClock, type TestClock } from '../../fixtures/desk.ts';

let db: Db;
let clock: TestClock;
let clientId: string;

beforeEach(() => {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  ({ db } = desk);
  clock = testClock();
  clientId = aClient(db).id;
});

const health = {
  target: 'jiwa',
  key: 'anxieties',
  value: 'Afraid of an operation on the heart',
  confidence: 0.8,
  evidence: { quote: 'operazione al cuore', messageId: null, at: 5 },
  reason: 'sensitive',
  analysisId: null,
} as const;

const waiting = () => listProposalsOf(db, clientId).filter(({ state }) => state === 'waiting');

const proposed = (changes: Partial<Parameters<typeof propose>[2]> = {}): string => {
  expect(propose(db, clock, { ...health, clientId, ...changes })).toBe('added');
  return listProposalsOf(db, clientId)[0]!.id;
};

it('waits until a person takes it into the memory, with the words behind it, and then counts as the person’s own', () => {
  const id = proposed();
  expect(readMemory(db, clientId).jiwa).toEqual([]);
  expect(approveProposal(db, clock, clientId, id)).toMatchObject({ state: 'approved' });
  expect(readMemory(db, clientId).jiwa).toMatchObject([
    {
      field: 'anxieties',
      value: health.value,
      author: 'consultant',
      confidence: 1,
      evidence: { quote: 'operazione al cuore' },
    },
  ]);
  expect(waiting()).toEqual([]);
  expect(() => approveProposal(db, clock, clientId, id)).toThrow('approved already');
});

it('is taken in the consultant’s words where they are given, and taken back exactly', () => {
  saveJiwa(db, clock, {
    clientId,
    field: 'anxieties',
    value: 'Costs',
    author: 'llama',
    confidence: 0.8,
    evidence: null,
  });
  const before = readMemory(db, clientId);
  clock.advance(1_000);
  const id = proposed();
  approveProposal(db, clock, clientId, id, 'Worried about an operation');
  expect(readMemory(db, clientId).jiwa).toMatchObject([{ value: 'Worried about an operation' }]);
  clock.advance(1_000);
  expect(undoDecision(db, clock, clientId, id)).toMatchObject({ state: 'waiting', decidedAt: null });
  expect(readMemory(db, clientId)).toEqual(before);
  expect(jiwaHistory(db, clientId, 'anxieties')).toHaveLength(2);
});

it('is not taken back over what was written since', () => {
  const id = proposed();
  approveProposal(db, clock, clientId, id);
  clock.advance(1_000);
  saveJiwa(db, clock, {
    clientId,
    field: 'anxieties',
    value: 'Something else',
    author: 'consultant',
    confidence: 1,
    evidence: null,
  });
  expect(() => undoDecision(db, clock, clientId, id)).toThrow('changed since');
});

it('does not come back once it was rejected, in other words or out of the same words of the client', () => {
  const id = proposed();
  expect(rejectProposal(db, clock, clientId, id, 'none of our business')).toMatchObject({
    state: 'rejected',
    note: 'none of our business',
  });
  const again = { ...health, clientId };
  expect(propose(db, clock, again)).toBe('rejected');
  expect(wasRejected(db, { ...again, value: 'Fears the heart operation' })).toBe(true);
  expect(wasRejected(db, { ...again, value: 'Afraid that the visa comes too late' })).toBe(false);
  expect(wasRejected(db, { ...again, clientId: aClient(db).id })).toBe(false);
  undoDecision(db, clock, clientId, id);
  expect(wasRejected(db, again)).toBe(false);
});

it('waits once, however often it is proposed', () => {
  proposed();
  expect(propose(db, clock, { ...health, clientId, value: 'Afraid of the operation on the heart' })).toBe(
    'waiting',
  );
  expect(waiting()).toHaveLength(1);
});

it('is found for its own client only', () => {
  const id = proposed({ target: 'fact', key: 'diet', value: 'Vegan' });
  const other = aClient(db, { name: 'Sara Conti' }).id;
  for (const decide of [approveProposal, rejectProposal, undoDecision])
    expect(() => decide(db, clock, other, id)).toThrow(`no proposal ${id}`);
  expect(listProposalsOf(db, other)).toEqual([]);
  approveProposal(db, clock, clientId, id);
  expect(readMemory(db, clientId).facts).toMatchObject([{ topic: 'diet', value: 'Vegan' }]);
  expect(readMemory(db, other).facts).toEqual([]);
});

it('adds nothing to the memory where the same is known', () => {
  saveFact(db, clock, {
    clientId,
    topic: 'diet',
    value: 'Vegan',
    author: 'consultant',
    confidence: 1,
    evidence: null,
  });
  const before = readMemory(db, clientId);
  const id = proposed({ target: 'fact', key: 'diet', value: 'Vegan' });
  approveProposal(db, clock, clientId, id);
  expect(readMemory(db, clientId)).toEqual(before);
  undoDecision(db, clock, clientId, id);
  expect(readMemory(db, clientId)).toEqual(before);
});
