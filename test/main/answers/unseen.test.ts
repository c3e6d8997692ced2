import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAnswers } from '../../../src/main/answers/answers.ts';
import { importAnswers } from '../../../src/main/answers/import.ts';
import { readAnswersSet } from '../../../src/main/eval/answers-set.ts';
import {
  evaluateAnswers,
  type AnswersEvaluation,
  type AnswersFigures,
} from '../../../src/main/eval/answers.ts';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { openTestDb, silentLog, testClock, type TestDb } from '../../fixtures/desk.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';

// 60 intents and 500 messages by somebody who had not seen the product, its lexicon or its packs.
let desk: TestDb;
let evaluation: AnswersEvaluation;
beforeAll(async () => {
  desk = openTestDb();
  const clock = testClock();
  const set = readAnswersSet(setFile('answers-intents.jsonl'), setFile('answers-tests.jsonl'));
  importAnswers(desk.db, clock, set.intents);
  const answers = await openAnswers({
    db: desk.db,
    embedder: builtinEmbedder(shippedLexicon),
    lexicon: shippedLexicon,
    clock,
    log: silentLog,
  });
  evaluation = await evaluateAnswers({ answers, messages: set.messages, nameOf: set.nameOf });
});
afterAll(() => desk.cleanUp());

function setFile(name: string) {
  const file = new URL(`../../fixtures/eval/${name}`, import.meta.url);
  return { name, jsonl: readFileSync(file, 'utf8') };
}

/** Nothing, or all figures and every wrong answer where one of them is not what it must be. */
function unless(isGood: boolean): string {
  if (isGood) return '';
  const { result, failures } = evaluation;
  const wrong = failures.filter(({ served }) => served !== null);
  return [
    ...Object.entries({ ...result.byKind, ...result.byLanguage }).map(([name, group]) => lineOf(name, group)),
    ...wrong.map(({ text, served, intent }) => `${text} => ${served}, wanted ${intent ?? 'nothing'}`),
  ].join('\n');
}

const lineOf = (name: string, { n, hitRate, accuracyOfHits, falseHitRate }: AnswersFigures) =>
  `${name}: n ${n}, hits ${percent(hitRate)}, right ${percent(accuracyOfHits)}, false ${percent(falseHitRate)}`;

const percent = (share: number | null) => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);

it('has an answer to seven of ten unseen questions', () => {
  expect(unless((evaluation.result.hitRate ?? 0) >= 0.7)).toBe('');
});

it('serves the right answer wherever it serves one', () => {
  expect(unless((evaluation.result.accuracyOfHits ?? 0) >= 0.985)).toBe('');
});

it('serves nothing to unseen near misses', () => {
  expect(unless((evaluation.result.falseHitRate ?? 1) <= 0.005)).toBe('');
});

it.each(['id', 'it', 'en'])('does not neglect %s', (language) => {
  expect(unless((evaluation.result.byLanguage[language]?.hitRate ?? 0) >= 0.65)).toBe('');
});
