import { onTestFinished, expect, it } from 'vitest';
import { enqueue } from '../../../src/main/jobs/queue.ts';
import { variationsSpec } from '../../../src/main/answers/propose/spec.ts';
import { listIntents } from '../../../src/main/db/intents.ts';
import { insertProposedIntent } from '../../../src/main/db/proposed-intents.ts';
import { insertProposedVariations } from '../../../src/main/db/proposed-variations.ts';
import { countQueue, pageOfQueue } from '../../../src/main/db/review-queue.ts';
import { decide, undoBatch } from '../../../src/main/review/decide.ts';
import { openTestDb, testClock } from '../../fixtures/desk.ts';
import { anIntent } from '../../fixtures/served.ts';

function deskWithProposals() {
  const files = openTestDb();
  onTestFinished(() => files.cleanUp());
  const { db } = files;
  const clock = testClock();
  const { intentId } = anIntent(db);
  const payload = { intentId, language: 'it' } as const;
  const { id: jobId } = enqueue(db, variationsSpec, { payload }, 1);
  const origin = { jobId, model: 'llama', promptVersion: 'p-1' };
  const fresh = { state: 'waiting', reason: 'far', detail: null } as const;
  insertProposedVariations(db, { ...origin, ...payload }, [{ text: 'Siete aperti sabato?', ...fresh }], 2);
  const title = { id: 'Sewa motor', it: 'Noleggio moto', en: 'Motorbike rental' };
  const variations = [{ language: 'en', text: 'rent a motorbike?' }] as const;
  const question = {
    title,
    variations,
    facts: [],
    keys: ['c:motorbike'],
    times: 4,
    clients: 2,
    refusal: null,
  };
  insertProposedIntent(db, origin, question, 3);
  const waiting = () => pageOfQueue(db, { kind: null, reason: null, before: null, limit: 10 }).items;
  const inUse = () => listIntents(db).flatMap((intent) => intent.variations.map(({ text }) => text));
  return { db, clock, waiting, inUse };
}

const approve = { decision: 'approve', reason: null, note: null, edit: null } as const;

it('proposals wait beside everything else, with why and where they come from', () => {
  const { db, waiting } = deskWithProposals();
  expect(waiting()).toMatchObject([
    { kind: 'question', reason: 'wished', times: 4, clients: 2, title: { it: 'Noleggio moto' } },
    { kind: 'variation', reason: 'far', text: 'Siete aperti sabato?', origin: { model: 'llama' } },
  ]);
  expect(countQueue(db).groups.map(({ kind, n }) => [kind, n])).toEqual([
    ['question', 1],
    ['variation', 1],
  ]);
});

it('are put into use by one decision, and taken back by one', async () => {
  const { db, clock, waiting, inUse } = deskWithProposals();
  const before = inUse();
  const { batchId, decided } = await decide({ db, clock }, waiting(), approve);
  expect(decided).toBe(2);
  expect(inUse()).toEqual(expect.arrayContaining([...before, 'Siete aperti sabato?', 'rent a motorbike?']));
  // Nothing answers it yet, so it must keep no message from others.
  expect(listIntents(db).find(({ slug }) => slug === 'motorbike-rental')?.isEnabled).toBe(false);
  expect(waiting()).toEqual([]);
  expect(await undoBatch({ db, clock }, batchId)).toEqual({ undone: 2, kept: 0 });
  expect(inUse()).toEqual(before);
  expect(waiting()).toHaveLength(2);
});

it('are changed before they are approved, and left alone when what they made was changed since', async () => {
  const { db, clock, waiting, inUse } = deskWithProposals();
  const variation = waiting().filter(({ kind }) => kind === 'variation');
  const edit = { text: 'Siete aperti il sabato?' };
  const { batchId } = await decide({ db, clock }, variation, { ...approve, edit });
  expect(inUse()).toContain('Siete aperti il sabato?');
  db.exec(`DELETE FROM variations WHERE text = 'Siete aperti il sabato?'`);
  expect(await undoBatch({ db, clock }, batchId)).toEqual({ undone: 0, kept: 1 });
});
