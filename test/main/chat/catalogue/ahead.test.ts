import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeCataloguesAhead } from '../../../../src/main/chat/catalogue/ahead.ts';
import { openCatalogue } from '../../../../src/main/chat/catalogue/today.ts';
import { applyPatch, defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { HOUR, MINUTE } from '../../../../src/shared/time.ts';
import { openTestDb, recordingLog, type TestDb } from '../../../fixtures/desk.ts';
import { anInsight } from '../../../fixtures/insights.ts';

let desk: TestDb;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 25, 22, 30) });
  desk = openTestDb();
  anInsight(desk.db, 'aku-malu');
});

afterEach(() => {
  vi.useRealTimers();
  desk.cleanUp();
});

function start(insightCatalogue: Settings['insightCatalogue'] = 'auto') {
  const clock = { now: () => Date.now() };
  const { log, lines } = recordingLog();
  const settings = applyPatch(defaultSettings, { insightCatalogue });
  const stop = makeCataloguesAhead({
    clock,
    log,
    settings: () => settings,
    today: openCatalogue({ db: desk.db, clock }),
  });
  return { stop, lines };
}

const days = () => desk.db.prepare('SELECT day FROM catalogues ORDER BY day').pluck().all();

it('makes the catalogue soon after the start and after midnight, until it is ended', () => {
  const { stop } = start();
  expect(days()).toEqual([]);
  vi.advanceTimersByTime(MINUTE);
  expect(days()).toEqual(['2026-11-25']);
  vi.advanceTimersByTime(90 * MINUTE);
  expect(days()).toEqual(['2026-11-25', '2026-11-26']);
  stop();
  vi.advanceTimersByTime(48 * HOUR);
  expect(days()).toEqual(['2026-11-25', '2026-11-26']);
});

it('makes none where it is off', () => {
  const { stop } = start('off');
  vi.advanceTimersByTime(3 * HOUR);
  expect(days()).toEqual([]);
  stop();
});

it('says that it could not, and tries again', () => {
  desk.db.exec('ALTER TABLE catalogues RENAME TO away');
  const { stop, lines } = start();
  vi.advanceTimersByTime(MINUTE);
  expect(lines).toMatchObject([{ level: 'warn', fields: { error: 'SqliteError' } }]);
  desk.db.exec('ALTER TABLE away RENAME TO catalogues');
  vi.advanceTimersByTime(HOUR);
  expect(days()).toEqual(['2026-11-25']);
  stop();
});
