import { findFirst, proseOf, type Gate } from './gate.ts';

/** Figures are house facts: prices, shares, durations, ages, years. Permits have numbers in their names (C1, E33G). */
const figures = [
  /(?:€|\$|£|\bRp\.?|\bIDR|\bUSD|\bEUR)\s?\d[\d.,]*/i,
  /\b\d[\d.,]*\s?(?:%|€|\$|percent|per cent|million|juta|jt|rb|ribu|rupiah|euros?|dollars?)/i,
  /\b\d+\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\b/i,
  /(?<![A-Za-z\d])\d{2,}(?![A-Za-z\d])/,
] as const;

export const figuresGate: Gate = (item) => {
  const found = findFirst(proseOf(item), figures);
  return found === null ? null : { reason: 'figure', detail: `a figure that is no house fact: ${found}` };
};
