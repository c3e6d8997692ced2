import { parsePrice } from './price.ts';

/** A share in percent as typed, within what the settings allow; null when it is none. */
export function parsePercent(text: string): number | null {
  const percent = parsePrice(text.replace(/\s*%\s*$/, ''));
  return percent !== null && percent >= 0.1 && percent <= 20 ? percent : null;
}
