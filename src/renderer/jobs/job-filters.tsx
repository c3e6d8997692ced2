import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { jobStates } from '../../shared/job.ts';
import { useDesk } from '../desk/context.tsx';
import { Counted } from '../ui/counted.tsx';
import { chooseList } from './jobs-actions.ts';
import { countOf } from './jobs-store.ts';
import { useJobWords } from './use-job-words.ts';
import classes from './jobs.module.css';

const EVERY = '';

/** Which jobs the list shows: of one state, with how many there are, and of one kind or all. */
export function JobFilters() {
  const { t } = useTranslation();
  const desk = useDesk();
  const words = useJobWords();
  const overview = useStore(desk.jobs, (area) => area.overview);
  const state = useStore(desk.jobs, (area) => area.state);
  const kind = useStore(desk.jobs, (area) => area.kind);
  const kinds = [...new Set(overview?.counts.map((count) => count.kind))];
  const choose = (value: string) => {
    const chosen = jobStates.find((one) => one === value);
    if (chosen !== undefined) void chooseList(desk, { state: chosen });
  };
  return (
    <div className={classes.filters}>
      <div className={classes.states}>
        <SegmentedControl
          aria-label={t('jobs.states')}
          value={state}
          onChange={choose}
          data={jobStates.map((value) => ({
            value,
            label: <Counted text={words.state(value)} n={countOf(overview, value, kind)} />,
          }))}
        />
      </div>
      {(kinds.length > 1 || kind !== null) && (
        <Select
          aria-label={t('jobs.kind')}
          value={kind ?? EVERY}
          onChange={(value) => void chooseList(desk, { kind: value === EVERY ? null : value })}
          data={[
            { value: EVERY, label: t('jobs.everyKind') },
            ...kinds.map((value) => ({ value, label: words.kind(value) })),
          ]}
        />
      )}
    </div>
  );
}
