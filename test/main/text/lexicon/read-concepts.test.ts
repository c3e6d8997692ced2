import { describe, expect, test } from 'vitest';
import { explainConcepts } from '../../../../src/main/text/lexicon/explain.ts';
import type { Lexicon } from '../../../../src/main/text/lexicon/lexicon.ts';
import { shippedLexicon, smallLexicon } from '../../../fixtures/lexicon.ts';

const lexicon = smallLexicon(
  'shame ; feeling ; signal ; - ; malu | memalukan ; mi vergogno | vergogna ; ashamed',
  'feeling ; - ; signal ; - ; perasaan ; sentimento ; feeling',
  'trust ; - ; signal ; distrust ; percaya ; mi fido | fidarsi ; i trust | trust',
  'distrust ; - ; signal ; trust ; curiga ; diffido ; distrust',
  'money ; - ; signal ; - ; uang ; soldi ; money',
  'not_up_to_it ; - ; signal ; - ; gak sanggup ; non me la sento ; not up to it',
  'awkwardness ; - ; signal ; - ; tidak enak ; imbarazz* ; awkward',
  'tasty ; - ; plain ; - ; enak ; buono ; tasty',
  'arriving ; - ; plain ; - ; datang ; arrivare ; come',
  'slow ; - ; plain ; - ; lama ; lento ; slow',
  'thinking ; - ; plain ; - ; pikir | pikir pikir ; penso ; think',
  'document ; - ; plain ; - ; dokumen ; documenti ; documents',
  'deportation ; - ; plain ; - ; dideportasi ; espulsione ; deported',
  'fear_of_authorities ; - ; signal ; - ; takut dideportasi ; paura di essere espulso ; -',
  'fear ; - ; signal ; - ; takut ; paura ; afraid',
);

/** Concepts in order, with ! where they are denied. */
const read = (text: string, by: Lexicon = lexicon) =>
  explainConcepts(text, by).map(({ concept, isNegated }) => `${isNegated ? '!' : ''}${concept.name}`);

describe('finds a concept by', () => {
  test.each([
    ['the word', 'aku malu kak', ['shame']],
    ['the word in chat spelling and stretched', 'maluuu bgt', ['shame']],
    ['its inflection', 'ci siamo vergognati', ['shame']],
    ['its beginning', 'che imbarazzante', ['awkwardness']],
    ['a phrase, whoever speaks', 'non se la sentono, credo', ['not_up_to_it']],
    ['a phrase with a filler in it', 'gak terlalu enak sih sama dia', ['awkwardness']],
    ['a phrase in chat spelling', 'ga enak sama beliau', ['awkwardness']],
    ['a doubled word', 'pikir2 dulu', ['thinking']],
    ['a slip of it', 'i docuemnti sono pronti', ['document']],
  ])('%s', (_how, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test('a word of any topic is read as it is written, not by its root or as a slip', () => {
  const small = smallLexicon(
    'village_dues ; - ; plain ; - ; peturunan ; quota ; dues',
    'attack ; - ; signal ; - ; serang ; attaccare ; attack',
    'rise ; - ; plain ; - ; naik ; salire ; rise',
  );
  expect(read('sudah turun, sering sekali', small)).toEqual([]);
  expect(read('harganya naik', small)).toEqual(['rise']);
});

test('the longest phrase wins, and its words are parts of it', () => {
  expect(read('aku takut dideportasi')).toEqual(['fear_of_authorities']);
  expect(read('takut, lalu dideportasi')).toEqual(['fear', 'deportation']);
});

describe('a denied concept', () => {
  test.each([
    ['reads as its opposite', 'aku gak percaya sama dia', ['distrust']],
    ['reads as its opposite in Italian', 'non mi fido più', ['distrust']],
    ['reads as its opposite in English', "I don't really trust them", ['distrust']],
    ['stays denied where it has none', 'belum ada uang', ['!money']],
    ['and without', 'senza soldi', ['!money']],
    ['ends with the clause', 'non lo so, ma mi fido', ['trust']],
    ['is the first one only', 'non ho soldi e vergogna', ['!money', 'shame']],
    ['is none after the tag of a question', 'ada dokumen gak kak malu nih', ['document', 'shame']],
    ['is none in a phrase that has its own not', 'non me la sento', ['not_up_to_it']],
    ['is none after not only', 'not only money', ['money']],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('says what was denied', () => {
    const [distrust] = explainConcepts('tidak percaya', lexicon);
    expect(distrust).toMatchObject({ isNegated: false, words: 'percaya' });
    expect(distrust?.deniedConcept?.name).toBe('trust');
  });
});

describe('a spelling of two languages is read in the language around it', () => {
  test.each([
    ['come mai costa così tanto?', []],
    ['when do they come to the office?', ['arriving']],
    ['ini prosesnya lama sekali ya kak', ['slow']],
    ['ho comprato una lama per il coltello della cucina', []],
    ['kak, the documents are ready, tapi aku malu', ['document', 'shame']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test('a word alone, without any language around it, is still read', () => {
  expect(read('malu')).toEqual(['shame']);
  expect(read('soldi')).toEqual(['money']);
});

test('explains the words that carried a concept, its group and how sure it is', () => {
  const [shame] = explainConcepts('Jujur, aku MALU nanya', lexicon);
  expect(shame).toMatchObject({ words: 'malu', isNegated: false, sureness: 1 });
  expect(shame?.concept.broader?.name).toBe('feeling');
});

test('takes any text', () => {
  for (const text of ['', '👍', '?!', '\ud800', 'a'.repeat(5_000), 'malu '.repeat(5_000)])
    expect(() => read(text)).not.toThrow();
});

test('with the shipped lexicon the same feeling is one concept in three languages', () => {
  for (const text of ['mi vergogno', 'aku malu', 'I am ashamed'])
    expect(read(text, shippedLexicon)).toContain('shame');
});

const concept = (name: string) => shippedLexicon.concepts.get(name)!;

test('knows concepts that are said with the same words', () => {
  const related = shippedLexicon.relatedTo(concept('neighbours')).map((one) => one.concept.name);
  expect(related).toContain('bad_neighbours');
  expect(shippedLexicon.relatedTo(concept('trust')).map((one) => one.concept.name)).not.toContain('distrust');
});
