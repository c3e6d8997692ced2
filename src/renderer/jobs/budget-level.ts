import type { SpanBudget, Spending } from '../../shared/job.ts';

const levels = ['fine', 'soon', 'spent'] as const;
type Level = (typeof levels)[number];

/** From here on an operator is told, as a share of the budget. */
const SOON = 0.8;

/** How far a budget is spent. */
export function levelOf({ spent, budget }: SpanBudget): Level {
  if (budget === null) return 'fine';
  if (spent >= budget) return 'spent';
  return spent >= budget * SOON ? 'soon' : 'fine';
}

/** How far the budget that is spent furthest is. */
export function worstLevel({ today, month }: Spending): Level {
  const worst = Math.max(levels.indexOf(levelOf(today)), levels.indexOf(levelOf(month)));
  return levels[worst] ?? 'fine';
}

/** The level when it rose since before; null when it did not, or nothing is known of before. */
export function risenTo(before: Spending | null, now: Spending): Exclude<Level, 'fine'> | null {
  const level = worstLevel(now);
  if (before === null || level === 'fine') return null;
  return levels.indexOf(level) > levels.indexOf(worstLevel(before)) ? level : null;
}
