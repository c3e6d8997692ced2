import type { SpanBudget, Spending } from '../../shared/job.ts';
import { waits } from '../../shared/job-waits.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { spentSince } from '../db/job-list.ts';
import { open, type Gate, type Standing } from './gates.ts';

interface BudgetParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Settings['offline'];
}

/** Sentences of jobs that wait for money. */
export const waitsForMoney = [waits.budgetDay, waits.budgetMonth] as const;

const dayOf = (now: number, days = 0): number => {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days).getTime();
};
const monthOf = (now: number, months = 0): number => {
  const at = new Date(now);
  return new Date(at.getFullYear(), at.getMonth() + months, 1).getTime();
};

/**
 * What offline work has cost today and this month, in the machine's time zone and the operator's currency. What is out is
 * not counted until its answer says what it took: a budget can be overrun by as many requests as may be out.
 */
export function readSpending({ db, clock, settings }: BudgetParts): Spending {
  const { currency, perUsd, budgetPerDay, budgetPerMonth } = settings();
  const now = clock.now();
  const since = (start: number, budget: number | null): SpanBudget => ({
    spent: spentSince(db, start) * perUsd,
    budget,
  });
  return {
    currency,
    perUsd,
    today: since(dayOf(now), budgetPerDay),
    month: since(monthOf(now), budgetPerMonth),
  };
}

/** Closed from the moment a budget is spent until the next day or month begins, or the budget is raised. */
export function budgetGate(parts: BudgetParts): Gate {
  return (): Standing => {
    const { budgetPerDay, budgetPerMonth } = parts.settings();
    if (budgetPerDay === null && budgetPerMonth === null) return open;
    const { today, month } = readSpending(parts);
    const now = parts.clock.now();
    if (isSpent(month)) return until(monthOf(now, 1) - now, waits.budgetMonth);
    return isSpent(today) ? until(dayOf(now, 1) - now, waits.budgetDay) : open;
  };
}

const isSpent = ({ spent, budget }: SpanBudget): boolean => budget !== null && spent >= budget;

const until = (lookAgainMs: number, because: string): Standing => ({ isOpen: false, because, lookAgainMs });
