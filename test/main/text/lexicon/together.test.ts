import { expect, test } from 'vitest';
import { besides, parseSituations } from '../../../../src/main/text/lexicon/together.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';

const concepts = new Set(['waiting', 'silence', 'anger']);
const parse = (...lines: string[]) =>
  parseSituations([{ name: 'together.txt', text: lines.join('\n') }], concepts);

test('a line is a situation; notes and empty lines are none', () => {
  expect(parse('# notes', '', 'waiting silence', 'anger waiting silence')).toEqual([
    ['waiting', 'silence'],
    ['anger', 'waiting', 'silence'],
  ]);
});

test('a line that cannot be right is named with what to do', () => {
  expect(() => parse('waiting hunger')).toThrow('together.txt, line 1: “hunger” is no concept; add its row');
  expect(() => parse('', 'waiting')).toThrow('line 2: has one concept only');
  expect(() => parse('waiting anger waiting')).toThrow('line 1: has a concept twice');
});

test('what names a situation is nearer than what stands beside it, and the nearest of several situations counts', () => {
  const near = besides(parse('waiting silence anger'));
  expect(near('waiting').get('anger')).toBeGreaterThan(near('silence').get('anger')!);
  const twice = besides(parse('waiting silence anger', 'silence anger'));
  expect(twice('silence').get('anger')).toBe(near('waiting').get('anger'));
  expect(near('hunger').size).toBe(0);
});

const related = (name: string) =>
  shippedLexicon.relatedTo(shippedLexicon.concepts.get(name)!).map(({ concept }) => concept.name);

test('the shipped lexicon hears a situation in what is told of it, never an opposite', () => {
  expect(related('insomnia')).toContain('worry');
  expect(related('distrust')).not.toContain('trust');
});
