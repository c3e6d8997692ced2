import type { Currency, Settings } from '../../shared/settings.ts';

type Budget = Pick<Settings['offline'], 'currency' | 'perUsd' | 'budgetPerDay' | 'budgetPerMonth'>;

/** The same budget in another currency, in round amounts: 2 euros must not become 2 rupiah, nor the other way round. */
export function inCurrency(budget: Omit<Budget, 'currency'>, currency: Currency, perUsd: number): Budget {
  const converted = (amount: number | null) =>
    amount === null ? null : Number(((amount / budget.perUsd) * perUsd).toPrecision(2));
  return {
    currency,
    perUsd,
    budgetPerDay: converted(budget.budgetPerDay),
    budgetPerMonth: converted(budget.budgetPerMonth),
  };
}
