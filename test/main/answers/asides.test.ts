import { describe, expect, it } from 'vitest';
import { withoutAside } from '../../../src/main/answers/asides.ts';
import { read } from '../../../src/main/answers/reading.ts';
import type { Language } from '../../../src/shared/language.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';

/** What the intents of a desk speak of. */
const variations: readonly (readonly [Language, string])[] = [
  ['en', 'How much capital does a PT PMA need?'],
  ['en', 'Which documents does a working KITAS need?'],
  ['id', 'Kapan batas lapor SPT tahunan pribadi?'],
  ['id', 'Cara urus NPWP gimana?'],
  ['id', 'Boleh bawa anjing ke Bali?'],
];
const known = new Set(
  variations.flatMap(([language, text]) => [...read(text, language, shippedLexicon).keys]),
);

/** The words that are left out. */
function leftOut(language: Language, text: string): string[] {
  const message = read(text, language, shippedLexicon);
  const { atoms } = withoutAside(message, known);
  return message.atoms.filter((atom) => !atoms.includes(atom)).map(({ word }) => word);
}

describe('a word said by the way', () => {
  it.each<[Language, string, string]>([
    ['en', 'How much capital must one shovel in for a PT PMA?', 'shovel'],
    ['id', 'Modal PT PMA yang digelontorkan berapa?', 'digelontorkan'],
    ['it', 'Quanto capitale bisogna sganciare per la PT PMA?', 'sganciare'],
    ['en', 'How much capital must a new PT PMA have?', 'new'],
  ])('is left out (%s): %s', (language, text, word) => {
    expect(leftOut(language, text)).toEqual([word]);
  });

  it('stays where it is what another intent speaks of', () => {
    expect(leftOut('id', 'Modal PT PMA berapa dan bawa anjing gimana?')).toEqual([]);
  });

  it('stays where it asks for another kind of permit', () => {
    expect(leftOut('id', 'Syarat KITAS rohaniwan apa?')).toEqual([]);
    expect(leftOut('en', 'Documents for a hoverboard KITAS?')).toEqual([]);
    expect(leftOut('en', 'How much capital does a PT PMA for spelunking need?')).toEqual([]);
    expect(leftOut('it', 'Quanto capitale vuole una PT PMA di speleologia?')).toEqual([]);
  });

  it('stays where it is a name', () => {
    expect(leftOut('en', 'How much capital does a PT PMA need in Zanzibar?')).toEqual([]);
    expect(leftOut('en', 'How much capital for a PT PMA with XKZ?')).toEqual([]);
  });

  it('stays where it changes what is asked', () => {
    expect(leftOut('id', 'NPWP bisa dinonaktifkan gimana?')).toEqual([]);
    expect(leftOut('id', 'Kapan batas lapor SPT tahunan badan?')).toEqual([]);
    expect(leftOut('it', 'Come si cambia il capitale della PT PMA?')).toEqual([]);
  });

  it('stays where yes or no is asked: it is the question then', () => {
    expect(leftOut('en', 'Is the capital of a PT PMA fudgeable?')).toEqual([]);
    expect(leftOut('en', 'Please tell me whether the capital of a PT PMA is fudgeable')).toEqual([]);
    expect(leftOut('id', 'Modal PT PMA cukup gede kak?')).toEqual([]);
  });

  it('stays where nothing is asked without it', () => {
    expect(leftOut('it', 'Cosa copre il NPWP?')).toEqual([]);
    expect(leftOut('en', 'How do I mothball a NPWP?')).toEqual([]);
  });

  it('stays where there are two of them', () => {
    expect(leftOut('en', 'How much capital must one shovel and hoist in for a PT PMA?')).toEqual([]);
  });
});
