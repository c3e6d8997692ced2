import { memo, type KeyboardEvent } from 'react';
import { Progress, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../shared/job.ts';
import { MINUTE } from '../../shared/time.ts';
import { useFormats } from '../ui/use-formats.tsx';
import { progressOf } from './progress.ts';
import { resultOf } from './result.ts';
import { useJobWords } from './use-job-words.ts';
import { useMoney } from './use-money.ts';
import classes from './jobs.module.css';

/** What one wants to know of a job in its state. */
function useRemark(now: number): (row: JobRow) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useJobWords();
  return (row) => {
    const { state, runAt, waitsFor, lastError, window, startedAt, finishedAt } = row;
    if (state === 'done' || state === 'cancelled') {
      const result = resultOf(row);
      const took =
        startedAt === null || finishedAt === null
          ? ''
          : t('jobs.took', { time: formats.duration(finishedAt - startedAt) });
      return [progressOf(row)?.now, took, result && words.result(result)].filter(Boolean).join(' · ');
    }
    if (state === 'failed') return lastError === null ? '' : words.sentence(lastError);
    const progress = progressOf(row);
    const far =
      progress === null
        ? ''
        : t('jobs.progress', { done: formats.count(progress.done), of: formats.count(progress.of) });
    if (state === 'running') return [far, progress?.now].filter(Boolean).join(' · ');
    const why = waitsFor ?? lastError;
    const forWindow = window === 'now' ? '' : t(`jobWait.${window}`);
    const again = runAt > now + MINUTE ? t('jobs.next', { when: formats.when(runAt, now) }) : '';
    return [far, why === null ? forWindow : words.sentence(why), again].filter(Boolean).join(' · ');
  };
}

interface Props {
  row: JobRow;
  now: number;
  isSelected: boolean;
  isStop: boolean;
  onOpen: (jobId: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One job of the list. */
export const JobRowButton = memo(function JobRowButton({
  row,
  now,
  isSelected,
  isStop,
  onOpen,
  onKeyDown,
}: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const words = useJobWords();
  const money = useMoney();
  const remark = useRemark(now)(row);
  const progress = row.state === 'running' ? progressOf(row) : null;
  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.row}
        aria-current={isSelected || undefined}
        tabIndex={isStop ? 0 : -1}
        data-job={row.id}
        onClick={() => onOpen(row.id)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.name}>{words.kind(row.kind)}</span>
        <span className={classes.figures}>
          {row.costUsd > 0 && <span>{money(row.costUsd)}</span>}
          {row.attempt > 1 && (
            <span>{t('jobs.attemptsOf', { attempt: row.attempt, max: row.maxAttempts })}</span>
          )}
          <span className={classes.time}>{formats.moment(row.finishedAt ?? row.createdAt, now)}</span>
        </span>
        <span className={classes.remark} data-failed={row.state === 'failed' || undefined}>
          {remark}
        </span>
        {progress !== null && (
          <Progress
            className={classes.bar ?? ''}
            value={(100 * progress.done) / progress.of}
            size={4}
            color="var(--teal)"
            aria-hidden
          />
        )}
      </UnstyledButton>
    </li>
  );
});
