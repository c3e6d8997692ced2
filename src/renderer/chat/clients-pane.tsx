import { Button, Kbd, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openOverlay } from '../desk/app-actions.ts';
import { useAppState, useClients, useDesk } from '../desk/context.tsx';
import { spotlight } from '../search/search-store.ts';
import { searchClients } from './clients-actions.ts';
import { ClientRows } from './client-rows.tsx';
import classes from './clients-pane.module.css';

function SearchEverywhereKey() {
  const { t } = useTranslation();
  const isMac = useAppState((state) => state.platform === 'mac');
  return (
    <UnstyledButton onClick={spotlight.open} title={t('rail.search')} className={classes.key}>
      <Kbd size="xs">{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
      <VisuallyHidden>{t('rail.search')}</VisuallyHidden>
    </UnstyledButton>
  );
}

/** Said while searching only: a desk without clients says so in the middle of the screen. */
function NotFound() {
  const { t } = useTranslation();
  const query = useClients((area) => area.query);
  const isLoaded = useClients((area) => area.isLoaded);
  if (!isLoaded || query === '') return null;
  return <p className={classes.nothing}>{t('clients.notFound', { query })}</p>;
}

/** All clients, the most recent first, and the way to find or add one. */
export function ClientsPane({ isInDrawer }: { isInDrawer: boolean }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const query = useClients((area) => area.query);
  const isEmpty = useClients((area) => area.rows.length === 0);
  return (
    <div className={classes.pane}>
      <div className={classes.head}>
        {!isInDrawer && <h2>{t('clients.title')}</h2>}
        <Button
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={() => openOverlay(desk, { kind: 'new_client' })}
        >
          {t('clients.add')}
        </Button>
      </div>
      <TextInput
        type="search"
        className={classes.search}
        aria-label={t('clients.search')}
        placeholder={t('clients.search')}
        value={query}
        onChange={(event) => void searchClients(desk, event.currentTarget.value)}
        rightSection={<SearchEverywhereKey />}
        rightSectionWidth={58}
      />
      {isEmpty ? <NotFound /> : <ClientRows />}
    </div>
  );
}
