import { describe, expect, test } from 'vitest';
import { daysBetween, openFormats } from '../../../src/renderer/ui/formats.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/shared/time.ts';

const now = new Date(2026, 10, 14, 10, 5).getTime();
const italian = openFormats('it', { now: 'ora', today: 'Oggi', yesterday: 'Ieri' });
const english = openFormats('en', { now: 'now', today: 'Today', yesterday: 'Yesterday' });

describe('the short moment of a list', () => {
  test.each([
    [now - 20 * SECOND, 'ora'],
    [now + 5 * SECOND, 'ora'],
    [now - 3 * MINUTE, '10:02'],
    [now - 13 * HOUR, 'ieri'],
    [now - 2 * DAY, 'gio'],
    [now - 7 * DAY, '7 nov'],
    [new Date(2025, 10, 14).getTime(), '14 nov 2025'],
  ])('%s is %s', (at, shown) => {
    expect(italian.moment(at, now)).toBe(shown);
  });

  test('a minute before midnight is yesterday a minute after it', () => {
    const midnight = new Date(2026, 10, 15).getTime();
    expect(italian.moment(midnight - MINUTE, midnight + MINUTE)).toBe('ieri');
  });
});

test.each([
  [now - 20 * SECOND, 'ora'],
  [now - 3 * MINUTE, '10:02'],
  [now - DAY, 'ieri, 10:05'],
  [now - 3 * DAY, '11 novembre, 10:05'],
  [new Date(2025, 10, 14, 9, 0).getTime(), '14 novembre 2025, 09:00'],
])('%s in a sentence is %s', (at, shown) => {
  expect(italian.when(at, now)).toBe(shown);
});

test('the day of a message is said as people say it', () => {
  expect(italian.day(now, now)).toBe('Oggi, 14 novembre');
  expect(italian.day(now - DAY, now)).toBe('Ieri, 13 novembre');
  expect(italian.day(now - 5 * DAY, now)).toBe('Lunedì 9 novembre');
  expect(english.day(new Date(2024, 1, 29).getTime(), now)).toBe('29 February 2024');
});

test('days are counted by the calendar, over the change of the clocks too', () => {
  const march = new Date(2026, 2, 27, 23, 59).getTime();
  expect(daysBetween(march, new Date(2026, 2, 31, 0, 1).getTime())).toBe(4);
  const october = new Date(2026, 9, 24, 0, 1).getTime();
  expect(daysBetween(october, new Date(2026, 9, 26, 23, 59).getTime())).toBe(2);
});

test.each([
  [0.12, '0,1 ms'],
  [6, '6 ms'],
  [64.4, '64 ms'],
  [612, '0,6 s'],
  [2_140, '2,1 s'],
])('a span of %s ms is shown as %s', (ms, shown) => {
  expect(italian.span(ms)).toBe(shown);
});

test('costs keep the digits that matter', () => {
  expect(english.usd(0.0004)).toBe('$0.0004');
  expect(english.usd(0.000043)).toBe('$0.000043');
  expect(english.usd(0.000126)).toBe('$0.00013');
  expect(english.usd(0.0136)).toBe('$0.0136');
  expect(english.usd(0)).toBe('$0.00');
  expect(english.usd(1.5)).toBe('$1.50');
});

test('a currency is called by its code and its name', () => {
  expect(italian.currency('IDR')).toBe('IDR, rupia indonesiana');
  expect(english.currency('EUR')).toBe('EUR, Euro');
});
