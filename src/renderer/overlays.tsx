import { Drawer, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClientForm } from './chat/client-form.tsx';
import { ClientsPane } from './chat/clients-pane.tsx';
import { ForgetClient } from './chat/forget-client.tsx';
import { focusComposer } from './chat/composer-actions.ts';
import { closeOverlay } from './desk/app-actions.ts';
import { useApp, useDesk } from './desk/context.tsx';
import { MemoryPane } from './memory/memory-pane.tsx';
import { ReplyBackground } from './memory/reply-background.tsx';
import { InsightReading } from './search/insight-reading.tsx';

function Dialogs() {
  const { t } = useTranslation();
  const desk = useDesk();
  const overlay = useApp((area) => area.overlay);
  const close = () => closeOverlay(desk);
  const closeButtonProps = { 'aria-label': t('app.close') };
  const shared = { onClose: close, closeButtonProps };
  return (
    <>
      <Modal
        opened={overlay?.kind === 'new_client'}
        title={t('client.new')}
        returnFocus={false}
        onExitTransitionEnd={() => focusComposer(desk)}
        {...shared}
      >
        <ClientForm client={null} />
      </Modal>
      <Modal opened={overlay?.kind === 'edit_client'} title={t('client.edit')} {...shared}>
        {overlay?.kind === 'edit_client' && <ClientForm client={overlay.client} />}
      </Modal>
      <Modal opened={overlay?.kind === 'forget_client'} title={t('client.forget')} {...shared}>
        {overlay?.kind === 'forget_client' && <ForgetClient client={overlay.client} />}
      </Modal>
      <Modal opened={overlay?.kind === 'insight'} title={t('search.insightTitle')} {...shared}>
        {overlay?.kind === 'insight' && <InsightReading hit={overlay.hit} />}
      </Modal>
    </>
  );
}

/** Dialogs and drawers over the screen; one at a time. */
export function Overlays() {
  const { t } = useTranslation();
  const desk = useDesk();
  const overlay = useApp((area) => area.overlay);
  const shared = {
    onClose: () => closeOverlay(desk),
    closeButtonProps: { 'aria-label': t('app.close') },
  };
  return (
    <>
      <Dialogs />
      <Drawer
        opened={overlay?.kind === 'details'}
        title={t('details.title')}
        position="right"
        size={460}
        {...shared}
      >
        {overlay?.kind === 'details' && <ReplyBackground replyId={overlay.replyId} />}
      </Drawer>
      <Drawer
        opened={overlay?.kind === 'memory'}
        title={t('conversation.memory')}
        position="right"
        size={380}
        padding={0}
        styles={{ header: { padding: 'var(--s-3) var(--s-4)' } }}
        {...shared}
      >
        <MemoryPane />
      </Drawer>
      <Drawer
        opened={overlay?.kind === 'clients'}
        title={t('clients.title')}
        position="left"
        size={320}
        padding={0}
        styles={{ header: { padding: 'var(--s-3) var(--s-4)' } }}
        {...shared}
      >
        <ClientsPane isInDrawer />
      </Drawer>
    </>
  );
}
