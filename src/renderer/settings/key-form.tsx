import { useState, type FormEvent } from 'react';
import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context.tsx';
import { setKey } from './settings-actions.ts';
import classes from './settings.module.css';

/** Hands a key over and forgets it here. */
export function KeyForm({ label, onKept }: { label: string; onKept?: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [key, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === '' || !(await setKey(desk, key.trim()))) return;
    setText('');
    onKept?.();
  };
  return (
    <form className={classes.row} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        className={classes.grow ?? ''}
        aria-label={t('welcome.key')}
        placeholder="sk-ant-…"
        autoComplete="off"
        value={key}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" disabled={key.trim() === ''} mih={36}>
        {label}
      </Button>
    </form>
  );
}
