import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../src/main/text/language.ts';

describe('detectLanguage', () => {
  test.each([
    ['id', 'gak tau kak'],
    ['id', 'udah bayar blm ya'],
    ['id', 'brp lama prosesnya?'],
    ['id', 'aku malu mau nanya'],
    ['id', 'mau perpanjang visa on arrival'],
    ['it', 'nn ho capito'],
    ['it', 'cmq grazie'],
    ['it', 'xké ci vuole così tanto?'],
    ['it', 'quanto costa il KITAS?'],
    ['it', "cme si ottiene l'exit permit only?"],
    ['id', 'leasehold sama freehold bedanya apa'],
    ['it', 'mi serve il business plan?'],
    ['en', 'how much?'],
    ['en', 'pls help'],
    ['en', "I don't know if banjar rules apply"],
    ['en', 'idk tbh'],
  ])('hears %s in "%s"', (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  test.each([
    '',
    '   ',
    '12345',
    '👍👍',
    'KITAS',
    'PT PMA',
    'exit permit only',
    'visa on arrival',
    'ok',
    'Marco Rossi',
    'https://example.com/the/visa',
  ])('does not guess for "%s"', (text) => {
    expect(detectLanguage(text).language).toBeNull();
  });

  test('takes the language of most of the grammar in a mixed message', () => {
    expect(detectLanguage('halo kak, saya mau tanya soal company setup dan tax report ya').language).toBe(
      'id',
    );
    expect(detectLanguage('ciao, ho un problema con il KITAS e il banjar, potete aiutarmi?').language).toBe(
      'it',
    );
  });

  test('gives scores that add up to one, or all zero without evidence', () => {
    const { id, it, en } = detectLanguage('vorrei aprire una PT PMA please').scores;
    expect(id + it + en).toBeCloseTo(1, 6);
    expect(it).toBeGreaterThan(en);
    expect(detectLanguage('!!').scores).toEqual({ id: 0, it: 0, en: 0 });
  });

  test('stays fast and calm on a very long text', () => {
    expect(detectLanguage('saya mau tanya '.repeat(20_000)).language).toBe('id');
  });
});
