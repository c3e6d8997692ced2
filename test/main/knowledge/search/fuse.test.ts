import { expect, test } from 'vitest';
import { backgroundOf, calibrate, fuseRanks, judge } from '../../../../src/main/knowledge/search/fuse.ts';

test('ranks first what several lists name, and gives 1 to what leads them all', () => {
  const fused = fuseRanks([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
  expect(fused.get('a')).toBeCloseTo(1);
  expect(fused.get('c')).toBeGreaterThan(fused.get('b') ?? 1);
});

test('counts an id once per list, however often it stands in it', () => {
  expect(fuseRanks([['a', 'a', 'b']])).toEqual(fuseRanks([['a', 'b']]));
});

test('calibrates against what unrelated items score, whatever the embedder', () => {
  expect(calibrate(0.3, 0.3)).toBe(0);
  expect(calibrate(1, 0.3)).toBe(1);
  expect(calibrate(0.9, 0.8)).toBeCloseTo(calibrate(0.5, 0), 5);
  expect(backgroundOf([0.9, 0.5, 0.2, 0.1])).toBeCloseTo(0.1);
  expect(backgroundOf([])).toBe(0);
});

test('takes the best above the floor that are not far behind and say something new, and says what kept the others out', () => {
  const rows = [
    { score: 0.5, fit: 0.5, theme: 'trust' },
    { score: 0.9, fit: 3, theme: 'shame' },
    { score: 0.8, fit: 1, theme: 'fear' },
    { score: 0.7, fit: 1, theme: 'shame' },
    { score: 0.45, fit: 0.3, theme: 'family' },
    { score: 0.3, fit: 0.2, theme: 'money' },
  ];
  const verdicts = (limit: number) =>
    judge(rows, { floor: 0.4, limit, repeats: (one, before) => one.theme === before.theme }).map(
      ({ item, verdict }) => `${item.score} ${verdict}`,
    );
  expect(verdicts(5)).toEqual([
    '0.9 taken',
    '0.8 taken',
    '0.7 repetition',
    '0.5 taken',
    '0.45 behind',
    '0.3 floor',
  ]);
  expect(verdicts(1)).toEqual([
    '0.9 taken',
    '0.8 limit',
    '0.7 limit',
    '0.5 limit',
    '0.45 behind',
    '0.3 floor',
  ]);
});
