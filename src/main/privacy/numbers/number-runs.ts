import { cuesBefore, type NumberCue } from './cues.ts';

/** Digits that stand together, however they are grouped ("0812-3456 789"). */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly digits: string;
  /** It begins with a plus. */
  readonly isInternational: boolean;
  /** Words before it, the nearest first. */
  readonly cues: readonly NumberCue[];
}

/** The first character may be a bracket or a plus; what follows is bounded, so that this takes one pass. */
const run = /(?<![\p{L}\d_])(?:\+|\(\+?)?\d(?:[ \u00A0./()-]{0,3}\d){4,40}(?![\p{L}_])/gu;

/** Numbers of five digits and more that are no amount of money, no date and no time, in order. */
export function numberRuns(text: string): NumberRun[] {
  return [...text.matchAll(run)].flatMap((match) => {
    const [raw] = match;
    const start = match.index;
    const end = start + raw.length;
    if (isDateOrTime(raw)) return [];
    const cues = cuesBefore(text, start);
    const digits = raw.replace(/\D/g, '');
    const isInternational = raw.includes('+');
    if (isAmount(text, { start, end, raw, cues, isInternational })) return [];
    return [{ start, end, raw, digits, isInternational, cues }];
  });
}

const dates = [
  /^(?:\d{1,2}[ ./-]+\d{1,2}[ ./-]+\d{2,4})(?:[ ./-]+\d{1,2}[ ./-]+\d{1,2}[ ./-]+\d{2,4})?(?: \d{1,2}(?:\.\d\d)?)?$/,
  // With the hour behind it: "2026-11-25 10:12".
  /^(?:19|20)\d\d[ ./-]\d{1,2}[ ./-]\d{1,2}(?: \d{1,2}(?:\.\d\d)?)?$/,
  // Years: "2025/2026", "2026-2027".
  /^(?:(?:19|20)\d\d[ ./-]*){1,3}$/,
  // "9.00 - 17.30".
  /^\d{1,2}\.\d\d(?:[ -]+\d{1,2}\.\d\d)+$/,
  /^\d{1,2}[ -]+\d{1,2}[ /-]+(?:19|20)\d\d$/,
];

function isDateOrTime(raw: string): boolean {
  return dates.some((date) => date.test(raw));
}

const grouped = /^\d{1,3}(?:[., ]\d{3})+(?:[.,-]\d{1,2}|[.,-])?$/;
const unitBehind =
  /^(?:,-|[.,]\d{1,2})?\s{0,2}(?:juta|jt|jutaan|ribu|rb|miliar|milyar|triliun|rupiah|rupie|rp|idr|usd|aud|eur|euro|dollari|dollars?|dolar|million[ei]?|milioni|mln|billion|bn|€|\$|£|%|m2|mq|sqm|are\b)/i;
const currencyBefore = /(?:rp\.?|idr|usd|aud|eur|euro|sgd|gbp|[€$£])\s{0,2}$/i;

/** Whether it is money: by its currency, or grouped in thousands where no word says that it is something else. */
function isAmount(
  text: string,
  { start, end, raw, cues, isInternational }: Omit<NumberRun, 'digits'>,
): boolean {
  if (isInternational) return false;
  if (currencyBefore.test(text.slice(Math.max(0, start - 8), start))) return true;
  if (unitBehind.test(text.slice(end, end + 16))) return true;
  const [nearest] = cues;
  if (nearest === 'money' && !raw.startsWith('0')) return true;
  return grouped.test(raw) && nearest !== 'phone' && !raw.startsWith('0');
}
