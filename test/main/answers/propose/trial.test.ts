import { expect, it, onTestFinished } from 'vitest';
import { openTrial } from '../../../../src/main/answers/propose/trial.ts';
import { listIntents } from '../../../../src/main/db/intents.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { shippedLexicon as lexicon } from '../../../fixtures/lexicon.ts';
import { aClient } from '../../../fixtures/desk.ts';
import { openStarterDesk } from '../starter-desk.ts';

async function trialDesk() {
  const desk = await openStarterDesk();
  onTestFinished(() => desk.cleanUp());
  const { db, clock } = desk;
  const trial = openTrial({ db, clock, lexicon, embedder: builtinEmbedder(lexicon) });
  const intent = (slug: string) => listIntents(db).find((one) => one.slug === slug)!;
  const run = (slug: string, language: Language, ...texts: string[]) =>
    trial.run(
      intent(slug),
      texts.map((text) => ({ language, text })),
    );
  return { ...desk, trial, intent, run };
}

it('refuses what is nearer to another question, or answered as one', async () => {
  const { run } = await trialDesk();
  const { refused } = await run(
    'kitas-investor-price',
    'en',
    'how long does the investor kitas take',
    'what are your opening hours',
    'roughly what would an investor kitas set me back, all in',
  );
  expect([...refused.keys()]).toEqual([
    'how long does the investor kitas take',
    'what are your opening hours',
  ]);
  expect(refused.get('what are your opening hours')).toEqual({
    reason: 'other_question',
    detail: 'it is answered as office-hours',
  });
});

const surf = 'is there a good surfboard maker in canggu?';

it('leaves to a person what shares too little with its question to say', async () => {
  const { run } = await trialDesk();
  const { refused, far } = await run('office-hours', 'en', surf);
  expect([...refused]).toEqual([]);
  expect([...far]).toEqual([surf]);
});

it('refuses a question that would take the ways to ask of another one', async () => {
  const { trial, intent } = await trialDesk();
  const [known] = intent('office-hours').variations.filter(({ language }) => language === 'en');
  const target = { id: 'new', slug: 'new', threshold: null, variations: [] };
  const { refused } = await trial.run(target, [{ language: 'en', text: `${known?.text ?? ''} please` }]);
  expect([...refused.values()].map(({ reason }) => reason)).toEqual(['other_question']);
});

it('refuses what would take a message again that this question was found wrong for', async () => {
  const { db, intent, run } = await trialDesk();
  const text = 'do you know a good surfboard maker in canggu?';
  const client = aClient(db, { language: 'en' });
  const { id: intentId, answers } = intent('office-hours');
  db.exec(`
    INSERT INTO conversations (id, client_id, channel, started_at) VALUES ('v', '${client.id}', 'email', 1);
    INSERT INTO messages (id, client_id, conversation_id, author, text, language, created_at)
      VALUES ('m', '${client.id}', 'v', 'client', '${text}', 'en', 1);
    INSERT INTO messages (id, client_id, conversation_id, author, text, language, created_at, replies_to, source, state, outcome)
      VALUES ('r', '${client.id}', 'v', 'desk', 'x', 'en', 2, 'm', 'prepared', 'draft', 'complete');
    INSERT INTO served_answers (message_id, intent_id, prepared_answer_id, language, score, scoring, served_at,
      went_alone, label, label_by) VALUES ('r', '${intentId}', '${answers[0]?.id}', 'en', 0.8, 3, 1, 0, 'wrong', 'mark');
  `);
  const { refused } = await run('office-hours', 'en', surf);
  expect(refused.get(surf)).toEqual({
    reason: 'takes_others',
    detail: 'it takes what is found wrong for it',
  });
});
