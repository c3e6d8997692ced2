import { describe, expect, it, onTestFinished } from 'vitest';
import { heldBack, learntFloor } from '../../../src/main/answers/learning.ts';
import { SCORING } from '../../../src/main/answers/similarity.ts';
import { learnSure, WINDOW } from '../../../src/main/answers/thresholds.ts';
import type { Db } from '../../../src/main/db/db.ts';
import { saveIntent } from '../../../src/main/db/intents.ts';
import { openTestDb, testClock } from '../../fixtures/desk.ts';
import { seededRandom } from '../../fixtures/random.ts';
import {
  fixedLearner,
  FLOOR,
  GOES_STALE,
  IS_REWRITTEN,
  listLearner,
  simulate,
  WORDING_CHANGES,
  type Learner,
  type Step,
} from '../../simulators/drifting-intent.ts';

const BOUND = 0.01;
const seeds = [1, 2, 3, 4, 5];

const alone = (steps: readonly Step[]) => steps.filter(({ way }) => way === 'alone');
const errorOf = (steps: readonly Step[]) => steps.filter(({ isWrong }) => isWrong).length / steps.length;

/** The highest share of wrong ones among what had gone out alone by any moment, from the 500th on. */
function worstSoFar(steps: readonly Step[]): number {
  let [wrong, worst] = [0, 0];
  for (const [at, { isWrong }] of alone(steps).entries()) {
    if (isWrong) wrong += 1;
    if (at >= 499) worst = Math.max(worst, wrong / (at + 1));
  }
  return worst;
}

describe('10,000 messages to a drifting intent', () => {
  const runs = seeds.map((seed) => simulate(seed, listLearner(BOUND)));

  it.each(runs.map((steps, at) => [seeds[at], steps] as const))(
    'with seed %i keep what goes out alone under the bound, at every moment',
    (_seed, steps) => {
      expect(errorOf(alone(steps))).toBeLessThan(BOUND);
      expect(worstSoFar(steps)).toBeLessThan(BOUND);
    },
  );

  it.each(runs.map((steps, at) => [seeds[at], steps] as const))(
    'with seed %i let more and more go out alone, and again after the answers were rewritten',
    (_seed, steps) => {
      const hits = (from: number, to: number) => alone(steps.slice(from, to)).length;
      expect(hits(0, 300)).toBe(0);
      expect(hits(0, 1_000)).toBeLessThan(400);
      expect(hits(WORDING_CHANGES - 1_000, WORDING_CHANGES)).toBeGreaterThan(500);
      expect(hits(9_000, 10_000)).toBeGreaterThan(400);
      expect(hits(9_000, 10_000)).toBeGreaterThan(hits(IS_REWRITTEN, IS_REWRITTEN + 1_000));
    },
  );

  it('send nearly nothing of a stale answer alone, and soon stop serving it at all', () => {
    for (const steps of runs) {
      const stale = steps.slice(GOES_STALE, IS_REWRITTEN);
      expect(alone(stale).length).toBeLessThan(12);
      expect(stale.slice(-200).filter(({ way }) => way !== 'claude')).toEqual([]);
    }
  });

  it('would be wrong far above the bound with a threshold that stays as it is', () => {
    expect(errorOf(alone(simulate(1, fixedLearner)))).toBeGreaterThan(5 * BOUND);
  });
});

it('an intent that stays as wrong as the bound is hardly ever trusted, however often one looks', () => {
  let alone = 0;
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    alone += looks(seed, 5_000, BOUND).filter((isSure) => isSure).length;
  expect(alone / 50_000).toBeLessThan(0.05);
});

/** After each of so many labels, whether an intent with this error would be trusted. */
function looks(seed: number, labels: number, error: number): boolean[] {
  const random = seededRandom(seed);
  const newest: number[] = [];
  let wrong = 0;
  return Array.from({ length: labels }, () => {
    const isWrong = random() < error ? 1 : 0;
    wrong += isWrong - (newest.length < WINDOW ? 0 : (newest.shift() ?? 0));
    newest.push(isWrong);
    return learnSure([{ score: 0.8, right: newest.length - wrong, wrong }], FLOOR, BOUND) !== null;
  });
}

it('the tables and triggers of the product decide the same, message by message', () => {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  const kept = simulate(3, dbLearner(desk.db, 0.05), 4);
  const listed = simulate(3, listLearner(0.05), 4);
  expect(kept.findIndex((step, at) => step.way !== listed[at]?.way)).toBe(-1);
  const ways = new Set(kept.map(({ way }) => way));
  expect(ways.size).toBe(3);
}, 60_000);

/** The product's own learning over its database; servings without messages, as forgotten clients leave them. */
function dbLearner(db: Db, mostWrong: number): Learner {
  const now = testClock().now();
  let version = 0;
  const write = () => {
    const texts = ['informal', 'formal'] as const;
    const answers = texts.map(
      (formality) => ({ language: 'it', formality, text: `Ecco, ${version}.` }) as const,
    );
    const variations = [{ language: 'it', text: `Quanto costa? (${version})` } as const];
    db.transaction(() => saveIntent(db, { slug: 'price', variations, answers }, 'import', now))();
  };
  write();
  const intentId = db.prepare<[], string>('SELECT id FROM intents').pluck().get() ?? '';
  const answerIds = db
    .prepare<[], string>('SELECT id FROM prepared_answers ORDER BY formality DESC')
    .pluck()
    .all();
  const insert = db.prepare(
    `INSERT INTO served_answers (intent_id, prepared_answer_id, language, score, scoring, served_at, went_alone)
     VALUES (?, ?, 'it', ?, ?, ?, ?)`,
  );
  const setLabel = db.prepare(`UPDATE served_answers SET label = ?, label_by = 'check' WHERE id = ?`);
  const idOf = (answer: number) => answerIds[answer] ?? '';
  return {
    decide({ score, answer }) {
      if (score < (learntFloor(db, intentId, now) ?? FLOOR)) return 'claude';
      return heldBack(db, { answerId: idOf(answer), score }, mostWrong, now) === null ? 'alone' : 'draft';
    },
    serve: ({ score, answer }, way) =>
      Number(
        insert.run(intentId, idOf(answer), score, SCORING, now, way === 'alone' ? 1 : 0).lastInsertRowid,
      ),
    label: (serving, label) => void setLabel.run(label, serving),
    rewrite() {
      version += 1;
      write();
    },
  };
}
