import { describe, expect, it } from 'vitest';
import { nearestWord, shelve, typingCost } from '../../../src/main/answers/typos.ts';

const shelves = [shelve(['kerja', 'investor', 'pemegang', 'quanto', 'clearance', 'foto', 'cara', 'price'])];

describe('the word a misspelled one was meant to be', () => {
  it.each([
    ['krja', 'kerja'],
    ['invstor', 'investor'],
    ['investro', 'investor'],
    ['pemgang', 'pemegang'],
    ['qunato', 'quanto'],
    ['clearence', 'clearance'],
    ['fto', 'foto'],
    ['cra', 'cara'],
    ['prise', 'price'],
  ])('%s is %s', (typed, meant) => {
    expect(nearestWord(typed, shelves)).toBe(meant);
  });

  it.each(['fissare', 'foglio', 'e28a', 'ok', 'invitato'])('%s is none of them', (typed) => {
    expect(nearestWord(typed, shelves)).toBeNull();
  });

  it('comes from the earlier shelf where two are equally near', () => {
    expect(nearestWord('visti', [shelve(['visto']), shelve(['vista'])])).toBeNull();
    expect(nearestWord('vissto', [shelve(['visto']), shelve(['visito'])])).toBe('visto');
  });
});

it('another letter costs more than one left out, put in, swapped or sounding alike', () => {
  expect(typingCost('visa', 'vis', 2)).toBe(1);
  expect(typingCost('vsia', 'visa', 2)).toBe(1);
  expect(typingCost('viza', 'visa', 2)).toBe(1);
  expect(typingCost('vida', 'visa', 2)).toBe(1.5);
  expect(typingCost('kitas', 'npwp', 2)).toBeGreaterThan(2);
});
