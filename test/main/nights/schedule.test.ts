import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/shared/time.ts';
import { dayAfter, localDateOf, momentOf } from '../../../src/main/nights/local-time.ts';
import { lookAtSchedule } from '../../../src/main/nights/schedule.ts';

const at = (iso: string): number => Date.parse(iso);

describe('a moment by the clock on the wall', () => {
  it.each([
    ['an ordinary night', '2026-11-25', '03:00', 'Asia/Makassar', '2026-11-24T19:00:00Z'],
    ['the night in which the clock is put on', '2027-03-28', '03:00', 'Europe/Rome', '2027-03-28T01:00:00Z'],
    ['an hour that does not exist', '2027-03-28', '02:30', 'Europe/Rome', '2027-03-28T01:30:00Z'],
    [
      'three o’clock, where it does not exist',
      '2027-03-28',
      '03:00',
      'Europe/Helsinki',
      '2027-03-28T01:00:00Z',
    ],
    [
      'the night in which the clock is put back',
      '2026-10-25',
      '03:00',
      'Europe/Rome',
      '2026-10-25T02:00:00Z',
    ],
    ['an hour that comes twice', '2026-10-25', '02:30', 'Europe/Rome', '2026-10-25T00:30:00Z'],
    ['three o’clock, where it comes twice', '2026-10-25', '03:00', 'Europe/Helsinki', '2026-10-25T00:00:00Z'],
    ['half an hour of summer time', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    ['a day that a country left out', '2011-12-31', '03:00', 'Pacific/Apia', '2011-12-30T13:00:00Z'],
  ])('is found for %s', (_what, date, time, zone, expected) => {
    expect(new Date(momentOf(date, time, zone)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it.each([
    ['2026-11-24T16:30:00Z', 'Asia/Makassar', '2026-11-25'],
    ['2026-11-24T16:30:00Z', 'America/New_York', '2026-11-24'],
    ['2026-12-31T23:30:00Z', 'Europe/Rome', '2027-01-01'],
  ])('belongs to a local day (%s in %s)', (iso, zone, date) => {
    expect(localDateOf(at(iso), zone)).toBe(date);
  });

  it('counts days over the ends of months and of summer time', () => {
    expect(dayAfter('2026-10-24')).toBe('2026-10-25');
    expect(dayAfter('2026-10-25')).toBe('2026-10-26');
    expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31');
  });
});

const look = (now: string, had: readonly string[] = [], changes: { since?: string; zone?: string } = {}) =>
  lookAtSchedule({
    now: at(now),
    time: '03:00',
    zone: changes.zone ?? 'Europe/Rome',
    catchUpMs: 12 * HOUR,
    since: at(changes.since ?? '2026-01-01T00:00:00Z'),
    hasNight: (date) => had.includes(date),
  });

describe('the schedule', () => {
  it.each([
    ['not a minute early', '2026-11-25T01:59:00Z', [], null],
    ['at three', '2026-11-25T02:00:00Z', [], '2026-11-25'],
    ['within the time for making up', '2026-11-25T14:00:00Z', [], '2026-11-25'],
    ['no longer after it', '2026-11-25T14:01:00Z', [], null],
    ['not twice on a day', '2026-11-25T02:30:00Z', ['2026-11-25'], null],
    [
      'one for a day that a clock put back brings again: none',
      '2026-11-24T05:00:00Z',
      ['2026-11-24', '2026-11-25'],
      null,
    ],
  ])('begins a night: %s', (_what, now, had, date) => {
    expect(look(now, had).due?.date ?? null).toBe(date);
  });

  it('does not make up for what was due before nights were wanted', () => {
    expect(look('2026-11-25T08:00:00Z', [], { since: '2026-11-25T07:59:00Z' }).due).toBeNull();
  });

  it('says when the next one is due, which is no day that has had its night', () => {
    expect(look('2026-11-25T08:00:00Z', ['2026-11-25']).next).toEqual({
      date: '2026-11-26',
      at: at('2026-11-26T02:00:00Z'),
    });
    expect(look('2026-11-24T20:00:00Z', ['2026-11-25']).next.date).toBe('2026-11-26');
  });

  it.each(['Europe/Rome', 'Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Makassar'])(
    'lets exactly one night begin for each day, whatever becomes of summer time (%s)',
    (zone) => {
      for (const first of [at('2026-10-01T12:00:00Z'), at('2027-03-01T12:00:00Z')]) {
        const had: string[] = [];
        for (let now = first; had.length < 45; now += 2 * HOUR) {
          const hasNight = (date: string) => had.includes(date);
          const state = { now, time: '03:00', zone, catchUpMs: 12 * HOUR, since: first, hasNight };
          const { due } = lookAtSchedule(state);
          if (due) had.push(due.date);
        }
        expect(had).toEqual(had.map((_, index) => dayAfter(had[0] ?? '', index)));
      }
    },
  );
});
