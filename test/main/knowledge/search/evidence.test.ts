import { expect, test } from 'vitest';
import { coreConcepts } from '../../../../src/main/knowledge/embed/concepts.ts';
import { parseLexicon } from '../../../../src/main/knowledge/embed/lexicon.ts';
import { hear, phraseEvidence, textEvidence } from '../../../../src/main/knowledge/search/evidence.ts';
import { signalShare, signalWords } from '../../../../src/main/knowledge/search/signal.ts';

const lexicon = parseLexicon([coreConcepts]);
const evidence = (message: string, phrase: string) =>
  phraseEvidence(hear(signalWords(message, lexicon)), signalWords(phrase, lexicon));
const share = (text: string) => signalShare(signalWords(text, lexicon));

test('a phrase that stands in the message is full evidence, in whatever spelling', () => {
  expect(evidence('kak, aku takut ditipu lagi', 'takut ditipu')).toBe(1);
  expect(evidence('nn e una fregatura', 'non è una fregatura')).toBe(1);
});

test('words between, a typo, or another order are less; other words are none', () => {
  const whole = evidence('sono nel panico', 'sono nel panico');
  expect(evidence('sono proprio nel paniko', 'sono nel panico')).toBeLessThan(whole);
  expect(evidence('sono proprio nel paniko', 'sono nel panico')).toBeGreaterThan(0.6);
  expect(evidence('panico nel sono', 'sono nel panico')).toBeLessThan(whole);
  expect(evidence('domani arrivo', 'sono nel panico')).toBe(0);
});

test('the same meaning in another language is some evidence', () => {
  const bridged = evidence('ho paura di una fregatura', 'takut ditipu');
  expect(bridged).toBeGreaterThan(0.3);
  expect(bridged).toBeLessThan(0.7);
});

test('grammar and the matter of a question are little evidence even when all of it is there', () => {
  expect(evidence('ya yang ini', 'ya yang')).toBeLessThan(0.5);
  expect(evidence('quanto costa', 'quanto costa')).toBeLessThan(0.5);
});

test.each([
  'mallu malu',
  'fregatuar fregatura',
  'fregtura fregatura',
  'fregaturra fregatura',
  'fregatuda fregatura',
])('takes the first of "%s" for a slip of the second', (pair) => {
  const [slip = '', word = ''] = pair.split(' ');
  expect(evidence(slip, word)).toBeGreaterThan(0.4);
});

test('does not take short or unlike words for slips', () => {
  expect(evidence('mare', 'fare')).toBe(0);
  expect(evidence('ganguan', 'keluhan')).toBe(0);
});

test('one word shared with a long text is chance, three are agreement', () => {
  const text = hear(signalWords('Fears being cheated and losing money to a landlord', lexicon));
  const agreement = (message: string) => textEvidence(hear(signalWords(message, lexicon)), text);
  expect(agreement('my landlord called')).toBe(0);
  expect(agreement('they cheated me and the landlord is losing patience')).toBe(1);
});

test('a plain question has no signal, a person in it has', () => {
  expect(share('Quanto costa il KITAS?')).toBe(0);
  expect(share('berapa lama prosesnya?')).toBe(0);
  expect(share('What documents do I need?')).toBe(0);
  expect(share('aku malu')).toBe(1);
});
