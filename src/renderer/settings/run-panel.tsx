import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppState, useDesk } from '../desk/context.tsx';
import type { KnowledgeRun } from '../../shared/knowledge-run.ts';
import { pauseWork } from '../jobs/jobs-actions.ts';
import { useJobWords } from '../jobs/use-job-words.ts';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { cancelRun, generate, showRunJobs, undoRun } from './generate-actions.ts';
import { paceOf } from './run-pace.ts';
import classes from './settings.module.css';

/** How far a run is, in words: rate, time left, money, what was taken. */
function useProgressWords(run: KnowledgeRun): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const money = useMoney();
  const pace = paceOf(run, useNow());
  const { taken, target, rejected, spending } = run;
  return [
    t('generate.progress', { taken: formats.count(taken), target: formats.count(target) }),
    ...(pace === null
      ? []
      : [
          t('generate.rate', { rate: formats.count(Math.max(1, pace.perMinute)) }),
          t('generate.left', { time: formats.duration(pace.leftMs) }),
        ]),
    ...(spending.costUsd > 0 ? [t('generate.soFar', { cost: money(spending.costUsd) })] : []),
    ...(run.yield === null ? [] : [t('generate.yield', { yield: formats.percent(run.yield) })]),
    ...(rejected > 0 ? [t('generate.rejected', { count: rejected })] : []),
  ].join(' · ');
}

/** The run that goes on, or that waits for the operator. */
export function GoingRun({ run }: { run: KnowledgeRun }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useJobWords();
  const progress = useProgressWords(run);
  const isPaused = useAppState((state) => state.settings.offline.isPaused);
  const hasStopped = run.alive === 0;
  return (
    <>
      <div className={classes.progress}>
        <Progress.Root size="md" radius="xl">
          <Progress.Section
            value={Math.min(100, (100 * run.taken) / run.target)}
            color="var(--teal)"
            aria-label={t('generate.title')}
          />
        </Progress.Root>
        <span>{progress}</span>
      </div>
      {hasStopped && (
        <output className={classes.result}>
          {run.lastError === null
            ? t('generate.stoppedPlain')
            : t('generate.stopped', { error: words.sentence(run.lastError) })}
        </output>
      )}
      <div className={classes.row}>
        {hasStopped ? (
          <Button variant="filled" onClick={() => void generate(desk, run.target, run.goesTo)}>
            {t('generate.goOn')}
          </Button>
        ) : (
          <Button onClick={() => void pauseWork(desk, !isPaused)}>
            {t(isPaused ? 'jobs.resume' : 'jobs.pause')}
          </Button>
        )}
        <Button onClick={() => void cancelRun(desk, run.id)}>{t('generate.cancel')}</Button>
        <Button variant="subtle" onClick={() => void showRunJobs(desk)}>
          {t('generate.show')}
        </Button>
      </div>
    </>
  );
}

/** What came of the last run. */
export function LastRun({ run }: { run: KnowledgeRun }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const money = useMoney();
  if (run.state === 'undone') return <p className={classes.aside}>{t('generate.undone')}</p>;
  const taken = formats.count(run.taken);
  return (
    <div className={classes.row}>
      <p className={classes.aside}>
        {t(`generate.ended.${run.ending ?? 'cancelled'}`, { taken, cost: money(run.spending.costUsd) })}
      </p>
      {run.kept > 0 && <Button onClick={() => void undoRun(desk, run.id)}>{t('generate.undo')}</Button>}
    </div>
  );
}
