import { expect, it } from 'vitest';
import { formOf } from '../../../../../src/main/nights/learn/misses/learnt-form.ts';
import { LearningLexicon } from '../../../../../src/main/text/lexicon/learnt.ts';
import { readConcepts } from '../../../../../src/main/text/lexicon/read-concepts.ts';
import { smallLexicon } from '../../../../fixtures/lexicon.ts';

const lexicon = smallLexicon(
  'fear ; - ; signal ; - ; takut ; paura ; afraid',
  'shame ; - ; signal ; pride ; malu ; vergogna ; ashamed',
  'pride ; - ; signal ; shame ; bangga ; orgoglio ; proud',
  'visa ; - ; plain ; - ; visa ; visto ; visa',
);
const triggers = ['ho paura di sbagliare', 'mi fa paura'];

it('a short phrase that says the one thing that the triggers say becomes another way to say it', () => {
  expect(formOf('paura nera addosso', 'it', triggers, lexicon)).toEqual({
    language: 'it',
    form: 'paura nera addosso',
    concept: 'fear',
  });
});

it.each([
  ['it says two things', 'paura e vergogna addosso', triggers],
  ['it says nothing that is known', 'piedi di piombo', triggers],
  ['it says another thing than the triggers', 'vergogna nera addosso', triggers],
  ['it denies it', 'non ho paura', triggers],
  ['it is one word', 'paura', triggers],
  ['it has too many words', 'una paura nera addosso da ieri', triggers],
  ['it names only the matter of a question', 'visto di lavoro', ['quanto costa il visto']],
] as const)('nothing is learnt where %s', (_, phrase, known) => {
  expect(formOf(phrase, 'it', known, lexicon)).toBeNull();
});

const concepts = (text: string, one: LearningLexicon) =>
  readConcepts(text, one).mentions.map(({ concept }) => concept.name);

it('what was learnt is read over the files, and gone when it is taken back', () => {
  const learning = new LearningLexicon(lexicon);
  expect(concepts('vado coi piedi di piombo', learning)).toEqual([]);
  learning.learn([{ language: 'it', form: 'piedi di piombo', concept: 'fear' }]);
  expect(concepts('vado coi piedi di piombo', learning)).toEqual(['fear']);
  expect(concepts('ho paura', learning)).toEqual(['fear']);
  learning.learn([]);
  expect(concepts('vado coi piedi di piombo', learning)).toEqual([]);
});

it('a longer form of the files goes before a learnt one, and a concept that is gone is passed over', () => {
  const learning = new LearningLexicon(lexicon);
  learning.learn([
    { language: 'it', form: 'paura', concept: 'shame' },
    { language: 'it', form: 'di piombo', concept: 'no_such_concept' },
  ]);
  expect(concepts('ho paura', learning)).toEqual(['fear']);
  expect(concepts('piedi di piombo', learning)).toEqual([]);
  expect(learning.hash).toBe(lexicon.hash);
});
