import { memo, type KeyboardEvent } from 'react';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClientRow } from '../../shared/client.ts';
import { Avatar } from '../ui/avatar.tsx';
import { LanguageBadge } from '../ui/chip.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './client-rows.module.css';

interface Props {
  row: ClientRow;
  now: number;
  isSelected: boolean;
  /** Tab stops here; the other rows are reached with the arrows. */
  isStop: boolean;
  onOpen: (clientId: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export const ClientRowButton = memo(function ClientRowButton({
  row,
  now,
  isSelected,
  isStop,
  onOpen,
  onKeyDown,
}: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const last = row.lastMessage;
  const lastText =
    last === null
      ? t('clients.noMessages')
      : last.author === 'desk'
        ? t('clients.you', { text: last.text })
        : last.text;
  return (
    <li>
      <UnstyledButton
        className={classes.row}
        aria-current={isSelected || undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onOpen(row.id)}
        onKeyDown={onKeyDown}
      >
        <Avatar id={row.id} name={row.name} />
        <span className={classes.text}>
          <span className={classes.name}>{row.name}</span>
          <span className={classes.time}>{last === null ? '' : formats.moment(last.at, now)}</span>
          <span className={classes.last}>{lastText}</span>
          <span className={classes.marks}>
            {row.isWaiting && (
              <span className={classes.waiting} title={t('clients.waiting')}>
                <VisuallyHidden>{t('clients.waiting')}</VisuallyHidden>
              </span>
            )}
            <LanguageBadge language={row.language} label={t(`language.${row.language}`)} />
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
});
