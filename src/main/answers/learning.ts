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
  RECENT,
  whyHeld,
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

/** Why this answer must not go out without a person, or null when it may (see `whyHeld`). */
export function heldBack(
  db: Db,
  served: { readonly answerId: string; readonly score: number },
  mostWrong: number,
  now: number,
): Held | null {
  const intent = findAnswerIntent(db, served.answerId);
  if (intent === null) return { reason: 'few_checks', have: 0, needed: labelsNeeded(0, mostWrong) ?? WINDOW };
  const cells = labelsOf(db, intent.intentId, now);
  const { floor } = floorOf(db, intent, now);
  const runOfRight = () => countRun(db, served.answerId, now);
  return whyHeld(cells, floor, { score: served.score, runOfRight }, mostWrong);
}

/** The score under which matches of an intent were found wrong too often to be served at all; null when none were. */
export function learntFloor(db: Db, intentId: string, now: number): number | null {
  return learnFloor(labelsOf(db, intentId, now, RECENT), defaultThreshold);
}

/** What has been learnt of every intent that is on, those served most first. */
export function listStandings(db: Db, mostWrong: number, now: number): IntentStanding[] {
  const served = countServed(db);
  return listIntents(db)
    .filter(({ isEnabled }) => isEnabled)
    .map((intent) => {
      const cells = labelsOf(db, intent.id, now);
      const { floor, from: thresholdFrom } = floorOf(db, { ...intent, intentId: intent.id }, now);
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
  db: Db,
  { intentId, threshold }: { readonly intentId: string; readonly threshold: number | null },
  now: number,
): { floor: number; from: IntentStanding['thresholdFrom'] } {
  if (threshold !== null) return { floor: threshold, from: 'operator' };
  const learnt = learntFloor(db, intentId, now);
  return learnt === null ? { floor: defaultThreshold, from: 'default' } : { floor: learnt, from: 'learnt' };
}

function labelsOf(db: Db, intentId: string, now: number, limit = WINDOW): Cell[] {
  return countLabels(db, intentId, { ...windowAt(now), limit });
}

function countRun(db: Db, answerId: string, now: number): number {
  const newest = newestLabels(db, answerId, { ...windowAt(now), limit: OWN_RUN });
  const wrongAt = newest.indexOf('wrong');
  return wrongAt === -1 ? newest.length : wrongAt;
}

const windowAt = (now: number) => ({ scoring: SCORING, since: now - OLDEST });
