import { UnstyledButton } from '@mantine/core';
import { IconMessages, IconSearch, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showScreen } from './desk/app-actions.ts';
import { useApp, useDesk } from './desk/context.tsx';
import { spotlight } from './search/search-store.ts';
import type { IconType } from './ui/icon-button.tsx';
import classes from './rail.module.css';

interface ItemProps {
  icon: IconType;
  label: string;
  isHere?: boolean;
  onClick: () => void;
}

function RailItem({ icon: Icon, label, isHere = false, onClick }: ItemProps) {
  return (
    <UnstyledButton
      className={classes.item}
      aria-label={label}
      title={label}
      aria-current={isHere ? 'page' : undefined}
      onClick={onClick}
    >
      <Icon size={20} stroke={1.75} aria-hidden />
    </UnstyledButton>
  );
}

/** The areas of the desk. */
export function Rail() {
  const { t } = useTranslation();
  const desk = useDesk();
  const screen = useApp((area) => area.screen);
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
