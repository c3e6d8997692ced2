import { expect, test } from 'vitest';
import { initials, modelLabel, toneOf, topicKey, topicLabel } from '../../../src/renderer/ui/names.ts';

test.each([
  ['Mario Rinaldi', 'MR'],
  ['Wayan', 'W'],
  ['Giulia & Sandro', 'GS'],
  ['I Gusti Ngurah Rai', 'IR'],
  ['  putu   sari ', 'PS'],
  ['Òscar Ñúñez', 'ÒÑ'],
  ['𝒜da 李', '𝒜李'],
  ['!!!', '?'],
  ['', '?'],
])('the initials of "%s" are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('a colour stays with its id, and ids share all the colours', () => {
  const tones = Array.from({ length: 200 }, (_, index) => toneOf(`client-${index}`));
  expect(tones).toEqual(Array.from({ length: 200 }, (_, index) => toneOf(`client-${index}`)));
  expect(new Set(tones).size).toBe(4);
});

test('a topic reads as words and goes back to its key', () => {
  expect(topicLabel('passport_expiry')).toBe('Passport expiry');
  expect(topicKey('  Passport  expiry ')).toBe('passport_expiry');
  expect(topicKey(topicLabel('family_in_bali'))).toBe('family_in_bali');
});

test.each([
  ['claude-haiku-5-5', 'Haiku 5.5'],
  ['claude-sonnet-5', 'Sonnet 5'],
  ['claude-opus-5-5-20261101', 'Opus 5.5'],
  ['claude-opus-5-20261101', 'Opus 5'],
  ['my-own-model', 'my-own-model'],
])('the model %s is called %s', (model, label) => {
  expect(modelLabel(model)).toBe(label);
});
