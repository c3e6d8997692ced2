import { describe, expect, test } from 'vitest';
import {
  contentTokens,
  foldText,
  isFunctionWord,
  standardWord,
  stemWord,
  tokens,
} from '../../../src/main/text/tokens.ts';

describe('foldText', () => {
  test('drops case, accents, stretched letters and extra white space', () => {
    expect(foldText('  Xké   così\nMALUUUU  ')).toBe('xke cosi malu');
  });

  test('keeps double letters, which matter in Italian', () => {
    expect(foldText('Sette Penne')).toBe('sette penne');
  });

  test('makes all apostrophes the same', () => {
    expect(foldText('l’ufficio')).toBe("l'ufficio");
  });
});

describe('tokens', () => {
  test('splits at punctuation, apostrophes and emoji', () => {
    expect(tokens("Kak, l'ufficio 😀 E33G-ya?")).toEqual(['kak', 'l', 'ufficio', 'e33g', 'ya']);
  });

  test.each([
    ["I don't", ['i', 'do', 'not']],
    ["can't won't", ['can', 'not', 'will', 'not']],
    ['I cannot', ['i', 'can', 'not']],
  ])('shows the negation in "%s"', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test('has nothing for a text without words', () => {
    expect(tokens('👍 ?!')).toEqual([]);
  });
});

describe('standardWord', () => {
  test.each([
    ['gak', 'tidak'],
    ['udah', 'sudah'],
    ['nn', 'non'],
    ['xke', 'perche'],
    ['pls', 'please'],
    ['pikir2', 'pikir'],
    ['mikir2', 'pikir'],
    ['ticket', 'ticket'],
    ['e33g', 'e33g'],
    ['c2', 'c2'],
  ])('%s stands for %s', (spelling, word) => {
    expect(standardWord(spelling)).toBe(word);
  });
});

describe('stemWord', () => {
  test.each([
    ['perpanjang', 'memperpanjang'],
    ['perpanjang', 'perpanjangan'],
    ['costa', 'costi'],
    ['renewing', 'renewed'],
    ['prosesnya', 'proses'],
    ['pikirin', 'pikir'],
  ])('%s and %s have one root', (left, right) => {
    expect(stemWord(left)).toBe(stemWord(right));
  });

  test('leaves codes alone', () => {
    expect(stemWord('e28a')).toBe('e28a');
  });
});

test('content tokens leave out the grammar of all three languages, slang included', () => {
  expect(contentTokens('gak tau brp biaya KITAS nya')).toEqual(
    ['tahu', 'biaya', 'KITAS'].map((word) => stemWord(foldText(word))),
  );
  expect(contentTokens('quanto costa il KITAS?')).toEqual([stemWord('costa'), stemWord('kitas')]);
  expect(contentTokens('What is the KITAS?')).toEqual([stemWord('kitas')]);
  expect(isFunctionWord('yang') && isFunctionWord('della') && isFunctionWord('would')).toBe(true);
});
