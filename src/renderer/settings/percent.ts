import { parseShare } from './share.ts';

/** A share in percent as typed, within what the settings allow; null when it is none. */
export function parsePercent(text: string): number | null {
  const percent = parseShare(text);
  return percent !== null && percent >= 0.1 && percent <= 20 ? percent : null;
}
