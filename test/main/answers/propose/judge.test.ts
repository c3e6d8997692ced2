import { expect, it } from 'vitest';
import { variationList } from '../../../../src/main/answers/propose/item.ts';
import { judgeIntent, judgeVariations } from '../../../../src/main/answers/propose/judge.ts';
import type { Trial } from '../../../../src/main/answers/propose/trial.ts';

const passes: Trial = { run: async () => ({ refused: new Map(), far: new Set() }) };
const target = { id: 'i', slug: 'office-hours', threshold: null, variations: [] };

const read = (...texts: string[]) =>
  variationList(4).read({ text: JSON.stringify({ items: texts.map((text) => ({ text })) }), isCut: false });

const judged = async (texts: string[], changes: object = {}) => {
  const known = { language: 'it', inUse: ['Siete aperti di domenica?'], proposed: [] } as const;
  const beside = { known, target, trial: passes, goesTo: 'live', isSure: false, ...changes } as const;
  return judgeVariations(read(...texts), beside);
};
const outcomes = (proposals: Awaited<ReturnType<typeof judged>>) =>
  proposals.map(({ state, reason }) => reason ?? state);

it('puts into use what passes, unless the settings or a question that goes out alone want a person first', async () => {
  const text = 'A che ora posso passare in ufficio?';
  expect(outcomes(await judged([text]))).toEqual(['approved']);
  expect(outcomes(await judged([text], { goesTo: 'review' }))).toEqual(['wished']);
  expect(outcomes(await judged([text], { isSure: true }))).toEqual(['sure']);
  const trial: Trial = { run: async () => ({ refused: new Map(), far: new Set([text]) }) };
  expect(outcomes(await judged([text], { trial }))).toEqual(['far']);
});

it.each([
  ['orari', 'length'],
  ['aperti\ndomani?', 'length'],
  ['What time can I come to the office tomorrow?', 'language'],
  ['Siete aperti di domenica', 'not_new'],
  ['Di domenica siete aperti?', 'not_new'],
  ['Posso passare? Chiamatemi al +39 333 1234567', 'personal_data'],
  ['A che ora passa [NAME_1] in ufficio?', 'personal_data'],
  ['Guardate https://example.com, siete aperti?', 'personal_data'],
])('refuses %j: %s', async (text, reason) => {
  expect(outcomes(await judged([text]))).toEqual([reason]);
});

it('takes one of two that say the same, and keeps what is none at all', async () => {
  const twice = ['A che ora posso passare in ufficio?', 'in ufficio a che ora posso passare'];
  expect(outcomes(await judged(twice))).toEqual(['approved', 'not_new']);
  const reading = variationList(4).read({ text: '{"items": [{"words": "x"}]}', isCut: false });
  const known = { language: 'it', inUse: [], proposed: [] } as const;
  const proposals = await judgeVariations(reading, {
    known,
    target,
    trial: passes,
    goesTo: 'live',
    isSure: false,
  });
  expect(outcomes(proposals)).toEqual(['invalid']);
});

it('refuses a question whose title names somebody, and forgets facts that are not there', async () => {
  const variations = ['uno due tre?', 'quattro cinque sei?', 'sette otto nove?', 'dieci undici dodici?'].map(
    (text) => ({ language: 'it' as const, text }),
  );
  const title = { id: 'Sewa motor', it: 'Noleggio moto', en: 'Motorbike rental' };
  const beside = { inUse: [], facts: new Set(['a']), trial: passes };
  const good = await judgeIntent({ title, variations, facts: ['a', 'b', 'a'] }, beside);
  expect(good).toMatchObject({ facts: ['a'], refusal: null });
  const named = { ...title, en: 'Rental for mario@example.com' };
  const bad = await judgeIntent({ title: named, variations, facts: [] }, beside);
  expect(bad.refusal?.reason).toBe('personal_data');
});
