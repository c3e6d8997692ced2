import { afterAll, beforeAll, expect, it } from 'vitest';
import { enableIntent } from '../../../src/main/db/intents.ts';
import { aClient } from '../../fixtures/desk.ts';
import { openStarterDesk, starterIntents, type StarterDesk } from './starter-desk.ts';

let desk: StarterDesk;
beforeAll(async () => {
  desk = await openStarterDesk();
});
afterAll(() => desk.cleanUp());

/** The catalogue is made anew for every intent: that takes its time on a busy machine. */
const longest = 60_000;

// What one intent asks is the nearest miss of its neighbours there is.
it(
  'serves no other answer to questions whose intent is switched off',
  async () => {
    const client = aClient(desk.db);
    const served: string[] = [];
    for (const { intent, variations } of starterIntents()) {
      enableIntent(desk.db, intent, false, 1);
      for (const { text, language } of variations) {
        const match = await desk.answers.match({ text, language, client, isFollowUp: false });
        if (match.kind === 'hit') served.push(`${intent}: ${text} => ${match.intent}`);
      }
      enableIntent(desk.db, intent, true, 2);
    }
    expect(served).toEqual([]);
  },
  longest,
);
