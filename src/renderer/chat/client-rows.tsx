import { useCallback, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients, useDesk } from '../desk/context.tsx';
import { useNow } from '../ui/use-formats.tsx';
import { ClientRowButton } from './client-row.tsx';
import { selectClient } from './clients-actions.ts';
import { focusComposer } from './composer-actions.ts';
import classes from './client-rows.module.css';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** The list of clients: one stop for Tab, arrows inside, Enter opens and goes on to the composer. */
export function ClientRows() {
  const { t } = useTranslation();
  const desk = useDesk();
  const rows = useClients((area) => area.rows);
  const selectedId = useClients((area) => area.selectedId);
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  const isSelectedShown = rows.some(({ id }) => id === selectedId);

  const move = useCallback((event: KeyboardEvent) => {
    const step = steps[event.key];
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || index < 0) return;
    event.preventDefault();
    buttons[step(index, buttons.length)]?.focus();
  }, []);
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
