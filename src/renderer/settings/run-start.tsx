import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { waits } from '../../shared/job-waits.ts';
import { runGoals, type RunEstimate, type RunGoal } from '../../shared/knowledge-run.ts';
import { MINUTE } from '../../shared/time.ts';
import { useDesk } from '../desk/context.tsx';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { KeptInput } from './kept-input.tsx';
import classes from './settings.module.css';

/** Whether there is anything that offline work can be asked of. */
export function useHasEndpoint(): boolean {
  return useStore(useDesk().jobs, ({ overview }) => !overview?.holds.includes(waits.notSet));
}

interface ChoicesProps {
  label: string;
  hint: string;
  /** How many are to be made. */
  wanted: number;
  onKeep: (text: string) => Promise<boolean>;
  goesTo: RunGoal;
  onChoose: (goal: RunGoal) => void;
}

/** How many a run is to make, and where they go. */
export function RunChoices({ label, hint, wanted, onKeep, goesTo, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const choose = (value: string | null) => {
    const goal = runGoals.find((one) => one === value);
    if (goal !== undefined) onChoose(goal);
  };
  return (
    <>
      <div className={classes.row}>
        <div className={classes.grow}>
          <KeptInput inputMode="decimal" label={label} value={String(wanted)} onKeep={onKeep} />
        </div>
        <Select
          className={classes.grow ?? ''}
          label={t('generate.goesTo')}
          value={goesTo}
          data={runGoals.map((value) => ({ value, label: t(`generate.${value}`) }))}
          onChange={choose}
        />
      </div>
      <p className={classes.aside}>{hint}</p>
    </>
  );
}

/** What a run will take, told before it begins. */
export function EstimateWords({ estimate }: { estimate: Omit<RunEstimate, 'insights'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const money = useMoney();
  const { gpuMinutes, batches, costUsd, from } = estimate;
  const amounts = { minutes: formats.duration(gpuMinutes * MINUTE), batches: formats.count(batches) };
  return (
    <>
      {costUsd === null
        ? t('generate.estimateFree', amounts)
        : t('generate.estimate', { ...amounts, cost: money(costUsd) })}{' '}
      {t(from === 'runs' ? 'generate.fromRuns' : 'generate.fromUsual')}
    </>
  );
}

/** The button that begins offline work; says so where there is nothing to ask it of. */
export function StartRow({
  label,
  isGoing = false,
  onStart,
}: {
  label: string;
  isGoing?: boolean;
  onStart: () => void;
}) {
  const { t } = useTranslation();
  const hasEndpoint = useHasEndpoint();
  return (
    <div className={classes.row}>
      <Button variant="filled" disabled={!hasEndpoint || isGoing} onClick={onStart}>
        {label}
      </Button>
      {!hasEndpoint && <p className={classes.aside}>{t('generate.noEndpoint')}</p>}
    </div>
  );
}
