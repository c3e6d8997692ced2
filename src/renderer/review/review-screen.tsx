import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { DetailsPane } from '../ui/details-pane.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../ui/page.tsx';
import { readCounts, readQueue, undo } from './review-actions.ts';
import { ReviewDetails } from './review-details.tsx';
import { ReviewFilters } from './review-filters.tsx';
import { ReviewRows } from './review-rows.tsx';
import { useReviewKeys } from './use-review-keys.ts';
import classes from './review.module.css';

function Header() {
  const { t } = useTranslation();
  const desk = useDesk();
  const total = useStore(desk.review, (area) => area.counts?.total ?? 0);
  const canUndo = useStore(desk.review, (area) => area.counts?.canUndo ?? false);
  return (
    <PageHeader
      title={t('review.title')}
      tools={
        <Button
          leftSection={<IconArrowBackUp size={15} stroke={1.75} aria-hidden />}
          disabled={!canUndo}
          onClick={() => void undo(desk)}
        >
          {t('review.undo')}
        </Button>
      }
    >
      {total > 0 && <Chip tone="saffron">{t('review.waiting', { count: total })}</Chip>}
    </PageHeader>
  );
}

const keys = [
  ['J', 'K', 'review.keyMove'],
  ['A', 'review.approve'],
  ['E', 'review.edit'],
  ['R', 'review.reject'],
  ['X', 'review.keyChoose'],
  ['Ctrl A', 'review.keyAll'],
  ['U', 'review.keyUndo'],
] as const;

/** What each key does, always in sight. */
function KeyHints() {
  const { t } = useTranslation();
  return (
    <p className={classes.keys} aria-label={t('review.keys')}>
      {keys.map((entry) => {
        const names = entry.slice(0, -1);
        return (
          <span key={names[0]}>
            {names.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
            {t(entry.at(-1) as Exclude<(typeof entry)[number], (typeof names)[number]>)}
          </span>
        );
      })}
    </p>
  );
}

function Details() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOpen = useStore(desk.review, (area) => area.isOpen);
  return (
    <DetailsPane
      label={t('review.details')}
      isOpen={isOpen}
      onClose={() => desk.review.setState({ isOpen: false, doing: 'reading' })}
    >
      <ReviewDetails />
    </DetailsPane>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconChecklist} heading="h2" title={t('review.none')} text={t('review.noneText')} />
  );
}

/** All that waits for a person: read, decided about, taken back. */
export function ReviewScreen() {
  const desk = useDesk();
  const isLoaded = useStore(desk.review, (area) => area.isLoaded);
  const isEmpty = useStore(desk.review, (area) => area.counts?.total === 0);
  useReviewKeys();
  useEffect(() => {
    void readCounts(desk);
    void readQueue(desk);
  }, [desk]);
  return (
    <Page>
      <Header />
      {isEmpty && <Nothing />}
      {isLoaded && !isEmpty && (
        <PageBody>
          <div className={classes.queue}>
            <ReviewFilters />
            <ReviewRows />
            <KeyHints />
          </div>
          <Details />
        </PageBody>
      )}
    </Page>
  );
}
