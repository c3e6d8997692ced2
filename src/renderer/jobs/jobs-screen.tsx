import { useEffect } from 'react';
import { Button } from '@mantine/core';
import { IconMoonStars, IconPlayerPause, IconPlayerPlay, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { showSettings } from '../desk/app-actions.ts';
import { useAppState, useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { DetailsPane } from '../ui/details-pane.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Page, PageBody, PageHeader } from '../ui/page.tsx';
import { AreaTabs } from '../nights/area-tabs.tsx';
import { HoldNotes } from './hold-notes.tsx';
import { JobDetails } from './job-details.tsx';
import { JobFilters } from './job-filters.tsx';
import { JobRows } from './job-rows.tsx';
import { pauseWork, readJobs, readOverview, selectJob } from './jobs-actions.ts';
import { countOf } from './jobs-store.ts';
import { MoneyCards } from './money-cards.tsx';
import classes from './jobs.module.css';

function Header() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isPaused = useAppState((state) => state.settings.offline.isPaused);
  const running = useStore(desk.jobs, (area) => countOf(area.overview, 'running', null));
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <PageHeader
      title={t('jobs.title')}
      tools={
        <>
          <Button
            leftSection={<Icon size={15} stroke={1.75} aria-hidden />}
            onClick={() => void pauseWork(desk, !isPaused)}
          >
            {t(isPaused ? 'jobs.resume' : 'jobs.pause')}
          </Button>
          <IconButton
            icon={IconSettings}
            label={t('jobs.settings')}
            onClick={() => showSettings(desk, 'offline')}
          />
        </>
      }
    >
      <AreaTabs here="jobs" />
      {running > 0 && <Chip tone="teal">{t('jobs.running', { count: running })}</Chip>}
    </PageHeader>
  );
}

function NoJobs() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <EmptyState icon={IconMoonStars} heading="h2" title={t('jobs.none')} text={t('jobs.noneText')}>
      <Button variant="filled" onClick={() => showSettings(desk, 'offline')}>
        {t('jobs.noneButton')}
      </Button>
    </EmptyState>
  );
}

function Details() {
  const { t } = useTranslation();
  const desk = useDesk();
  const selectedId = useStore(desk.jobs, (area) => area.selectedId);
  return (
    <DetailsPane
      label={t('jobs.timeline')}
      isOpen={selectedId !== null}
      onClose={() => void selectJob(desk, null)}
      choose={selectedId === null ? t('jobs.choose') : null}
    >
      <JobDetails />
    </DetailsPane>
  );
}

/** Offline work: what waits, runs, went well and failed, live. */
export function JobsScreen() {
  const desk = useDesk();
  const isKnown = useStore(desk.jobs, (area) => area.overview !== null);
  const isEmpty = useStore(desk.jobs, (area) => countOf(area.overview, null, null) === 0);
  useEffect(() => {
    void readOverview(desk);
    void readJobs(desk);
  }, [desk]);
  return (
    <Page>
      <Header />
      <PageBody>
        <div className={classes.work}>
          {isKnown && <HoldNotes />}
          {isKnown && isEmpty && <NoJobs />}
          {isKnown && !isEmpty && (
            <>
              <MoneyCards />
              <JobFilters />
              <JobRows />
            </>
          )}
        </div>
        {isKnown && !isEmpty && <Details />}
      </PageBody>
    </Page>
  );
}
