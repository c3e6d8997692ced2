import type { Finder } from '../personal.ts';

const words = {
  id: 'nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan',
  it: 'zero|uno|due|tre|quattro|cinque|sei|sette|otto|nove',
  en: 'zero|oh|double|triple|one|two|three|four|five|six|seven|eight|nine',
};

/** Seven digits and more in the words of one language ("nol delapan satu …"). Nothing else is told so. */
const spoken = Object.values(words).map(
  (digit) =>
    new RegExp(
      String.raw`(?<![\p{L}\d])(?:(?:plus|più|tambah|plus) )?(?:${digit}|\d)(?:[ ,.-]{1,3}(?:${digit}|\d)){6,20}(?![\p{L}\d])`,
      'giu',
    ),
);

export const findSpokenPhones: Finder = ({ text }) =>
  spoken.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      // Digits that stand apart are for the numbers; half of it must be words.
      .filter(([whole]) => (whole.match(/\p{L}+/gu) ?? []).length >= 4)
      .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length, type: 'phone' as const })),
  );
