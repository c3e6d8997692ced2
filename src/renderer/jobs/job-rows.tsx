import { useCallback, useRef, type KeyboardEvent } from 'react';
import { Button } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow } from '../ui/use-formats.tsx';
import { JobRowButton } from './job-row.tsx';
import { readOlderJobs, selectJob } from './jobs-actions.ts';
import classes from './jobs.module.css';

const PAGE_STEP = 10;
const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  PageDown: (index, count) => Math.min(index + PAGE_STEP, count - 1),
  PageUp: (index) => Math.max(index - PAGE_STEP, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** The jobs of the chosen state: one stop for Tab, arrows inside, Enter shows the details. */
export function JobRows() {
  const { t } = useTranslation();
  const desk = useDesk();
  const rows = useStore(desk.jobs, (area) => area.rows);
  const hasMore = useStore(desk.jobs, (area) => area.hasMore);
  const isLoaded = useStore(desk.jobs, (area) => area.isLoaded);
  const selectedId = useStore(desk.jobs, (area) => area.selectedId);
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const isSelectedShown = rows.some(({ id }) => id === selectedId);

  const move = useCallback((event: KeyboardEvent) => {
    const step = steps[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || index < 0) return;
    event.preventDefault();
    buttons[step(index, buttons.length)]?.focus();
  }, []);
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
