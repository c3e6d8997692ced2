import { useState } from 'react';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/client.ts';
import { closeOverlay } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { forgetClient } from './clients-actions.ts';

/** Asks for the name before a client is forgotten: it cannot be undone. */
export function ForgetClient({ client }: { client: Client }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const forget = async () => {
    setBusy(true);
    if (await forgetClient(desk, client)) closeOverlay(desk);
    else setBusy(false);
  };
  return (
    <Stack gap="lg">
      <div>{t('client.forgetText', { name: client.name })}</div>
      <TextInput
        data-autofocus
        label={t('client.forgetType', { name: client.name })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm">
        <Button onClick={() => closeOverlay(desk)}>{t('app.cancel')}</Button>
        <Button
          variant="filled"
          color="clay"
          loading={isBusy}
          disabled={typed.trim() !== client.name.trim()}
          onClick={() => void forget()}
        >
          {t('client.forgetNow')}
        </Button>
      </Group>
    </Stack>
  );
}
