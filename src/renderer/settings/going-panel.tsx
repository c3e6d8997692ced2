import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAppState, useDesk } from '../desk/context.tsx';
import { HoldNotes } from '../jobs/hold-notes.tsx';
import { pauseWork } from '../jobs/jobs-actions.ts';
import { useMoney } from '../jobs/use-money.ts';
import { useFormats } from '../ui/use-formats.tsx';
import type { Pace } from './run-pace.ts';
import classes from './settings.module.css';

interface Made {
  readonly rejected: number;
  readonly yield: number | null;
  readonly spending: { readonly costUsd: number };
}

/** What every run tells of itself beside how far it is: rate, time left, money, what of it was taken. */
export function useRunWords(): (run: Made, pace: Pace | null) => string[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const money = useMoney();
  return ({ rejected, spending, yield: share }, pace) => [
    ...(pace === null
      ? []
      : [
          t('generate.rate', { rate: formats.count(Math.max(1, pace.perMinute)) }),
          t('generate.left', { time: formats.duration(pace.leftMs) }),
        ]),
    ...(spending.costUsd > 0 ? [t('generate.soFar', { cost: money(spending.costUsd) })] : []),
    ...(share === null ? [] : [t('generate.yield', { yield: formats.percent(share) })]),
    ...(rejected > 0 ? [t('generate.rejected', { count: rejected })] : []),
  ];
}

interface Props {
  readonly title: string;
  readonly words: readonly string[];
  /** 0..1. */
  readonly share: number;
  /** Why nothing of it goes on; null while something does. */
  readonly stopped: string | null;
  readonly onGoOn?: () => void;
  readonly onCancel: () => void;
  readonly onShow: () => void;
}

/** A run that goes on, or that waits for the operator: how far it is, what holds it, and what can be done. */
export function GoingPanel({ title, words, share, stopped, onGoOn, onCancel, onShow }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const isPaused = useAppState((state) => state.settings.offline.isPaused);
  return (
    <>
      <div className={classes.progress}>
        <Progress.Root size="md" radius="xl">
          <Progress.Section value={Math.min(100, 100 * share)} color="var(--teal)" aria-label={title} />
        </Progress.Root>
        <span>{words.join(' · ')}</span>
      </div>
      {stopped === null ? <HoldNotes /> : <output className={classes.result}>{stopped}</output>}
      <div className={classes.row}>
        {stopped !== null && onGoOn ? (
          <Button variant="filled" onClick={onGoOn}>
            {t('generate.goOn')}
          </Button>
        ) : (
          <Button onClick={() => void pauseWork(desk, !isPaused)}>
            {t(isPaused ? 'jobs.resume' : 'jobs.pause')}
          </Button>
        )}
        <Button onClick={onCancel}>{t('generate.cancel')}</Button>
        <Button variant="subtle" onClick={onShow}>
          {t('generate.show')}
        </Button>
      </div>
    </>
  );
}
