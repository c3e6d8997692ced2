import { useState } from 'react';
import { Button, Group, Popover, Stack, Textarea } from '@mantine/core';
import { IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { rateReply } from './reply-actions.ts';

type ThumbValue = 'up' | 'down';

const icons = {
  up: { plain: IconThumbUp, chosen: IconThumbUpFilled },
  down: { plain: IconThumbDown, chosen: IconThumbDownFilled },
};

function NoteForm({ reply, thumb, onDone }: { reply: Reply; thumb: ThumbValue; onDone: () => void }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [note, setNote] = useState(reply.feedback?.note ?? '');
  const keep = async () => {
    const kept = note.trim() === '' ? null : note.trim();
    if (await rateReply(desk, { replyId: reply.id, thumb, note: kept })) onDone();
  };
  const takeBack = async () => {
    if (await rateReply(desk, { replyId: reply.id, thumb: null, note: null })) onDone();
  };
  return (
    <Stack gap="sm">
      <Textarea
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        label={t('reply.note')}
        description={t('reply.noteHint')}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap="sm" justify="flex-end">
        <Button variant="subtle" color="gray" onClick={() => void takeBack()}>
          {t('reply.unrate')}
        </Button>
        <Button variant="filled" onClick={() => void keep()}>
          {t('app.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function ThumbButton({ reply, thumb }: { reply: Reply; thumb: ThumbValue }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const isChosen = reply.feedback?.thumb === thumb;
  const press = async () => {
    const note = reply.feedback?.note ?? null;
    if (isChosen || (await rateReply(desk, { replyId: reply.id, thumb, note }))) setOpen(true);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} width={300} position="bottom-end">
      <Popover.Target>
        <IconButton
          icon={icons[thumb][isChosen ? 'chosen' : 'plain']}
          size={24}
          iconSize={15}
          {...(isChosen ? { color: thumb === 'up' ? 'teal' : 'clay' } : {})}
          label={t(thumb === 'up' ? 'reply.good' : 'reply.bad')}
          aria-pressed={isChosen}
          onClick={() => void press()}
        />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('reply.note')}>
        <NoteForm reply={reply} thumb={thumb} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Good or bad, at one press; a note if one wants. */
export function FeedbackButtons({ reply }: { reply: Reply }) {
  return (
    <>
      <ThumbButton reply={reply} thumb="up" />
      <ThumbButton reply={reply} thumb="down" />
    </>
  );
}
