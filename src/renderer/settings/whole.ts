/** A whole number as typed, within bounds; null when it is none. */
export function parseWhole(text: string, from: number, to = Infinity): number | null {
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= from && value <= to ? value : null;
}
