import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients, useDesk } from '../desk/context.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { useNow } from '../ui/use-formats.tsx';
import { ClientRowButton } from './client-row.tsx';
import { selectClient } from './clients-actions.ts';
import { focusComposer } from './composer-actions.ts';
import classes from './client-rows.module.css';

/** The list of clients: one stop for Tab, arrows inside, Enter opens and goes on to the composer. */
export function ClientRows() {
  const { t } = useTranslation();
  const desk = useDesk();
  const rows = useClients((area) => area.rows);
  const selectedId = useClients((area) => area.selectedId);
  const now = useNow();
  const { list, move } = useListKeys();
  const isSelectedShown = rows.some(({ id }) => id === selectedId);

  const open = useCallback(
    (clientId: string) => void selectClient(desk, clientId).then(() => focusComposer(desk)),
    [desk],
  );
  return (
    <ul ref={list} className={classes.rows} aria-label={t('clients.title')}>
      {rows.map((row, index) => (
        <ClientRowButton
          key={row.id}
          row={row}
          now={now}
          isSelected={row.id === selectedId}
          isStop={isSelectedShown ? row.id === selectedId : index === 0}
          onOpen={open}
          onKeyDown={move}
        />
      ))}
    </ul>
  );
}
