import type { Language } from '../../shared/language.ts';
import { DAY, MINUTE, SECOND } from '../../shared/time.ts';
import { openWorkFormats } from './work-formats.ts';

/** How dates and numbers are written for each language of the screen. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', it: 'it-IT', en: 'en-GB' };

export interface DayWords {
  readonly now: string;
  readonly today: string;
  readonly yesterday: string;
}

const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);

const isSameYear = (a: number, b: number) => new Date(a).getFullYear() === new Date(b).getFullYear();

/** Whole days from the day of `at` to the day of `now`, in the machine's time zone (DST days included). */
export function daysBetween(at: number, now: number): number {
  return Math.round((midnight(now) - midnight(at)) / DAY);
}

const sentenceCase = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function openSizes(locale: string): (bytes: number) => string {
  const unit = (name: 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0 });
  const kilobytes = unit('kilobyte');
  const megabytes = unit('megabyte');
  return (bytes) => (bytes < 1e6 ? kilobytes.format(bytes / 1e3) : megabytes.format(bytes / 1e6));
}

function openSpans(locale: string): (ms: number) => string {
  const milliseconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const fewMilliseconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (ms) => {
    if (ms < 10) return `${fewMilliseconds.format(ms)} ms`;
    return ms < SECOND / 10 ? `${milliseconds.format(ms)} ms` : `${seconds.format(ms / SECOND)} s`;
  };
}

/** Formats of one language. Times are in ms since 1970 and shown in the machine's time zone. */
export function openFormats(language: Language, words: DayWords) {
  const locale = locales[language];
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (at: number) => format.format(at);
  };
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const time = date({ hour: '2-digit', minute: '2-digit' });
  const dayMonth = date({ day: 'numeric', month: 'long' });
  const weekdayDay = date({ weekday: 'long', day: 'numeric', month: 'long' });
  const fullDay = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = date({ day: 'numeric', month: 'short' });
  const shortYear = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = date({ weekday: 'short' });

  return {
    time,
    date: shortYear,
    /** A day without its year: 14 November. */
    dayMonth,
    count: number({ maximumFractionDigits: 0 }),
    percent: number({ style: 'percent', maximumFractionDigits: 0 }),
    /** A share that may be a small part of a percent. */
    share: number({ style: 'percent', maximumSignificantDigits: 2 }),
    score: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ...openWorkFormats(locale),
    /** Bytes of files: 135 MB, 31 kB. */
    size: openSizes(locale),
    /** A span: milliseconds under a tenth of a second, else seconds with one decimal. */
    span: openSpans(locale),
    /** Heading of a day in the timeline. */
    day(at: number, now: number): string {
      const days = daysBetween(at, now);
      if (days === 0) return `${words.today}, ${dayMonth(at)}`;
      if (days === 1) return `${words.yesterday}, ${dayMonth(at)}`;
      return sentenceCase(isSameYear(at, now) ? weekdayDay(at) : fullDay(at));
    },
    /** The short moment of a list: now, 10:02, yesterday, Fri, 3 Nov. */
    moment(at: number, now: number): string {
      const days = daysBetween(at, now);
      if (now - at < MINUTE && days === 0) return words.now;
      if (days <= 0) return time(at);
      if (days === 1) return words.yesterday.toLocaleLowerCase(locale);
      if (days < 7) return weekday(at);
      return isSameYear(at, now) ? shortDay(at) : shortYear(at);
    },
    /** A moment in full, to stand in a sentence: now, 10:02, yesterday, 10:02, 3 November, 10:02. */
    when(at: number, now: number): string {
      const days = daysBetween(at, now);
      if (days <= 0) return now - at < MINUTE ? words.now : time(at);
      const day =
        days === 1
          ? words.yesterday.toLocaleLowerCase(locale)
          : isSameYear(at, now)
            ? dayMonth(at)
            : fullDay(at);
      return `${day}, ${time(at)}`;
    },
  };
}

export type Formats = ReturnType<typeof openFormats>;
