import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk/context.tsx';
import { topicKey } from '../ui/names.ts';
import { saveFact } from './memory-actions.ts';
import { takeFocus } from '../ui/take-focus.ts';
import classes from './memory.module.css';

/** A new fact: what about, and what is known. */
export function FactForm({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [topic, setTopic] = useState('');
  const [value, setValue] = useState('');
  const isEmpty = topic.trim() === '' || value.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty && (await saveFact(desk, clientId, topicKey(topic), value.trim()))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        ref={takeFocus}
        size="xs"
        label={t('facts.topic')}
        placeholder={t('facts.topicHint')}
        maxLength={80}
        value={topic}
        onKeyDown={onKeyDown}
        onChange={(event) => setTopic(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('facts.value')}
        maxLength={1_000}
        value={value}
        onKeyDown={onKeyDown}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button size="xs" type="submit" variant="filled" disabled={isEmpty}>
          {t('app.save')}
        </Button>
      </Group>
    </form>
  );
}
