import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openOverlay } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** A desk without clients: how the first one is added. */
export function NoClients() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <EmptyState heading="h2" icon={IconUsers} title={t('clients.none')} text={t('clients.noneText')}>
      <Button variant="filled" onClick={() => openOverlay(desk, { kind: 'new_client' })}>
        {t('client.create')}
      </Button>
    </EmptyState>
  );
}
