import { describe, expect, it } from 'vitest';
import { openRedaction } from '../../../src/main/privacy/redaction.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { stands } from '../../fixtures/stands.ts';

const nobody = { names: [] };
const giulia = { names: ['Giulia Rossi'] };

/** Pieces that are personal, look like stand-ins, break something, or are ordinary. */
const pieces = [
  'Giulia', 'giulia', 'Giulia Rossi', 'Pak Made', 'made', 'Wayan', '[NAME_1]', '[ name 1 ]', 'NAME_1', '[NAME_1b]', '(EMAIL_2)', '[TEXT_1]', '\\[NAME_1\\]',
  '[', ']', '[[', '\\', '(', ')', '_', '1', '12', ' ', ' ', ' ', '\n', '. ', ', ', ': ', '@', '+', '-', 'NAME', 'NAME_', 'è', '🙏🏽', '\u200B', '\u00A0', '０８', '\u0301', 'mi chiamo ',
  'nama saya ', '0812 3456 7890', '+39 347 1234567', 'a.b@c.it', 'https://wa.me/62812', 'RSSGLI85C41H501W', '5171014708890003', 'IT60X0542811101000000123456',
  'Jl. Raya Ubud No. 3', 'Via Roma 12, 20121 Milano', 'Rp 2.000.000', '25/11/2026', 'paspor X1234567', 'rek BCA 1234567890', 'kak ', 'E33F', '$&', '$1', '‹', '<name 3>',
]; // prettier-ignore

const randomText = (random: () => number, glue = ''): string => {
  const piece = () => pieces[Math.floor(random() * pieces.length)];
  return Array.from({ length: 1 + Math.floor(random() * 14) }, piece).join(glue);
};

describe('whatever the text', () => {
  it('restores what it hid', () => {
    const random = seededRandom(20_261_125);
    for (let round = 0; round < 3_000; round++) {
      const texts = [randomText(random), randomText(random), randomText(random)];
      const { hide, restore } = openRedaction(random() < 0.5 ? nobody : giulia, random() < 0.5 ? texts : []);
      const hidden = texts.map(hide);
      for (const [at, text] of texts.entries()) expect(restore(hidden[at] ?? '')).toBe(text);
    }
  });

  it('leaves no value that it found', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 1_500; round++) {
      const text = randomText(random, ' ');
      const { hide, spans } = openRedaction(nobody);
      const hidden = hide(text);
      const values = spans(text).map(({ start, end }) => text.slice(start, end));
      expect(values.filter((value) => value.length > 3 && stands(hidden, value))).toEqual([]);
    }
  });
});

it('has one stand-in for one value, in all texts of a request', () => {
  const { hide } = openRedaction(giulia);
  expect(hide('Giulia scrive a wayan@contoh.id')).toBe('[NAME_1] scrive a [EMAIL_1]');
  expect(hide('wayan@contoh.id non risponde a Giulia')).toBe('[EMAIL_1] non risponde a [NAME_1]');
});

it('tells spellings of one value apart by a letter, and restores each', () => {
  const { hide, restore } = openRedaction(giulia);
  const text = 'Giulia Rossi, giulia e Giulia; +62 812 3456 7890 o 0812-3456-7890';
  expect(hide(text)).toBe('[NAME_1], [NAME_1b] e [NAME_1c]; [PHONE_1] o [PHONE_1b]');
  expect(restore(hide(text))).toBe(text);
});

it('restores stand-ins that a model wrote a little differently, and leaves those that it invented', () => {
  const { hide, restore } = openRedaction(giulia);
  hide('Giulia: giulia@contoh.id, Giulia Rossi');
  for (const written of [
    '[NAME_1]',
    '[name_1]',
    '[ NAME_1 ]',
    '[Name 1]',
    '[NAME-1]',
    '[NAME1]',
    '(NAME_1)',
    '<NAME_1>',
    '{NAME_1}',
    'NAME_1',
    '\\[NAME\\_1\\]',
    '[NOME_1]',
    '[Nama_1]',
    '[NAME_01]',
  ])
    // prettier-ignore
    expect(restore(`Per ${written}'s sake`)).toBe("Per Giulia's sake");
  expect(restore('[NAME_1B] e [E-mail 1]')).toBe('Giulia Rossi e giulia@contoh.id');
  expect(restore('[NAME_7], name 1, [PHONE_1]')).toBe('[NAME_7], name 1, [PHONE_1]');
});

it('hides a name in the first message that is told in the last one', () => {
  const texts = ['Oluchi non ha ancora i documenti', 'ok', 'mia moglie Oluchi li manda domani'];
  expect(texts.map(openRedaction(nobody, texts).hide)[0]).toBe('[NAME_1] non ha ancora i documenti');
});

it('hides a number in a message that does not say what it is, where another one does', () => {
  const texts = ['ok, C 893 4417 va bene', 'passaporto: C 893 4417'];
  expect(texts.map(openRedaction(nobody, texts).hide)).toEqual([
    'ok, [PASSPORT_1] va bene',
    'passaporto: [PASSPORT_1]',
  ]);
});

it.each([
  ['letters', 'a'], ['digits', '1'], ['digits apart', '1 '], ['digits and dots', '1.'], ['brackets', '['], ['addresses begun', 'a@'], ['host parts', 'a.'], ['emails', 'a@b.it '], ['names', 'Wayan '], ['unlisted names', 'Xavéro '], ['street words', 'Jl. Raya '],
  ['streets', 'Via Roma '], ['villages', 'Desa Mas, '], ['numbers of houses', 'No. 1, '], ['cues', 'mi chiamo '], ['stand-ins', '[NAME_1]'], ['links', 'https://'], ['codes', 'IT60'], ['words of digits', 'nol '], ['lines', 'Ada\n'], ['letters and digits', 'A1'],
  ['titles', 'Pak '], ['slashes', 'a.com/'], ['blanks', ' '], ['hyphens', 'a-'], ['underscores', 'NAME_'], ['dots', 'dot '], ['phones', '0812345678 '], ['dates', '1/1/1990 '], ['apostrophes', "d'"], ['combining marks', '\u0301'],
])('takes time in proportion to hostile texts: %s', (_title, piece) => {
  const { hide, restore } = openRedaction(giulia);
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  expect(restore(hide(text))).toBe(text);
}, 5_000); // prettier-ignore
