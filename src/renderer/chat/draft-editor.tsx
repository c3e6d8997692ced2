import { useState, type KeyboardEvent } from 'react';
import { Button, Textarea, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { AUTOSAVE_MS } from './autosave.ts';
import { editReply, sendReply } from './reply-actions.ts';
import { takeFocus } from '../ui/take-focus.ts';
import classes from './bubble.module.css';

/** The text grows to its height after it is shown; its buttons must be in sight then too. */
function showWhole(editor: HTMLElement | null) {
  if (editor === null) return;
  const show = requestAnimationFrame(() => editor.scrollIntoView({ block: 'nearest' }));
  return () => cancelAnimationFrame(show);
}

/** The draft as text to change, kept while it is typed. Ctrl+Enter sends, Escape brings back what it was. */
export function DraftEditor({ reply, onClose }: { reply: Reply; onClose: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [before] = useState(reply.text);
  const [text, setText] = useState(before);
  const [isBusy, setBusy] = useState(false);
  const isEmpty = text.trim() === '';
  // A crash, or another client chosen meanwhile, must not cost what was typed.
  const keepTyped = useDebouncedCallback(
    (typed: string) => {
      if (typed.trim() !== '') void editReply(desk, reply.id, typed);
    },
    { delay: AUTOSAVE_MS, flushOnUnmount: true },
  );
  const type = (typed: string) => {
    setText(typed);
    keepTyped(typed);
  };
  const cancel = () => {
    keepTyped.cancel();
    if (text !== before) void editReply(desk, reply.id, before);
    onClose();
  };
  const finish = async (act: typeof editReply) => {
    if (isEmpty || isBusy) return;
    keepTyped.cancel();
    setBusy(true);
    if (await act(desk, reply.id, text)) onClose();
    else setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void finish(sendReply);
  };
  return (
    <div ref={showWhole}>
      <Textarea
        ref={takeFocus}
        autosize
        minRows={3}
        maxRows={18}
        aria-label={t('reply.editing')}
        aria-describedby={`keys-${reply.id}`}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.actions}>
        <VisuallyHidden id={`keys-${reply.id}`}>{t('reply.keys')}</VisuallyHidden>
        <Button variant="subtle" color="gray" onClick={cancel}>
          {t('app.cancel')}
        </Button>
        <Button disabled={isEmpty || isBusy} onClick={() => void finish(editReply)}>
          {t('reply.keep')}
        </Button>
        <Button
          variant="filled"
          title={t('reply.keys')}
          disabled={isEmpty || isBusy}
          onClick={() => void finish(sendReply)}
        >
          {t('reply.send')}
        </Button>
      </div>
    </div>
  );
}
