import { UnstyledButton } from '@mantine/core';
import { IconChecklist, IconMessages, IconMoonStars, IconSearch, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showScreen } from './desk/app-actions.ts';
import { useStore } from 'zustand';
import { useApp, useDesk } from './desk/context.tsx';
import { countOf } from './jobs/jobs-store.ts';
import { spotlight } from './search/search-store.ts';
import type { IconType } from './ui/icon-button.tsx';
import classes from './rail.module.css';

interface ItemProps {
  icon: IconType;
  label: string;
  isHere?: boolean;
  /** How much goes on there; nothing is shown at 0. */
  count?: number;
  onClick: () => void;
}

function RailItem({ icon: Icon, label, isHere = false, count = 0, onClick }: ItemProps) {
  return (
    <UnstyledButton
      className={classes.item}
      aria-label={label}
      title={label}
      aria-current={isHere ? 'page' : undefined}
      onClick={onClick}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
      {count > 0 && (
        <span className={classes.badge} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
    </UnstyledButton>
  );
}

/** The areas of the desk. */
export function Rail() {
  const { t } = useTranslation();
  const desk = useDesk();
  const screen = useApp((area) => area.screen);
  const running = useStore(desk.jobs, (area) => countOf(area.overview, 'running', null));
  const waiting = useStore(desk.review, (area) => area.counts?.total ?? 0);
  const jobs = running > 0 ? `${t('jobs.rail')}, ${t('jobs.running', { count: running })}` : t('jobs.rail');
  return (
    <nav className={classes.rail} aria-label={t('rail.label')}>
      <span className={classes.mark} aria-hidden>
        j
      </span>
      <RailItem
        icon={IconMessages}
        label={t('rail.chat')}
        isHere={screen === 'chat'}
        onClick={() => showScreen(desk, 'chat')}
      />
      <RailItem icon={IconSearch} label={t('rail.search')} onClick={spotlight.open} />
      <RailItem
        icon={IconChecklist}
        label={
          waiting > 0 ? `${t('review.rail')}, ${t('review.waiting', { count: waiting })}` : t('review.rail')
        }
        count={waiting}
        isHere={screen === 'review'}
        onClick={() => showScreen(desk, 'review')}
      />
      <RailItem
        icon={IconMoonStars}
        label={jobs}
        count={running}
        isHere={screen === 'jobs' || screen === 'nights'}
        onClick={() => showScreen(desk, 'jobs')}
      />
      <span className={classes.gap} />
      <RailItem
        icon={IconSettings}
        label={t('rail.settings')}
        isHere={screen === 'settings'}
        onClick={() => showScreen(desk, 'settings')}
      />
    </nav>
  );
}
