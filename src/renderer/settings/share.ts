import { parsePrice } from './price.ts';

/** A share from 0 to 100 percent as typed; null when it is none. */
export function parseShare(text: string): number | null {
  const percent = parsePrice(text.replace(/\s*%\s*$/, ''));
  return percent !== null && percent <= 100 ? percent : null;
}
