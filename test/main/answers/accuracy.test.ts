import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../src/main/text/language.ts';
import type { Client } from '../../../src/shared/client.ts';
import { aClient } from '../../fixtures/desk.ts';
import { evalRows, openStarterDesk, type EvalRow, type StarterDesk } from './starter-desk.ts';

let desk: StarterDesk;
let client: Client;
beforeAll(async () => {
  desk = await openStarterDesk();
  client = aClient(desk.db);
});
afterAll(() => desk.cleanUp());

async function served({ text }: EvalRow, isFollowUp = false): Promise<string | null> {
  const { language } = detectLanguage(text);
  const match = await desk.answers.match({ text, language, client, isFollowUp });
  return match.kind === 'hit' ? match.intent : null;
}

describe.each([
  // Written before anything was tuned, and near misses written against what was built.
  ['answers-small.jsonl', 0.85],
  ['answers-near-misses.jsonl', 0.8],
])('over %s', (file, leastHits) => {
  it('serves no wrong answer', async () => {
    const wrong: string[] = [];
    for (const row of evalRows(file)) {
      const intent = await served(row);
      if (intent !== null && intent !== row.intent) wrong.push(`${row.text} => ${intent}`);
    }
    expect(wrong).toEqual([]);
  });

  it(`serves at least ${leastHits * 100} % of the questions it has an answer to`, async () => {
    const asked = evalRows(file).filter((row) => row.intent !== null);
    let hits = 0;
    for (const row of asked) if ((await served(row)) === row.intent) hits++;
    expect(hits / asked.length).toBeGreaterThanOrEqual(leastHits);
  });
});

it('serves no more in a running conversation than at its start', async () => {
  const surplus: string[] = [];
  for (const row of evalRows('answers-small.jsonl')) {
    const intent = await served(row, true);
    if (intent !== null && intent !== (await served(row))) surplus.push(row.text);
  }
  expect(surplus).toEqual([]);
});

it('has at least 120 messages written before tuning, 40 % of them without an answer', () => {
  const rows = evalRows('answers-small.jsonl');
  expect(rows.length).toBeGreaterThanOrEqual(120);
  expect(rows.filter((row) => row.intent === null).length / rows.length).toBeGreaterThanOrEqual(0.4);
});
