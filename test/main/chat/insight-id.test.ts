import { expect, it } from 'vitest';
import { formatInsightId, parseInsightId } from '../../../src/main/chat/insight-id.ts';

it('comes back as the number it was made of', () => {
  for (let number = 1; number <= 20_000; number += 1)
    expect(parseInsightId(formatInsightId(number))).toBe(number);
  expect(parseInsightId(` ${formatInsightId(7).toUpperCase()} `)).toBe(7);
});

/** Ids with one wrong digit, and with two neighbours exchanged. */
function slipsOf(id: string): string[] {
  const places = Array.from({ length: id.length - 1 }, (_, index) => index + 1);
  const wrong = places.flatMap((place) =>
    Array.from('0123456789', (digit) => id.slice(0, place) + digit + id.slice(place + 1)),
  );
  const exchanged = places.map(
    (place) => id.slice(0, place) + id.slice(place + 1, place + 2) + id.charAt(place) + id.slice(place + 2),
  );
  return [...wrong, ...exchanged].filter((slip) => slip !== id);
}

it('is none with one wrong digit, or with two neighbours exchanged', () => {
  for (let number = 1; number <= 3_000; number += 1) {
    const id = formatInsightId(number);
    expect(slipsOf(id).filter((slip) => parseInsightId(slip) !== null)).toEqual([]);
  }
});

it.each(['', 'h', '1', 'h01', 'h0', 'h-1', 'h1.5', 'hh1', 'h1x', 'l2', 'h1000000000', '<h1>'])(
  'is not “%s”',
  (text) => {
    expect(parseInsightId(text)).toBeNull();
  },
);
