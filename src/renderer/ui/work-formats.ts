import { MINUTE, SECOND } from '../../shared/time.ts';

/** Smaller amounts keep two digits that say something. */
const CENT = 0.01;

/** Formats of what work costs and how long it takes. */
export const openWorkFormats = (locale: string) => ({
  usd: openDollars(locale),
  money: openMoney(locale),
  duration: openDurations(locale),
  tenths: openTenths(locale),
  currency: openCurrencies(locale),
});

/** US dollars. A reply often costs a small part of a cent: two digits of it are kept. */
function openDollars(locale: string): (value: number) => string {
  const shared = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const plain = new Intl.NumberFormat(locale, {
    ...shared,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
  const small = new Intl.NumberFormat(locale, { ...shared, maximumSignificantDigits: 2 });
  return (value) => (value > 0 && value < CENT ? small : plain).format(value);
}

/** A currency by its code and its name: "EUR, euro". */
function openCurrencies(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (code) => `${code}, ${names.of(code) ?? code}`;
}

function openTenths(locale: string): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

/** Money of any currency. */
function openMoney(locale: string): (value: number, currency: string) => string {
  const known = new Map<string, (value: number) => string>();
  const open = (currency: string) => {
    const shared = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    const plain = new Intl.NumberFormat(locale, {
      ...shared,
      maximumFractionDigits: currency === 'IDR' ? 0 : 2,
    });
    const small = new Intl.NumberFormat(locale, { ...shared, maximumSignificantDigits: 2 });
    return (value: number) => (value > 0 && value < CENT ? small : plain).format(value);
  };
  return (value, currency) => {
    const format = known.get(currency) ?? open(currency);
    known.set(currency, format);
    return format(value);
  };
}

/** Spans of work: 8 sec, 4 min, 1 hr 12 min. */
function openDurations(locale: string): (ms: number) => string {
  const unit = (name: 'hour' | 'minute' | 'second') => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits: 0 });
    return (value: number) => format.format(value);
  };
  const [hours, minutes, seconds] = [unit('hour'), unit('minute'), unit('second')];
  return (ms) => {
    if (ms < MINUTE) return seconds(Math.max(1, Math.round(ms / SECOND)));
    const whole = Math.round(ms / MINUTE);
    if (whole < 60) return minutes(whole);
    const rest = whole % 60;
    return rest === 0 ? hours(Math.floor(whole / 60)) : `${hours(Math.floor(whole / 60))} ${minutes(rest)}`;
  };
}
