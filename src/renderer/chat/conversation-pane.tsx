import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useClients } from '../desk/context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { openClient } from './clients-store.ts';
import { Composer } from './composer.tsx';
import { ConversationHeader } from './conversation-header.tsx';
import { NoClients } from './no-clients.tsx';
import { Timeline } from './timeline.tsx';
import classes from './conversation-pane.module.css';

/** One client's conversations and the composer. */
export function ConversationPane() {
  const { t } = useTranslation();
  const client = useClients(openClient);
  const selectedId = useClients((area) => area.selectedId);
  const hasClients = useClients((area) => area.rows.length > 0);
  const isNew = useClients((area) => area.isLoaded && area.rows.length === 0 && area.query === '');
  if (selectedId === null || client === undefined) {
    return (
      <div className={classes.pane}>
        {isNew && selectedId === null && <NoClients />}
        {hasClients && selectedId === null && (
          <EmptyState
            heading="h2"
            icon={IconMessages}
            title={t('conversation.pick')}
            text={t('conversation.pickText')}
          />
        )}
        {selectedId !== null && <Timeline key={selectedId} name="" language="en" />}
      </div>
    );
  }
  return (
    <section className={classes.pane} aria-label={t('conversation.label', { name: client.name })}>
      <ConversationHeader client={client} />
      <Timeline key={client.id} name={client.addressAs ?? client.name} language={client.language} />
      <Composer client={client} />
    </section>
  );
}
