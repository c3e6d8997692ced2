/** US dollars as typed, with a point or a comma; null when it is no amount of money. */
export function parsePrice(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  return Number(plain);
}
