import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SpanBudget } from '../../shared/job.ts';
import { useDesk } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { levelOf } from './budget-level.ts';
import classes from './jobs.module.css';

const colours = { fine: 'var(--teal)', soon: 'var(--saffron)', spent: 'var(--clay)' } as const;

function MoneyCard({ title, currency, span }: { title: string; currency: string; span: SpanBudget }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { spent, budget } = span;
  const level = levelOf(span);
  const limit =
    budget === null ? t('jobs.noBudget') : t('jobs.ofBudget', { budget: formats.money(budget, currency) });
  const percent = budget === null ? 0 : budget === 0 ? 100 : Math.min(100, (100 * spent) / budget);
  return (
    <section className={classes.money} data-level={level}>
      <h2>{title}</h2>
      <p>
        <b>{formats.money(spent, currency)}</b> {limit}
      </p>
      {budget !== null && <Progress value={percent} size={4} color={colours[level]} aria-label={title} />}
    </section>
  );
}

/** What offline work has cost so far, beside what it may. */
export function MoneyCards() {
  const { t } = useTranslation();
  const desk = useDesk();
  const spending = useStore(desk.jobs, (area) => area.overview?.spending ?? null);
  if (spending === null) return null;
  const { currency, today, month } = spending;
  return (
    <div className={classes.moneyCards} title={t('jobs.gpuPrice')}>
      <MoneyCard title={t('jobs.today')} currency={currency} span={today} />
      <MoneyCard title={t('jobs.month')} currency={currency} span={month} />
    </div>
  );
}
