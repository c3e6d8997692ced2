import type { Held } from '../../shared/answer.ts';

/** Labels of one intent whose scores lie in one hundredth, from `score` on. */
export interface Cell {
  readonly score: number;
  readonly right: number;
  readonly wrong: number;
}

/** What the labels from a threshold on say together. */
export interface Evidence {
  readonly labels: number;
  readonly wrong: number;
  /** The error is below this with 95 % certainty, all looks counted. 1 without labels. */
  readonly upper: number;
}

export interface Sure extends Evidence {
  /** The lowest threshold that is certified. */
  readonly from: number;
}

/** Newest labels of an intent that count: older ones speak of other days. At 1 %, eleven wrong ones fit into it. */
export const WINDOW = 2_000;
/** Of these, the newest that decide whether a match is worth showing: an answer that goes stale is noticed by them. */
export const RECENT = 100;
/** Labels of one very text that must have been right in a row before it goes out alone. */
export const OWN_RUN = 10;

/** Chance of trusting an intent that does not deserve it, all thresholds looked at counted together. */
const RISK = 0.05;
/** Thresholds that are tried besides an intent's own. Few: each look at the same labels has to be paid for. */
const STEPS: readonly number[] = [0.66, 0.74, 0.82, 0.9];
/** Matches under a threshold that are more often wrong than this are not worth a person's time as a draft. */
const MOST_WRONG_DRAFTS = 0.2;

/**
 * Upper end of the one-sided interval of Clopper and Pearson (Biometrika 26, 1934): exact for any number of labels,
 * which matters where nearly all are right. The true share of wrong ones is above it with a chance of at most `risk`.
 */
export function upperBound(wrong: number, labels: number, risk: number): number {
  if (wrong >= labels) return 1;
  return solve((share) => chanceOfAtMost(wrong, labels, share) > risk);
}

/** Lower end of the same interval. */
export function lowerBound(wrong: number, labels: number, risk: number): number {
  if (wrong <= 0) return 0;
  return solve((share) => 1 - chanceOfAtMost(wrong - 1, labels, share) < risk);
}

/**
 * The lowest threshold from `floor` on above which the labels certify an error under `mostWrong`; null when none does.
 * Union bound over the thresholds: half of the risk for the floor, where all labels count, the rest in equal parts for
 * the higher ones. So it holds for the one that is chosen, although all are looked at with the same labels.
 */
export function learnSure(cells: readonly Cell[], floor: number, mostWrong: number): Sure | null {
  for (const { from, risk } of looks(floor)) {
    const { labels, wrong } = countFrom(cells, from);
    if (isBelow(wrong, labels, mostWrong, risk))
      return { from, labels, wrong, upper: upperBound(wrong, labels, risk) };
  }
  return null;
}

/** What all labels from `floor` on say: the evidence of an intent that is not certified. */
export function evidenceFrom(cells: readonly Cell[], floor: number): Evidence {
  const { labels, wrong } = countFrom(cells, floor);
  return { labels, wrong, upper: labels === 0 ? 1 : upperBound(wrong, labels, RISK / 2) };
}

/**
 * How many labels certify the floor when `wrong` of them are wrong; null when more than are ever looked at. Without a
 * wrong one, 368 at 1 %, 72 at 5 %.
 */
export function labelsNeeded(wrong: number, mostWrong: number): number | null {
  if (!isBelow(wrong, WINDOW, mostWrong, RISK / 2)) return null;
  let [tooFew, enough] = [wrong, WINDOW];
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isBelow(wrong, middle, mostWrong, RISK / 2)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/**
 * Why a match must not go out without a person, or null when it may: while the labels certify that fewer than
 * `mostWrong` are wrong at such scores, and the text itself was right often enough in a row (`runOfRight`).
 */
export function whyHeld(
  cells: readonly Cell[],
  floor: number,
  match: { readonly score: number; readonly runOfRight: () => number },
  mostWrong: number,
): Held | null {
  const sure = learnSure(cells, floor, mostWrong);
  if (sure === null) {
    const { labels, wrong } = evidenceFrom(cells, floor);
    const needed = labelsNeeded(wrong, mostWrong);
    return needed === null
      ? { reason: 'often_wrong', have: wrong, needed: labels }
      : { reason: 'few_checks', have: labels, needed };
  }
  if (match.score < sure.from) return { reason: 'low_score', have: match.score, needed: sure.from };
  const run = match.runOfRight();
  return run < OWN_RUN ? { reason: 'own_checks', have: run, needed: OWN_RUN } : null;
}

/**
 * Where matches become worth showing, by the newest `RECENT` labels: above `floor` only where the labels under it are wrong more often than a draft
 * may be, again with 95 % certainty over all looks. Above every score when all of them are. Null = the floor stands.
 */
export function learnFloor(cells: readonly Cell[], floor: number): number | null {
  const ends = [...STEPS.filter((step) => step > floor), Infinity];
  const isBad = (end: number, at: number) => {
    const under = cells.filter(({ score }) => score < end);
    // Nothing is said of scores that nobody saw: the band right under the end must have a part in it.
    if (countFrom(under, ends[at - 1] ?? floor).wrong === 0) return false;
    const { labels, wrong } = countFrom(under, floor);
    return 1 - chanceOfAtMost(wrong - 1, labels, MOST_WRONG_DRAFTS) < RISK / ends.length;
  };
  return ends.findLast(isBad) ?? null;
}

function looks(floor: number): { from: number; risk: number }[] {
  const higher = STEPS.filter((step) => step > floor);
  return [
    { from: floor, risk: RISK / 2 },
    ...higher.map((from) => ({ from, risk: RISK / 2 / higher.length })),
  ];
}

function countFrom(cells: readonly Cell[], from: number): { labels: number; wrong: number } {
  let [labels, wrong] = [0, 0];
  // Cells begin at hundredths; a threshold inside one counts the whole of it.
  const first = Math.floor(from * 100 + 1e-9) / 100;
  for (const cell of cells) {
    if (cell.score < first) continue;
    labels += cell.right + cell.wrong;
    wrong += cell.wrong;
  }
  return { labels, wrong };
}

/** Whether the error is below `mostWrong` but for a chance of `risk`; the same as a bound under it, and cheaper. */
function isBelow(wrong: number, labels: number, mostWrong: number, risk: number): boolean {
  return chanceOfAtMost(wrong, labels, mostWrong) < risk;
}

/** Chance of at most `wrong` wrong ones among `labels` when each is wrong with the chance `share`. */
function chanceOfAtMost(wrong: number, labels: number, share: number): number {
  if (wrong >= labels || share <= 0) return 1;
  if (share >= 1) return 0;
  const odds = Math.log(share) - Math.log1p(-share);
  let term = labels * Math.log1p(-share);
  let total = Math.exp(term);
  for (let count = 0; count < wrong; count += 1) {
    term += Math.log((labels - count) / (count + 1)) + odds;
    total += Math.exp(term);
  }
  return Math.min(1, total);
}

/** The share at which `isUnder` turns from true to false. */
function solve(isUnder: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (isUnder(middle)) low = middle;
    else high = middle;
  }
  return high;
}
