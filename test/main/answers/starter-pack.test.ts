import { afterAll, beforeAll, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/main/text/language.ts';
import { aClient } from '../../fixtures/desk.ts';
import { evalRows, openStarterDesk, type EvalRow, type StarterDesk } from './starter-desk.ts';

// 140 questions that the pack answers, 310 about other things that sound like them, and 30 that ask two things at once.
const rows = evalRows('answers-starter-pack.jsonl');

let desk: StarterDesk;
let served: (readonly [EvalRow, string | null])[];
beforeAll(async () => {
  desk = await openStarterDesk();
  const client = aClient(desk.db);
  served = [];
  for (const row of rows) {
    const { language } = detectLanguage(row.text);
    const match = await desk.answers.match({ text: row.text, language, client, isFollowUp: false });
    served.push([row, match.kind === 'hit' ? match.intent : null]);
  }
});
afterAll(() => desk.cleanUp());

it('answers seven of eight questions that are put in other words', () => {
  const asked = served.filter(([{ intent }]) => intent !== null);
  const hits = asked.filter(([{ intent }, answer]) => answer === intent);
  expect(hits.length / asked.length).toBeGreaterThanOrEqual(0.88);
});

it('serves no answer to another question', () => {
  const wrong = served.filter(([{ intent }, answer]) => answer !== null && answer !== intent);
  expect(wrong.map(([{ text }, answer]) => `${text} => ${answer}`)).toEqual([]);
});
