import { expect, test } from 'vitest';
import type { Language } from '../../../../src/shared/language.ts';
import { phraseWordsOf, placesOf, saidPhrase } from '../../../../src/main/knowledge/search/verbatim.ts';
import { readWords } from '../../../../src/main/text/lexicon/read-words.ts';

const said = (message: string, language: Language, ...phrases: string[]) =>
  saidPhrase(placesOf(readWords(message)), phraseWordsOf(phrases.map(readWords), language));

test('a phrase is heard in any spelling and inflection, with words between its own', () => {
  expect(said('bayarnya tgl tua nih kak', 'id', 'belum gajian', 'tanggal tua nih')?.phrase).toBe(1);
  expect(said('perfetto, allora vi facciamo proprio sapere noi', 'it', 'ti faccio sapere')?.phrase).toBe(0);
  expect(said('we will keep it strictly between us', 'en', 'keep this between us')?.phrase).toBe(0);
});

test('the phrase of which most is said is the one that is heard', () => {
  expect(said('udah ga sanggup mikir lagi', 'id', 'ga sanggup', 'udah ga sanggup mikir')?.phrase).toBe(1);
});

test.each([
  ['the same words in another order', 'sapere faccio ti', 'it', 'ti faccio sapere'],
  ['words far from each other', 'tua sekali rumah yang kami lihat di tanggal', 'id', 'tanggal tua'],
  ['half of a phrase', 'dompet saya hilang', 'id', 'dompet tipis akhir bulan'],
  ['a single word', 'kapan galungan', 'id', 'mau galungan'],
  ['grammar alone', 'what is it to you', 'en', 'what is it'],
] as const)('%s say no phrase', (_what, message, language, phrase) => {
  expect(said(message, language, phrase)).toBeNull();
});
