import { useEffect } from 'react';
import { Button, Popover } from '@mantine/core';
import { IconMoonStars, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { NightPlan } from '../../shared/night.ts';
import { showSettings } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { useFormats, useNow } from '../ui/use-formats.tsx';
import { AreaTabs } from './area-tabs.tsx';
import { Morning } from './morning.tsx';
import { NightList } from './night-list.tsx';
import { planNight, readNights, runNight } from './nights-actions.ts';
import classes from './nights.module.css';

/** What a night begun now would do, and the button that begins it. */
function Plan({ plan }: { plan: NightPlan }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const words = useJobWords();
  const { conversations, clients, answers, cost, holds } = plan;
  return (
    <div className={classes.plan}>
      <p>{t('nights.planned', { count: conversations, clients: formats.count(clients) })}</p>
      {answers > 0 && <p>{t('nights.plannedAnswers', { count: answers })}</p>}
      {cost !== null && <p>{t('nights.plannedCost', { cost: formats.money(cost.amount, cost.currency) })}</p>}
      {holds.map((hold) => (
        <p key={hold} className={classes.hold}>
          {words.sentence(hold)}
        </p>
      ))}
      <Button variant="filled" onClick={() => void runNight(desk)}>
        {t('nights.begin')}
      </Button>
    </div>
  );
}

function RunNow() {
  const { t } = useTranslation();
  const desk = useDesk();
  const plan = useStore(desk.nights, (area) => area.plan);
  const isRunning = useStore(desk.nights, (area) =>
    (area.list?.nights ?? []).some(({ state }) => state === 'running' || state === 'waiting'),
  );
  return (
    <Popover
      opened={plan !== null}
      onChange={(isOpen) => void planNight(desk, isOpen)}
      width={340}
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          disabled={isRunning}
          leftSection={<IconPlayerPlay size={15} stroke={1.75} aria-hidden />}
          onClick={() => void planNight(desk, plan === null)}
        >
          {t(isRunning ? 'nights.running' : 'nights.runNow')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{plan !== null && <Plan plan={plan} />}</Popover.Dropdown>
    </Popover>
  );
}

function Due() {
  const { t } = useTranslation();
  const desk = useDesk();
  const formats = useFormats();
  const now = useNow();
  const dueAt = useStore(desk.nights, (area) => area.list?.dueAt ?? null);
  return (
    <span className={classes.due}>
      {dueAt === null ? t('nights.noneDue') : t('nights.due', { when: formats.when(dueAt, now) })}
    </span>
  );
}

function AllNights() {
  const { t } = useTranslation();
  const desk = useDesk();
  const isEmpty = useStore(desk.nights, (area) => area.list?.nights.length === 0);
  const isRead = useStore(desk.nights, (area) => area.list !== null);
  return (
    <>
      <PageHeader
        title={t('jobs.title')}
        tools={
          <>
            {isRead && <Due />}
            <RunNow />
          </>
        }
      >
        <AreaTabs here="nights" />
      </PageHeader>
      {isEmpty && (
        <EmptyState icon={IconMoonStars} heading="h2" title={t('nights.none')} text={t('nights.noneText')}>
          <Button variant="filled" onClick={() => showSettings(desk, 'offline')}>
            {t('nights.noneButton')}
          </Button>
        </EmptyState>
      )}
      {isRead && !isEmpty && <NightList />}
    </>
  );
}

/** All nights, or the report of one. */
export function NightsScreen() {
  const desk = useDesk();
  const isOpen = useStore(desk.nights, (area) => area.openId !== null);
  useEffect(() => void readNights(desk), [desk]);
  return <Page>{isOpen ? <Morning /> : <AllNights />}</Page>;
}
