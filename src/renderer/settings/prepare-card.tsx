import { useEffect } from 'react';
import { Button, Select, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { answerGoals } from '../../shared/answer.ts';
import { waits } from '../../shared/job-waits.ts';
import type { PreparationRun } from '../../shared/preparation.ts';
import { MINUTE } from '../../shared/time.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { GoingPanel, useRunWords } from './going-panel.tsx';
import { KeptInput } from './kept-input.tsx';
import {
  cancelPreparation,
  changeVariations,
  prepare,
  readPreparation,
  showPreparing,
} from './prepare-actions.ts';
import { refuse } from './refuse.ts';
import { preparationPace } from './run-pace.ts';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

/** How many answers there are to be, where they go, and whether they are kept up by themselves. */
function Choices() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { variations, goesTo } = useAppState((state) => state.settings.answers);
  const keepVariations = async (text: string) => {
    const wanted = parseWhole(text, 1, 10);
    return wanted === null
      ? refuse(desk, 'It is a whole number from 1 to 10.')
      : changeVariations(desk, wanted);
  };
  const chooseGoal = (value: string | null) => {
    const goal = answerGoals.find((one) => one === value);
    if (goal !== undefined) void changeSettings(desk, { answers: { goesTo: goal } });
  };
  return (
    <>
      <div className={classes.row}>
        <div className={classes.grow}>
          <KeptInput
            inputMode="decimal"
            label={t('prepare.variations')}
            value={String(variations)}
            onKeep={keepVariations}
          />
        </div>
        <Select
          className={classes.grow ?? ''}
          label={t('generate.goesTo')}
          value={goesTo}
          data={answerGoals.map((value) => ({ value, label: t(`generate.${value}`) }))}
          onChange={chooseGoal}
        />
      </div>
      <p className={classes.aside}>{t('prepare.variationsHint')}</p>
    </>
  );
}

/** What is lacking, what that will take, and the button that asks for it. */
function Lacking() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const money = useMoney();
  const lacking = useStore(desk.settings, (area) => area.lacking);
  const hasEndpoint = useStore(desk.jobs, ({ overview }) => !overview?.holds.includes(waits.notSet));
  if (lacking === null) return null;
  const { answers, requests, gpuMinutes, costUsd, from } = lacking;
  if (answers === 0) return <p className={classes.aside}>{t('prepare.enough')}</p>;
  const amounts = { minutes: formats.duration(gpuMinutes * MINUTE), batches: formats.count(requests) };
  return (
    <>
      <p className={classes.aside}>
        {costUsd === null
          ? t('generate.estimateFree', amounts)
          : t('generate.estimate', { ...amounts, cost: money(costUsd) })}{' '}
        {t(from === 'runs' ? 'generate.fromRuns' : 'generate.fromUsual')}
      </p>
      <div className={classes.row}>
        <Button variant="filled" disabled={!hasEndpoint} onClick={() => void prepare(desk)}>
          {t('prepare.start', { count: answers, answers: formats.count(answers) })}
        </Button>
        {!hasEndpoint && <p className={classes.aside}>{t('generate.noEndpoint')}</p>}
      </div>
    </>
  );
}

function Going({ run }: { run: PreparationRun }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const wordsOf = useRunWords();
  const now = useNow();
  const { taken, requests } = run;
  const far = t('prepare.progress', {
    count: taken,
    taken: formats.count(taken),
    over: formats.count(requests.over),
    all: formats.count(requests.all),
  });
  return (
    <GoingPanel
      title={t('prepare.title')}
      words={[far, ...wordsOf(run, preparationPace(run, now))]}
      share={requests.over / requests.all}
      stopped={null}
      onCancel={() => void cancelPreparation(desk, run.id)}
      onShow={() => void showPreparing(desk)}
    />
  );
}

function Last({ run }: { run: PreparationRun }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useJobWords();
  const money = useMoney();
  const { taken, rejected, requests, lastError, isCancelled, spending } = run;
  const amounts = { count: taken, taken: formats.count(taken), cost: money(spending.costUsd) };
  return (
    <p className={classes.aside}>
      {t(isCancelled ? 'prepare.cancelled' : 'prepare.ended', amounts)}
      {rejected > 0 && ` ${t('prepare.notPassed', { count: rejected })}`}
      {lastError !== null &&
        ` ${t('prepare.failed', { count: requests.failed, error: words.sentence(lastError) })}`}
    </p>
  );
}

/** Prepared answers: what is lacking, how far the work on it is, what came of the last run, and how they are kept up. */
export function PrepareCard() {
  const { t } = useTranslation();
  const desk = useDesk();
  const last = useStore(desk.settings, (area) => area.preparation?.last ?? null);
  const renewing = useStore(desk.settings, (area) => area.preparation?.renewing ?? 0);
  const renewsByItself = useAppState((state) => state.settings.answers.renewsByItself);
  useEffect(() => void readPreparation(desk), [desk]);
  const isGoing = last !== null && last.alive > 0;
  return (
    <Card title={t('prepare.title')} hint={t('prepare.hint')}>
      <div className={classes.stack}>
        {isGoing ? (
          <Going run={last} />
        ) : (
          <>
            <Choices />
            <Lacking />
            {last !== null && <Last run={last} />}
          </>
        )}
        <Switch
          label={t('prepare.renews')}
          description={renewing > 0 ? t('prepare.renewing', { count: renewing }) : t('prepare.renewsHint')}
          checked={renewsByItself}
          onChange={(event) =>
            void changeSettings(desk, { answers: { renewsByItself: event.currentTarget.checked } })
          }
        />
      </div>
    </Card>
  );
}
