import { expect, it } from 'vitest';
import { shareOfCatalogue } from '../../../../src/main/chat/catalogue/share.ts';

const extent = { before: 6_000, catalogue: 18_000, after: 8_000 };
const usage = (input: number, cacheRead: number, cacheWrite: number) => ({
  input,
  output: 90,
  cacheRead,
  cacheWrite,
});

it.each([
  ['written with the rules: by characters', usage(2_000, 0, 8_000), usage(0, 0, 6_000)],
  ['read with the rules: by characters', usage(2_000, 8_000, 0), usage(0, 6_000, 0)],
  ['written while the rules were read: exactly', usage(2_000, 2_000, 5_900), usage(0, 0, 5_900)],
  ['not cached: by characters of the whole prompt', usage(8_000, 0, 0), usage(4_500, 0, 0)],
  ['nothing used', usage(0, 0, 0), usage(0, 0, 0)],
])('%s', (_, whole, share) => {
  expect(shareOfCatalogue(whole, extent)).toEqual({ ...share, output: 0 });
});

it('is nothing where there is no catalogue', () => {
  const share = shareOfCatalogue(usage(2_000, 8_000, 500), { ...extent, catalogue: 0 });
  expect(share).toEqual({ input: 0, output: 0, cacheRead: 0, cacheWrite: 0 });
});
