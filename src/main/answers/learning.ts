import type { Held, IntentStanding } from '../../shared/answer.ts';
import { DAY } from '../../shared/time.ts';
import type { Db } from '../db/db.ts';
import { listIntents } from '../db/intents.ts';
import {
  countLabels,
  countServed,
  findAnswerIntent,
  newestLabels,
  readOutcome,
  setLabel,
} from '../db/served-answers.ts';
import { labelOf } from './label.ts';
import { defaultThreshold } from './matching.ts';
import { SCORING } from './similarity.ts';
import {
  evidenceFrom,
  labelsNeeded,
  learnFloor,
  learnSure,
  OWN_RUN,
  WINDOW,
  type Cell,
  type Sure,
} from './thresholds.ts';

/** Labels older than this speak of another time, whatever they are about. */
const OLDEST = 730 * DAY;

/** Brings the label of a reply in step with what is known of it. Call in the transaction of what changed. */
export function relabel(db: Db, clientId: string, replyId: string): void {
  const outcome = readOutcome(db, clientId, replyId);
  if (outcome !== null) setLabel(db, clientId, replyId, labelOf(outcome));
}

/**
 * Why this answer must not go out without a person, or null when it may: while the labels of its intent certify that
 * fewer than `mostWrong` are wrong at such scores, and the text itself was right often enough in a row.
 */
export function heldBack(
  db: Db,
  served: { readonly answerId: string; readonly score: number },
  mostWrong: number,
  now: number,
): Held | null {
  const intent = findAnswerIntent(db, served.answerId);
  if (intent === null) return { reason: 'few_checks', have: 0, needed: labelsNeeded(0, mostWrong) ?? WINDOW };
  const cells = labelsOf(db, intent.intentId, now);
  const floor = floorOf(intent.threshold, cells).floor;
  const sure = learnSure(cells, floor, mostWrong);
  if (sure === null) return whyNotSure(cells, floor, mostWrong);
  if (served.score < sure.from) return { reason: 'low_score', have: served.score, needed: sure.from };
  const run = runOfRight(db, served.answerId, now);
  return run < OWN_RUN ? { reason: 'own_checks', have: run, needed: OWN_RUN } : null;
}

/** The score under which matches of an intent were found wrong too often to be served at all; null when none were. */
export function learntFloor(db: Db, intentId: string, now: number): number | null {
  return learnFloor(labelsOf(db, intentId, now), defaultThreshold);
}

/** What has been learnt of every intent that is on, those served most first. */
export function listStandings(db: Db, mostWrong: number, now: number): IntentStanding[] {
  const served = countServed(db);
  return listIntents(db)
    .filter(({ isEnabled }) => isEnabled)
    .map((intent) => {
      const cells = labelsOf(db, intent.id, now);
      const { floor, from: thresholdFrom } = floorOf(intent.threshold, cells);
      const sure = learnSure(cells, floor, mostWrong);
      const { labels, wrong, upper } = evidence(cells, floor, sure);
      return {
        intent: intent.slug,
        title: intent.title,
        served: served.get(intent.id) ?? 0,
        labels,
        wrong,
        upper: labels === 0 ? null : upper,
        threshold: floor === Infinity ? null : floor,
        thresholdFrom,
        sureFrom: sure?.from ?? null,
        needed: labelsNeeded(wrong, mostWrong),
      };
    })
    .sort((left, right) => right.served - left.served || (left.intent < right.intent ? -1 : 1));
}

/** Of an intent that nothing is served of any more, what was found is still told. */
function evidence(cells: readonly Cell[], floor: number, sure: Sure | null) {
  return sure ?? evidenceFrom(cells, floor === Infinity ? 0 : floor);
}

function floorOf(
  operators: number | null,
  cells: readonly Cell[],
): { floor: number; from: IntentStanding['thresholdFrom'] } {
  if (operators !== null) return { floor: operators, from: 'operator' };
  const learnt = learnFloor(cells, defaultThreshold);
  return learnt === null ? { floor: defaultThreshold, from: 'default' } : { floor: learnt, from: 'learnt' };
}

function whyNotSure(cells: readonly Cell[], floor: number, mostWrong: number): Held {
  const { labels, wrong } = evidenceFrom(cells, floor);
  const needed = labelsNeeded(wrong, mostWrong);
  return needed === null
    ? { reason: 'often_wrong', have: wrong, needed: labels }
    : { reason: 'few_checks', have: labels, needed };
}

function labelsOf(db: Db, intentId: string, now: number): Cell[] {
  return countLabels(db, intentId, { ...windowAt(now), limit: WINDOW });
}

function runOfRight(db: Db, answerId: string, now: number): number {
  const newest = newestLabels(db, answerId, { ...windowAt(now), limit: OWN_RUN });
  const wrongAt = newest.indexOf('wrong');
  return wrongAt === -1 ? newest.length : wrongAt;
}

const windowAt = (now: number) => ({ scoring: SCORING, since: now - OLDEST });
