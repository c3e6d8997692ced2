import {
  learnFloor,
  OWN_RUN,
  RECENT,
  whyHeld,
  WINDOW,
  type Cell,
} from '../../src/main/answers/thresholds.ts';
import type { Label } from '../../src/shared/answer.ts';
import { seededRandom } from '../fixtures/random.ts';

/** Where a message goes: out at once, to a person as a draft, or to Claude without a prepared answer. */
export type Way = 'alone' | 'draft' | 'claude';

/** What became of one message. */
export interface Step {
  readonly way: Way;
  readonly score: number;
  /** Whether the prepared answer is wrong for it, whoever knows. */
  readonly isWrong: boolean;
}

/** What decides and learns: the product's own code over its database, or the same functions over a list. */
export interface Learner {
  decide(match: { readonly score: number; readonly answer: number }): Way;
  /** Keeps that the answer was served; what it returns names the serving. */
  serve(match: { readonly score: number; readonly answer: number }, way: Way): number;
  label(serving: number, label: Label): void;
  /** The answers were written anew. */
  rewrite(): void;
}

export const MESSAGES = 10_000;
/** Words of clients change. */
export const WORDING_CHANGES = 4_000;
/** A rule changes, and nobody tells the house. */
export const GOES_STALE = 6_000;
/** An operator writes the answers anew, and takes the new words into the variations. */
export const IS_REWRITTEN = 6_600;
/** The product's usual threshold. */
export const FLOOR = 0.58;

/** Share of messages that are about something else and still get through the gates. */
const NEAR_MISSES = 0.03;
/** Share of clients for whom the old answer is wrong after the rule changed. */
const STALE_SHARE = 0.6;

/**
 * Sends 10,000 messages to a drifting intent; the labels come late, seldom not at all, and are not always right.
 * `scale`: the same course with so many times fewer messages.
 */
export function simulate(seed: number, learner: Learner, scale = 1): Step[] {
  const random = seededRandom(seed);
  const due = new Map<number, (() => void)[]>();
  const steps: Step[] = [];
  for (let at = 0; at * scale < MESSAGES; at += 1) {
    if (at === Math.ceil(IS_REWRITTEN / scale)) learner.rewrite();
    for (const arrive of due.get(at) ?? []) arrive();
    due.delete(at);
    const { score, isWrong } = nextMessage(at * scale, random);
    const answer = random() < 0.8 ? 0 : 1;
    const way = score < FLOOR ? 'claude' : learner.decide({ score, answer });
    steps.push({ way, score, isWrong });
    const label = labelFor(way, isWrong, random);
    // Most are there before the next message, some only tens of messages later.
    const arrivesAt = at + 1 + (random() < 0.9 ? 0 : Math.floor(random() * 50));
    if (way === 'claude') continue;
    const serving = learner.serve({ score, answer }, way);
    // One that comes after the rewriting speaks of the old answer; the learner must know that by itself.
    if (label) due.set(arrivesAt, [...(due.get(arrivesAt) ?? []), () => learner.label(serving, label)]);
  }
  return steps;
}

function nextMessage(at: number, random: () => number): { score: number; isWrong: boolean } {
  const isNearMiss = random() < NEAR_MISSES;
  const isNewWording = at >= WORDING_CHANGES && at < IS_REWRITTEN;
  const centre = isNearMiss ? 0.63 : isNewWording ? 0.75 : 0.83;
  const score = Math.min(1, Math.max(0, centre + 0.07 * bell(random)));
  const isStale = at >= GOES_STALE && at < IS_REWRITTEN && random() < STALE_SHARE;
  return { score, isWrong: isNearMiss || isStale };
}

/** A person rereads drafts and errs little; what went out alone is known by Claude's check only. */
function labelFor(way: Way, isWrong: boolean, random: () => number): Label | null {
  const [missing, overlooked, falseDoubt] = way === 'draft' ? [0.1, 0.01, 0] : [0.05, 0.05, 0.0005];
  const [first, second] = [random(), random()];
  if (first < missing) return null;
  if (isWrong) return second < overlooked ? 'right' : 'wrong';
  return second < falseDoubt ? 'wrong' : 'right';
}

/** Near enough to a normal distribution: twelve throws less six. */
function bell(random: () => number): number {
  let sum = -6;
  for (let throws = 0; throws < 12; throws += 1) sum += random();
  return sum;
}

/** The functions of the product over a list in memory: fast enough for many seeds. */
export function listLearner(mostWrong: number): Learner {
  let servings: { score: number; answer: number; label: Label | null }[] = [];
  let base = 0;
  return {
    decide({ score, answer }) {
      const floor = learnFloor(countNewest(servings, RECENT).cells, FLOOR) ?? FLOOR;
      if (score < floor) return 'claude';
      const { cells, runs } = countNewest(servings, WINDOW);
      const match = { score, runOfRight: () => runs[answer] ?? 0 };
      return whyHeld(cells, floor, match, mostWrong) === null ? 'alone' : 'draft';
    },
    serve: ({ score, answer }) => base + servings.push({ score, answer, label: null }) - 1,
    label(serving, label) {
      const found = servings[serving - base];
      if (found) found.label = label;
    },
    rewrite() {
      base += servings.length;
      servings = [];
    },
  };
}

function countNewest(
  servings: readonly { score: number; answer: number; label: Label | null }[],
  limit: number,
) {
  const counts = new Map<number, { right: number; wrong: number }>();
  const runs = [0, 0];
  const hasEnded = [false, false];
  let left = limit;
  for (let at = servings.length - 1; at >= 0 && left > 0; at -= 1) {
    const { score, answer, label } = servings[at]!;
    if (label === null) continue;
    left -= 1;
    const hundredth = Math.floor(Math.round(score * 1_000) / 10);
    const cell = counts.get(hundredth) ?? { right: 0, wrong: 0 };
    cell[label] += 1;
    counts.set(hundredth, cell);
    if (label === 'wrong' || runs[answer] === OWN_RUN) hasEnded[answer] = true;
    if (!hasEnded[answer]) runs[answer] = (runs[answer] ?? 0) + 1;
  }
  const cells: Cell[] = [...counts].map(([hundredth, count]) => ({ score: hundredth / 100, ...count }));
  return { cells, runs };
}

/** Everything that matches goes out at once: what a fixed threshold does. */
export const fixedLearner: Learner = {
  decide: () => 'alone',
  serve: () => 0,
  label: () => undefined,
  rewrite: () => undefined,
};
