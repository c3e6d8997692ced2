import { Button, SegmentedControl } from '@mantine/core';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLayoutSidebarRightCollapse,
  IconLayoutSidebarRightExpand,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/client.ts';
import { changeSettings, fold, openOverlay } from '../desk/app-actions.ts';
import { useApp, useAppState, useDesk, useTimeline } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { ConversationState } from './conversation-state.tsx';
import { ChannelMenu, ClientMenu } from './header-menus.tsx';
import { TemporaryToggle } from './temporary-toggle.tsx';
import { conclude, reopen } from './timeline-actions.ts';
import { endedConversation, openConversation } from './timeline-store.ts';
import classes from './conversation-header.module.css';

/** Folds or shows the pane of one side; where there is no room for it, opens its drawer. */
function PaneButton({ pane }: { pane: 'clients' | 'memory' }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const layout = useLayout();
  const isFolded = useApp((area) => (pane === 'clients' ? area.isClientsFolded : area.isMemoryFolded));
  const isDrawer = layout === 'narrow' || (layout === 'medium' && pane === 'memory');
  const isHidden = isFolded || isDrawer;
  const toggle = () => {
    if (isDrawer) openOverlay(desk, { kind: pane });
    else fold(desk, pane === 'clients' ? { isClientsFolded: !isFolded } : { isMemoryFolded: !isFolded });
  };
  if (pane === 'memory') {
    const label = t(isHidden ? 'conversation.unfoldMemory' : 'conversation.foldMemory');
    const icon = isHidden ? IconLayoutSidebarRightExpand : IconLayoutSidebarRightCollapse;
    return <IconButton icon={icon} label={label} onClick={toggle} aria-expanded={!isHidden} />;
  }
  const icon = isHidden ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const label = t(isHidden ? 'clients.unfold' : 'clients.fold');
  return <IconButton icon={icon} label={label} onClick={toggle} aria-expanded={!isHidden} />;
}

function Mode() {
  const { t } = useTranslation();
  const desk = useDesk();
  const mode = useAppState((state) => state.settings.replyMode);
  return (
    <SegmentedControl
      aria-label={t('conversation.mode')}
      value={mode}
      onChange={(replyMode) => void changeSettings(desk, { replyMode })}
      data={[
        { value: 'draft' as const, label: t('conversation.draft') },
        { value: 'direct' as const, label: t('conversation.direct') },
      ]}
    />
  );
}

export function ConversationHeader({ client }: { client: Client }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const open = useTimeline(openConversation);
  const ended = useTimeline(endedConversation);
  return (
    <header className={classes.header}>
      <PaneButton pane="clients" />
      <div className={classes.who}>
        <h2>{client.name}</h2>
        <p>
          {t(`language.${client.language}`)} · <ChannelMenu /> · <ConversationState />
        </p>
      </div>
      <div className={classes.tools}>
        <Mode />
        <TemporaryToggle />
        {ended === null ? (
          <Button disabled={open === undefined} onClick={() => void conclude(desk)}>
            {t('conversation.conclude')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void reopen(desk, ended)}>
            {t('ending.reopen')}
          </Button>
        )}
        <ClientMenu client={client} />
        <PaneButton pane="memory" />
      </div>
    </header>
  );
}
