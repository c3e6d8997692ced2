import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Lookout } from '../../src/main/lookout.ts';
import { recordingLog } from '../fixtures/desk.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('looks again and again, also after a look that failed, of which the log tells', () => {
  const { log, lines } = recordingLog();
  let looks = 0;
  const look = () => {
    looks += 1;
    if (looks === 1) throw new TypeError('busy');
  };
  const lookout = new Lookout({ look, everyMs: 100, failed: 'nobody looked', log });
  lookout.start();
  vi.advanceTimersByTime(250);
  expect(looks).toBe(2);
  expect(lines).toEqual([{ level: 'warn', what: 'nobody looked', fields: { error: 'TypeError' } }]);
});

it('looks once at what was told together, and not at all before its start and after its end', () => {
  let looks = 0;
  const look = () => void (looks += 1);
  const lookout = new Lookout({ look, everyMs: 1_000, soonMs: 10, failed: '', log: recordingLog().log });
  lookout.soon();
  vi.advanceTimersByTime(50);
  expect(looks).toBe(0);
  lookout.start();
  lookout.soon();
  lookout.soon();
  vi.advanceTimersByTime(50);
  expect(looks).toBe(1);
  lookout.soon();
  lookout.stop();
  vi.advanceTimersByTime(5_000);
  expect(looks).toBe(1);
});
