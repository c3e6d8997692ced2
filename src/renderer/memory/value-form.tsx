import { useState, type KeyboardEvent } from 'react';
import { Button, Group, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { takeFocus } from '../ui/take-focus.ts';
import classes from './memory.module.css';

interface Props {
  label: string;
  value: string;
  /** True when it was kept; otherwise the form stays open with the text. */
  onSave: (value: string) => Promise<boolean>;
  onClose: () => void;
}

/** One remembered value as text to change. Enter keeps it, Escape leaves it as it was. */
export function ValueForm({ label, value, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const [isBusy, setBusy] = useState(false);
  const isEmpty = text.trim() === '';
  const save = async () => {
    if (isEmpty || isBusy) return;
    setBusy(true);
    if (await onSave(text.trim())) onClose();
    else setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={classes.form}>
      <Textarea
        ref={takeFocus}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1_000}
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button size="xs" variant="filled" disabled={isEmpty || isBusy} onClick={() => void save()}>
          {t('app.save')}
        </Button>
      </Group>
    </div>
  );
}
