import { useDeferredValue, useState, type RefCallback } from 'react';
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlayerStop, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { RichText } from '../ui/rich-text.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { sendReply, stopReply } from './reply-actions.ts';
import { CopyButton, RegenerateMenu, WhyButton } from './reply-buttons.tsx';
import { DoubtNote } from './prepared-mark.tsx';
import { ReplyMarks } from './reply-marks.tsx';
import { WrongButton } from './wrong-button.tsx';
import classes from './bubble.module.css';

function StreamingText({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const text = useDeferredValue(reply.text);
  const isStreaming = reply.state === 'streaming';
  if (text === '') {
    return (
      <div className={classes.waiting}>
        <VisuallyHidden>{t('reply.writing')}</VisuallyHidden>
      </div>
    );
  }
  return (
    <div className={isStreaming ? classes.writing : undefined}>
      <RichText text={text} />
    </div>
  );
}

interface ButtonsProps {
  reply: Reply;
  onEdit: () => void;
  onShown: RefCallback<HTMLButtonElement>;
}

function Buttons({ reply, onEdit, onShown }: ButtonsProps) {
  const { t } = useTranslation();
  const desk = useDesk();
  const isStreaming = reply.state === 'streaming';
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    await sendReply(desk, reply.id, reply.text);
    setSending(false);
  };
  return (
    <>
      {isStreaming ? (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlayerStop size={15} stroke={1.75} aria-hidden />}
          onClick={() => stopReply(desk, reply.id)}
        >
          {t('reply.stop')}
        </Button>
      ) : (
        <>
          <WhyButton reply={reply} />
          <CopyButton text={reply.text} />
          <WrongButton reply={reply} />
          {reply.repliesTo !== null && <RegenerateMenu reply={reply} />}
        </>
      )}
      <Button
        ref={onShown}
        disabled={isStreaming}
        leftSection={<IconPencil size={15} stroke={1.75} aria-hidden />}
        onClick={onEdit}
      >
        {t('reply.edit')}
      </Button>
      <Button variant="filled" disabled={isStreaming || isSending} onClick={() => void send()}>
        {t('reply.send')}
      </Button>
    </>
  );
}

/** A reply that is being written, or that waits to be sent. */
export function DraftReply({ reply }: { reply: Reply }) {
  const [isEditing, setEditing] = useState(false);
  const { button, onClosing } = useReturnFocus();
  const close = () => {
    onClosing();
    setEditing(false);
  };
  if (isEditing && reply.state === 'draft') {
    return (
      <div className={classes.bubble} data-state="draft">
        <DraftEditor reply={reply} onClose={close} />
      </div>
    );
  }
  return (
    <div className={classes.bubble} data-state={reply.state}>
      <StreamingText reply={reply} />
      <DoubtNote reply={reply} />
      <div className={classes.actions}>
        <div className={classes.marks}>
          <ReplyMarks reply={reply} />
        </div>
        <Buttons reply={reply} onEdit={() => setEditing(true)} onShown={button} />
      </div>
    </div>
  );
}
