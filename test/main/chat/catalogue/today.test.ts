import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCatalogue } from '../../../../src/main/chat/catalogue/today.ts';
import { openDb } from '../../../../src/main/db/open.ts';
import { removeInsight, setInsightStatus } from '../../../../src/main/db/insights.ts';
import { readInsightNumbers } from '../../../../src/main/db/insight-numbers.ts';
import { DAY, HOUR } from '../../../../src/shared/time.ts';
import { openTestDb, testClock, type TestClock, type TestDb } from '../../../fixtures/desk.ts';
import { anInsight } from '../../../fixtures/insights.ts';

/** More than there are here. */
const MOST = 1_000;

let desk: TestDb;
let clock: TestClock;

beforeEach(() => {
  desk = openTestDb();
  clock = testClock();
  for (const slug of ['satu', 'dua', 'tiga']) anInsight(desk.db, slug);
  anInsight(desk.db, 'in-review', { status: 'review' });
});

afterEach(() => {
  desk.cleanUp();
});

const open = () => openCatalogue({ db: desk.db, clock });
const numberOf = (insightId: string) => readInsightNumbers(desk.db, [insightId]).get(insightId) ?? 0;

it('lists the live insights of the moment it is first asked for', () => {
  const { text, insights, withdrawn } = open()(MOST);
  expect(insights).toBe(3);
  expect(text).toMatch(/satu.*\n.*dua.*\n.*tiga/);
  expect(text).not.toContain('in-review');
  expect(withdrawn).toEqual([]);
});

it('stays as it is for the day, whatever is edited, added, retired or deleted', () => {
  const today = open();
  const before = today(MOST);
  const { id: edited } = anInsight(desk.db, 'satu', { text: 'Something else' });
  const { id: retired } = anInsight(desk.db, 'dua');
  const { id: deleted } = anInsight(desk.db, 'tiga');
  const { id: added } = anInsight(desk.db, 'empat');
  const numbers = [edited, retired, deleted, added].map(numberOf);
  setInsightStatus(desk.db, 2, retired, 'retired');
  removeInsight(desk.db, deleted);
  const after = today(MOST);
  expect(after.text).toBe(before.text);
  expect(after.withdrawn).toEqual([numbers[1], numbers[2]]);
  expect(numbers.map((number) => after.lists(number))).toEqual([true, true, true, false]);
  setInsightStatus(desk.db, 3, retired, 'live');
  expect(today(MOST).withdrawn).toEqual([numbers[2]]);
});

it('is the same for a second process and after a restart, and changes on the next day', () => {
  const today = open();
  const { text } = today(MOST);
  anInsight(desk.db, 'lima');
  const other = openDb({ file: join(desk.dir, 'jiwa.db') });
  expect(openCatalogue({ db: other, clock })(MOST).text).toBe(text);
  other.close();
  expect(open()(MOST).text).toBe(text);
  clock.advance(DAY);
  const next = today(MOST);
  expect(next.text).not.toBe(text);
  expect(next.insights).toBe(4);
  expect(next.text.startsWith(text.replace('\n</insight_catalogue>', ''))).toBe(true);
});

it('is found again by a clock that goes back across midnight; older days are not kept', () => {
  const today = open();
  const days = [today(MOST).text];
  for (const slug of ['lima', 'enam', 'tujuh']) {
    anInsight(desk.db, slug);
    clock.advance(DAY);
    days.push(today(MOST).text);
  }
  clock.advance(-DAY);
  expect(today(MOST).text).toBe(days[2]);
  expect(desk.db.prepare('SELECT count(*) FROM catalogues').pluck().get()).toBe(2);
});

it('never gives the number of an insight that is gone to another one', () => {
  const { id } = anInsight(desk.db, 'last-one');
  const number = numberOf(id);
  removeInsight(desk.db, id);
  expect(numberOf(anInsight(desk.db, 'next-one').id)).toBe(number + 1);
});

it('is asked for many times without reading insights again', () => {
  const today = open();
  const first = today(MOST);
  clock.advance(HOUR);
  expect(today(MOST)).toBe(first);
});

it('is not made of more insights than it may list, and of none; it is made as soon as it may be', () => {
  const today = open();
  expect(today(2)).toMatchObject({ insights: 3, text: '', withdrawn: [] });
  expect(desk.db.prepare('SELECT count(*) FROM catalogues').pluck().get()).toBe(0);
  expect(today(3).text).toContain('satu');
  // Kept for the day, whatever is asked for afterwards.
  expect(today(2).text).toContain('satu');
  clock.advance(DAY);
  desk.db.prepare("UPDATE insights SET status = 'retired'").run();
  expect(today(MOST)).toMatchObject({ insights: 0, text: '' });
  anInsight(desk.db, 'baru');
  expect(today(MOST).text).toContain('baru');
});
