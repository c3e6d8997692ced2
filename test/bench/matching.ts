import { importAnswers } from '../../src/main/answers/import.ts';
import { openAnswers, type Answers } from '../../src/main/answers/answers.ts';
import { enableIntent } from '../../src/main/db/intents.ts';
import { builtinEmbedder } from '../../src/main/knowledge/embed/builtin.ts';
import type { Client } from '../../src/shared/client.ts';
import { aClient, openTestDb, silentLog, testClock, type TestDb } from '../fixtures/desk.ts';
import { shippedLexicon } from '../fixtures/lexicon.ts';
import { inventIntents, inventQuestions } from './invented-intents.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { personalMessages } from './messages.ts';
import { inTurn, sample } from './sampling.ts';

const WARMUP = 200;

/** A message against all intents: asked in other words, and not asked at all. */
export const matching: Measure = {
  name: 'matching',
  title: 'Matching prepared answers',
  async run() {
    return [...(await sizeRows(60)), ...(await sizeRows(1_000))];
  },
};

async function sizeRows(count: number): Promise<Row[]> {
  const desk = openTestDb();
  try {
    const { answers, client } = await openIntents(desk, count);
    const question = inTurn(inventQuestions(count));
    const personal = inTurn(personalMessages);
    const what = `${count.toLocaleString('en')} intents`;
    const { asked, other, edit } = await sample(
      {
        asked: () => answers.match({ ...question(), client, isFollowUp: false }),
        other: () => answers.match({ text: personal(), language: 'en', client, isFollowUp: false }),
        edit: async () => {
          enableIntent(desk.db, 'invented-0', false, 1);
          enableIntent(desk.db, 'invented-0', true, 1);
          await answers.match({ ...question(), client, isFollowUp: false });
        },
      },
      { iterations: 100, time: 300, warmup: WARMUP },
    );
    return [
      toRow(`${what}: a common question`, asked, { limit: { of: 'p95', atMost: 3 } }),
      toRow(`${what}: a message of another kind`, other, { limit: { of: 'p95', atMost: 3 } }),
      toRow(`${what}: the first message after an edit`, edit),
    ];
  } finally {
    desk.cleanUp();
  }
}

async function openIntents({ db }: TestDb, count: number): Promise<{ answers: Answers; client: Client }> {
  const clock = testClock();
  importAnswers(db, clock, inventIntents(count), 'import');
  const answers = openAnswers({
    db,
    embedder: builtinEmbedder(shippedLexicon),
    lexicon: shippedLexicon,
    clock,
    log: silentLog,
  });
  return { answers, client: aClient(db) };
}
