import { useEffect, useRef, type KeyboardEvent } from 'react';
import { SegmentedControl, Textarea, VisuallyHidden } from '@mantine/core';
import { IconCornerDownLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { greetingName, type Client } from '../../shared/client.ts';
import { useDesk } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { chooseAuthor, submit, type } from './composer-actions.ts';
import { emptyTexts } from './composer-store.ts';
import classes from './composer.module.css';

function Who() {
  const { t } = useTranslation();
  const desk = useDesk();
  const author = useStore(desk.composer, (area) => area.author);
  return (
    <SegmentedControl
      aria-label={t('composer.who')}
      value={author}
      onChange={(value) => chooseAuthor(desk, value)}
      data={[
        { value: 'client' as const, label: t('composer.client') },
        { value: 'desk' as const, label: t('composer.desk') },
      ]}
    />
  );
}

/** Where the client's message is pasted, or the consultant writes alone. Unsent text survives. */
export function Composer({ client }: { client: Client }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const author = useStore(desk.composer, (area) => area.author);
  const text = useStore(desk.composer, (area) => (area.texts[client.id] ?? emptyTexts)[area.author]);
  const isSending = useStore(desk.composer, (area) => area.isSending);
  const focusRequests = useStore(desk.composer, (area) => area.focusRequests);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusRequests > 0) field.current?.focus();
  }, [focusRequests]);

  const onKeyDown = (event: KeyboardEvent) => {
    // isComposing: Enter then confirms a letter of an input method and must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit(desk);
  };
  const hint = t(author === 'client' ? 'composer.clientHint' : 'composer.deskHint', {
    name: greetingName(client),
  });
  return (
    <div className={classes.composer}>
      <Who />
      <Textarea
        ref={field}
        autosize
        minRows={1}
        maxRows={8}
        classNames={{ input: classes.input ?? '' }}
        aria-label={hint}
        aria-describedby="composer-keys"
        placeholder={hint}
        value={text}
        readOnly={isSending}
        onChange={(event) => type(desk, client.id, author, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        rightSectionWidth={48}
        rightSection={
          <IconButton
            icon={IconCornerDownLeft}
            label={t('composer.send')}
            disabled={text.trim() === '' || isSending}
            onClick={() => void submit(desk)}
          />
        }
      />
      <VisuallyHidden id="composer-keys">{t('composer.keys')}</VisuallyHidden>
    </div>
  );
}
