import { useState, type FormEvent } from 'react';
import { Button, PasswordInput } from '@mantine/core';
import type { KeyName } from '../../shared/app.ts';
import { useDesk } from '../desk/context.tsx';
import { setKey } from './settings-actions.ts';
import classes from './settings.module.css';

interface Props {
  of: KeyName;
  /** What the field is for. */
  name: string;
  label: string;
  placeholder?: string;
  onKept?: () => void;
}

/** Hands a key over and forgets it here. */
export function KeyForm({ of, name, label, placeholder = '', onKept }: Props) {
  const desk = useDesk();
  const [key, setText] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() === '' || !(await setKey(desk, of, key.trim()))) return;
    setText('');
    onKept?.();
  };
  return (
    <form className={classes.row} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        className={classes.grow ?? ''}
        aria-label={name}
        placeholder={placeholder}
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
