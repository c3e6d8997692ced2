import { useState, type FormEvent } from 'react';
import { Button, Group, Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formalities, type Client } from '../../shared/client.ts';
import { languages } from '../../shared/language.ts';
import { closeOverlay } from '../desk/app-actions.ts';
import { useDesk } from '../desk/context.tsx';
import { useLanguage } from '../ui/use-formats.tsx';
import { createClient, updateClient, type ClientProfile } from './clients-actions.ts';

/** A new client, or the profile of one that exists. */
export function ClientForm({ client }: { client: Client | null }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const language = useLanguage();
  const [profile, setProfile] = useState<ClientProfile>(
    client ?? { name: '', addressAs: null, language, formality: 'informal' },
  );
  const change = (patch: Partial<ClientProfile>) => setProfile({ ...profile, ...patch });
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const { name, formality } = profile;
    const addressAs = profile.addressAs?.trim() === '' ? null : profile.addressAs;
    const kept = { name, addressAs, language: profile.language, formality };
    const isDone =
      client === null ? await createClient(desk, kept) : await updateClient(desk, client.id, kept);
    if (isDone) closeOverlay(desk);
    else setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        <TextInput
          data-autofocus
          required
          label={t('client.name')}
          value={profile.name}
          maxLength={200}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('client.addressAs')}
          description={t('client.addressAsHint')}
          value={profile.addressAs ?? ''}
          maxLength={100}
          onChange={(event) => change({ addressAs: event.currentTarget.value })}
        />
        <Input.Wrapper label={t('client.language')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('client.language')}
            value={profile.language}
            onChange={(value) => change({ language: value })}
            data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
        </Input.Wrapper>
        <Input.Wrapper label={t('client.formality')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('client.formality')}
            value={profile.formality}
            onChange={(value) => change({ formality: value })}
            data={formalities.map((value) => ({ value, label: t(`client.${value}`) }))}
          />
        </Input.Wrapper>
        <Group justify="flex-end" gap="sm">
          <Button onClick={() => closeOverlay(desk)}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isBusy} disabled={profile.name.trim() === ''}>
            {client === null ? t('client.create') : t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
