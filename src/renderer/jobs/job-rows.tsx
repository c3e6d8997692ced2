import { useCallback } from 'react';
import { Button } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { useNow } from '../ui/use-formats.tsx';
import { JobRowButton } from './job-row.tsx';
import { readOlderJobs, selectJob } from './jobs-actions.ts';
import classes from './jobs.module.css';

/** The jobs of the chosen state: one stop for Tab, arrows inside, Enter shows the details. */
export function JobRows() {
  const { t } = useTranslation();
  const desk = useDesk();
  const rows = useStore(desk.jobs, (area) => area.rows);
  const hasMore = useStore(desk.jobs, (area) => area.hasMore);
  const isLoaded = useStore(desk.jobs, (area) => area.isLoaded);
  const selectedId = useStore(desk.jobs, (area) => area.selectedId);
  const now = useNow();
  const { list, move } = useListKeys({ isLong: true });
  const isSelectedShown = rows.some(({ id }) => id === selectedId);

  const open = useCallback((jobId: string) => void selectJob(desk, jobId), [desk]);

  if (isLoaded && rows.length === 0)
    return <EmptyState icon={IconMoonStars} title={t('jobs.noneHere')} text={t('jobs.noneHereText')} />;
  return (
    <div className={classes.card}>
      <ul ref={list} className={classes.rows} aria-label={t('jobs.list')}>
        {rows.map((row, index) => (
          <JobRowButton
            key={row.id}
            row={row}
            now={now}
            isSelected={row.id === selectedId}
            isStop={isSelectedShown ? row.id === selectedId : index === 0}
            onOpen={open}
            onKeyDown={move}
          />
        ))}
      </ul>
      {hasMore && (
        <Button variant="subtle" className={classes.more ?? ''} onClick={() => void readOlderJobs(desk)}>
          {t('jobs.more')}
        </Button>
      )}
    </div>
  );
}
