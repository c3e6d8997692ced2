import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnowledgeRun } from '../../shared/knowledge-run.ts';
import { useDesk } from '../desk/context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { cancelRun, generate, showRunJobs, undoRun } from './generate-actions.ts';
import { GoingPanel, useRunWords } from './going-panel.tsx';
import { paceOf } from './run-pace.ts';
import classes from './settings.module.css';

/** The run of the generator that goes on, or that waits for the operator. */
export function GoingRun({ run }: { run: KnowledgeRun }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const words = useJobWords();
  const wordsOf = useRunWords();
  const now = useNow();
  const { taken, target, alive, lastError } = run;
  const error = lastError === null ? null : words.sentence(lastError);
  const stopped = error === null ? t('generate.stoppedPlain') : t('generate.stopped', { error });
  const far = t('generate.progress', { taken: formats.count(taken), target: formats.count(target) });
  return (
    <GoingPanel
      title={t('generate.title')}
      words={[far, ...wordsOf(run, paceOf(run, now))]}
      share={taken / target}
      stopped={alive === 0 ? stopped : null}
      onGoOn={() => void generate(desk, target, run.goesTo)}
      onCancel={() => void cancelRun(desk, run.id)}
      onShow={() => void showRunJobs(desk)}
    />
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
