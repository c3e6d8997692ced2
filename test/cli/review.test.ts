import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { readInsight } from '../../src/main/db/insights.ts';
import { openDb } from '../../src/main/db/open.ts';
import { anInsight } from '../fixtures/insights.ts';
import { furnishFolder, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

it('lists, approves, rejects with a reason and takes back, as text and as JSON', async () => {
  const { jiwa, dataDir } = openTestDesk({}, furnished);
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  onTestFinished(() => void db.close());
  const one = anInsight(db, 'one', { status: 'review' }, Date.now());
  const two = anInsight(db, 'two', { status: 'review' }, Date.now());
  const statuses = () => [one, two].map(({ id }) => readInsight(db, id)?.status);
  const json = async (...args: string[]) => JSON.parse((await jiwa(['review', ...args, '--json'])).stdout);

  const text = await jiwa(['review', 'list']);
  expect(text.stdout).toContain(one.id.slice(-12));
  expect(text.stdout).toContain('2 waiting: 2 insight (import)');
  const listed = await json('list', '--kind', 'insight');
  expect(listed).toMatchObject({ total: 2, hasMore: false, items: [{ id: two.id }, { id: one.id }] });

  expect(await json('approve', one.id.slice(-12), '--text', 'Better.')).toMatchObject({ decided: 1 });
  expect(readInsight(db, one.id)).toMatchObject({ text: 'Better.', status: 'live' });
  const rejected = await jiwa(['review', 'reject', '--all', '--because', 'wrong']);
  expect(rejected.stdout).toContain('1 rejected.');
  expect(statuses()).toEqual(['live', 'rejected']);
  expect(await json('undo')).toEqual({ undone: 1, kept: 0 });
  expect(await json('undo')).toEqual({ undone: 1, kept: 0 });
  expect(statuses()).toEqual(['review', 'review']);
  expect((await jiwa(['review', 'undo'])).stdout).toContain('There is nothing to take back.');
});

it('refuses what names nothing, and a text for several', async () => {
  const { jiwa, dataDir } = openTestDesk({}, furnished);
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  onTestFinished(() => void db.close());
  expect((await jiwa(['review', 'approve'])).code).toBe(2);
  expect((await jiwa(['review', 'approve', 'ffff'])).code).toBe(3);
  for (const slug of ['one', 'two']) anInsight(db, slug, { status: 'review' });
  const several = await jiwa(['review', 'approve', '--all', '--text', 'Same.']);
  expect(several.code).toBe(2);
  expect(several.stderr).toContain('exactly one');
});
