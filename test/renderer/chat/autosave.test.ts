import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openAutosave, type Unsent } from '../../../src/renderer/chat/autosave.ts';

let kept: Unsent[];
const unsent = (text: string, patch: Partial<Unsent> = {}): Unsent => ({
  clientId: 'mario',
  author: 'client',
  text,
  ...patch,
});

beforeEach(() => {
  kept = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('only the last of several quick changes is kept', () => {
  const autosave = openAutosave((value) => kept.push(value), 300);
  for (const text of ['c', 'ci', 'cia']) {
    autosave.note(unsent(text));
    vi.advanceTimersByTime(200);
  }
  expect(kept).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(kept).toEqual([unsent('cia')]);
});

test('texts of two clients, and of two authors, are all kept', () => {
  const autosave = openAutosave((value) => kept.push(value), 300);
  const all = [
    unsent('a'),
    unsent('b', { clientId: 'wayan' }),
    unsent('c', { author: 'desk' }),
    unsent('', { clientId: 'emily' }),
  ];
  all.forEach(autosave.note);
  vi.advanceTimersByTime(300);
  expect(kept).toEqual(all);
});

test('leaving keeps at once what waits, and once', () => {
  const autosave = openAutosave((value) => kept.push(value), 300);
  autosave.note(unsent('a'));
  autosave.flush();
  expect(kept).toEqual([unsent('a')]);
  autosave.flush();
  vi.advanceTimersByTime(1_000);
  expect(kept).toHaveLength(1);
});
