import { DAY, MINUTE, SECOND } from '../../shared/time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What the clock on the wall says, as if it were in Greenwich. */
function wallTime(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

const offsetAt = (at: number, zone: string): number => wallTime(at, zone) - Math.floor(at / SECOND) * SECOND;

/** The local day, `2026-11-25`. `zone`: as the IANA names it. */
export function localDateOf(at: number, zone: string): string {
  return new Date(wallTime(at, zone)).toISOString().slice(0, 10);
}

/** The day after, or `days` after. */
export function dayAfter(localDate: string, days = 1): string {
  return new Date(Date.parse(`${localDate}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * When the clock on the wall shows `time` (`03:00`) on this local day: for the first time where it does so twice, as much
 * later as the clock was put on where it never does.
 */
export function momentOf(localDate: string, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.parse(`${localDate}T00:00:00Z`) + (hours * 60 + minutes) * MINUTE;
  const before = offsetAt(wall - DAY, zone);
  const moments = [before, offsetAt(wall + DAY, zone)].map((offset) => wall - offset);
  const shown = moments.filter((moment) => wallTime(moment, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : wall - before;
}

/** The time zone of the machine. */
export function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
