import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateAnswers } from '../../../src/main/eval/answers.ts';
import { readAnswersSet } from '../../../src/main/eval/answers-set.ts';
import { evaluateRetrieval } from '../../../src/main/eval/retrieval.ts';
import { readRetrievalSet } from '../../../src/main/eval/retrieval-set.ts';
import { importAnswers } from '../../../src/main/answers/import.ts';
import { openAnswers } from '../../../src/main/answers/answers.ts';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { openTestDb, silentLog, testClock } from '../../fixtures/desk.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';
import { openShelf } from '../knowledge/shelf.ts';

const file = (name: string) => ({
  name,
  jsonl: readFileSync(new URL(`../../fixtures/eval/held-out/${name}`, import.meta.url), 'utf8'),
});

// What the product promises of messages that nobody has tuned it for. A failure shows totals, never a row.
describe.each(['one', 'two'])('over the held-out set %s', (folder) => {
  it('insights are found and plain messages left alone as promised', async () => {
    const set = readRetrievalSet(
      file(`${folder}/retrieval-insights.jsonl`),
      file(`${folder}/retrieval-queries.jsonl`),
    );
    const shelf = openShelf(set.insights);
    shelf.clock.advance(1_000);
    const knowledge = await shelf.open();
    await knowledge.rebuild();
    const { result } = await evaluateRetrieval({ knowledge, queries: set.queries, idOf: set.idOf });
    await shelf.clear();
    const { trigger, paraphrase, other, plain } = result.byKind;
    expect(trigger?.mrrAt10).toBeGreaterThanOrEqual(0.95);
    expect(paraphrase?.recallAt5).toBeGreaterThanOrEqual(0.55);
    expect(other?.recallAt5).toBeGreaterThanOrEqual(0.35);
    expect(plain?.silentOnPlain).toBeGreaterThanOrEqual(0.85);
  }, 60_000);

  it('common questions are answered, and only rightly, as promised', async () => {
    const desk = openTestDb();
    const set = readAnswersSet(
      file(`${folder}/answers-intents.jsonl`),
      file(`${folder}/answers-tests.jsonl`),
    );
    const clock = testClock();
    importAnswers(desk.db, clock, set.intents);
    const embedder = builtinEmbedder(shippedLexicon);
    const answers = openAnswers({ db: desk.db, embedder, lexicon: shippedLexicon, clock, log: silentLog });
    const { result } = await evaluateAnswers({ answers, messages: set.messages, nameOf: set.nameOf });
    desk.cleanUp();
    expect(result.hitRate).toBeGreaterThanOrEqual(0.6);
    expect(result.accuracyOfHits).toBeGreaterThanOrEqual(0.97);
    expect(result.falseHitRate).toBeLessThanOrEqual(0.01);
  }, 60_000);
});
