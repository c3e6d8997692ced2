import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApp, useClients } from '../desk/context.tsx';
import { MemoryPane } from '../memory/memory-pane.tsx';
import { useLayout } from '../ui/use-layout.ts';
import { ClientsPane } from './clients-pane.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import classes from './chat-screen.module.css';

/** Clients, conversation, memory. What does not fit lies in drawers. */
export function ChatScreen() {
  const { t } = useTranslation();
  const layout = useLayout();
  const isClientsFolded = useApp((area) => area.isClientsFolded);
  const isMemoryFolded = useApp((area) => area.isMemoryFolded);
  const isClientOpen = useClients((area) => area.selectedId !== null);
  return (
    <div className={classes.screen}>
      {layout !== 'narrow' && !isClientsFolded && (
        <aside className={classes.clients} aria-label={t('clients.title')}>
          <ClientsPane isInDrawer={false} />
        </aside>
      )}
      <main className={classes.conversation}>
        <VisuallyHidden component="h1">{t('rail.chat')}</VisuallyHidden>
        <ConversationPane />
      </main>
      {layout === 'wide' && !isMemoryFolded && isClientOpen && (
        <aside className={classes.memory} aria-label={t('conversation.memory')}>
          <MemoryPane />
        </aside>
      )}
    </div>
  );
}
