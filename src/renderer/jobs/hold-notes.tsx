import { IconAlertCircle, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { waits } from '../../shared/job-waits.ts';
import { useDesk } from '../desk/context.tsx';
import { worstLevel } from './budget-level.ts';
import { useJobWords } from './use-job-words.ts';
import classes from './jobs.module.css';

const none: readonly string[] = [];
const spentSentences: ReadonlySet<string> = new Set([waits.budgetDay, waits.budgetMonth]);

/** What holds offline work back now, and that a budget is nearly spent. */
export function HoldNotes() {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useJobWords();
  const holds = useStore(desk.jobs, (area) => area.overview?.holds ?? none);
  const level = useStore(desk.jobs, ({ overview }) =>
    overview === null ? 'fine' : worstLevel(overview.spending),
  );
  const isSoon = level === 'soon';
  return (
    <output className={classes.notes}>
      {holds.map((sentence) => (
        <span
          key={sentence}
          className={classes.note}
          data-tone={spentSentences.has(sentence) ? 'clay' : 'saffron'}
        >
          <IconPlayerPause size={16} stroke={1.75} aria-hidden />
          {words.sentence(sentence)}
        </span>
      ))}
      {isSoon && (
        <span className={classes.note} data-tone="saffron">
          <IconAlertCircle size={16} stroke={1.75} aria-hidden />
          {t('jobs.budgetSoon')}
        </span>
      )}
    </output>
  );
}
