import { useEffect } from 'react';
import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { waits } from '../../shared/job-waits.ts';
import { runGoals } from '../../shared/knowledge-run.ts';
import { MINUTE } from '../../shared/time.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { changeTarget, generate, readEstimate, readRuns } from './generate-actions.ts';
import { KeptInput } from './kept-input.tsx';
import { refuse } from './refuse.ts';
import { GoingRun, LastRun } from './run-panel.tsx';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

/** What the run will take, told before it begins. */
function Estimate() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const money = useMoney();
  const isDemo = useAppState((state) => state.desk === 'demo');
  const estimate = useStore(desk.settings, (area) => area.estimate);
  if (estimate === null) return null;
  const { gpuMinutes, batches, costUsd, from } = estimate;
  const amounts = { minutes: formats.duration(gpuMinutes * MINUTE), batches: formats.count(batches) };
  return (
    <p className={classes.aside}>
      {costUsd === null
        ? t('generate.estimateFree', amounts)
        : t('generate.estimate', { ...amounts, cost: money(costUsd) })}{' '}
      {t(from === 'runs' ? 'generate.fromRuns' : 'generate.fromUsual')}
      {isDemo && ` ${t('endpoint.demoCost')}`}
    </p>
  );
}

function NewRun() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const { target, goesTo } = useAppState((state) => state.settings.knowledge);
  const hasEndpoint = useStore(desk.jobs, ({ overview }) => !overview?.holds.includes(waits.notSet));
  useEffect(() => void readEstimate(desk, target), [desk, target]);
  const keepTarget = async (text: string) => {
    const wanted = parseWhole(text, 1);
    return wanted === null ? refuse(desk, 'It is a whole number, like 1000.') : changeTarget(desk, wanted);
  };
  const chooseGoal = (value: string | null) => {
    const goal = runGoals.find((one) => one === value);
    if (goal !== undefined) void changeSettings(desk, { knowledge: { goesTo: goal } });
  };
  return (
    <>
      <div className={classes.row}>
        <div className={classes.grow}>
          <KeptInput
            inputMode="decimal"
            label={t('generate.target')}
            value={String(target)}
            onKeep={keepTarget}
          />
        </div>
        <Select
          className={classes.grow ?? ''}
          label={t('generate.goesTo')}
          value={goesTo}
          data={runGoals.map((value) => ({ value, label: t(`generate.${value}`) }))}
          onChange={chooseGoal}
        />
      </div>
      <p className={classes.aside}>{t('generate.targetHint')}</p>
      <Estimate />
      <div className={classes.row}>
        <Button variant="filled" disabled={!hasEndpoint} onClick={() => void generate(desk, target, goesTo)}>
          {t('generate.start', { target: formats.count(target) })}
        </Button>
        {!hasEndpoint && <p className={classes.aside}>{t('generate.noEndpoint')}</p>}
      </div>
    </>
  );
}

/** The generator of cultural knowledge: what a run will take, how far it is, what came of the last one. */
export function GenerateCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const runs = useStore(desk.settings, (area) => area.runs);
  useEffect(() => void readRuns(desk), [desk]);
  const [last] = runs ?? [];
  const going = last?.state === 'running' ? last : null;
  return (
    <Card title={t('generate.title')} hint={t('generate.hint')}>
      <div className={classes.stack}>
        {going === null ? <NewRun /> : <GoingRun run={going} />}
        {going === null && last !== undefined && <LastRun run={last} />}
      </div>
    </Card>
  );
}
