import { useEffect } from 'react';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PreparationRun } from '../../shared/preparation.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { Card } from './card.tsx';
import { GoingPanel, useRunWords } from './going-panel.tsx';
import {
  cancelPreparation,
  changeVariations,
  prepare,
  readPreparation,
  showPreparing,
} from './prepare-actions.ts';
import { refuse } from './refuse.ts';
import { preparationPace } from './run-pace.ts';
import { EstimateWords, RunChoices, StartRow } from './run-start.tsx';
import classes from './settings.module.css';
import { parseWhole } from './whole.ts';

/** How many answers there are to be, and where they go. */
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
  return (
    <RunChoices
      label={t('prepare.variations')}
      hint={t('prepare.variationsHint')}
      wanted={variations}
      onKeep={keepVariations}
      goesTo={goesTo}
      onChoose={(goal) => void changeSettings(desk, { answers: { goesTo: goal } })}
    />
  );
}

/** What is lacking, what that will take, and the button that asks for it. */
function Lacking() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const lacking = useStore(desk.settings, (area) => area.lacking);
  if (lacking === null) return null;
  const { answers, requests } = lacking;
  if (answers === 0) return <p className={classes.aside}>{t('prepare.enough')}</p>;
  return (
    <>
      <p className={classes.aside}>
        <EstimateWords estimate={{ ...lacking, batches: requests }} />
      </p>
      <StartRow
        label={t('prepare.start', { count: answers, answers: formats.count(answers) })}
        onStart={() => void prepare(desk)}
      />
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
