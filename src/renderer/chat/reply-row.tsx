import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { useTimeline } from '../desk/context.tsx';
import { DraftReply } from './draft-reply.tsx';
import { FailedReply } from './failed-reply.tsx';
import { ReplacedReplies } from './replaced-replies.tsx';
import { SentReply } from './sent-reply.tsx';
import { newestReplyId } from './timeline-store.ts';
import classes from './bubble.module.css';

function ReplyBody({ reply }: { reply: Reply }) {
  switch (reply.state) {
    case 'streaming':
    case 'draft':
      return <DraftReply reply={reply} />;
    case 'failed':
      return <FailedReply reply={reply} />;
    case 'sent':
    case 'replaced':
      return <SentReply reply={reply} />;
  }
}

/** A reply in whatever state it is, with the versions it replaced folded above it. */
export const ReplyRow = memo(function ReplyRow({
  id,
  replaced,
}: {
  id: string;
  replaced: readonly string[];
}) {
  const { t } = useTranslation();
  const reply = useTimeline((area) => area.messages[id]);
  const isSelected = useTimeline(
    (area) => area.selectedReplyId === id || (area.selectedReplyId === null && newestReplyId(area) === id),
  );
  if (reply === undefined || reply.author === 'client') return null;
  return (
    <>
      {replaced.length > 0 && <ReplacedReplies ids={replaced} />}
      <article
        className={classes.reply}
        data-message={id}
        data-selected={isSelected}
        data-state={reply.state}
        tabIndex={-1}
        aria-label={t('reply.fromDesk')}
        aria-busy={reply.state === 'streaming'}
      >
        <ReplyBody reply={reply} />
      </article>
    </>
  );
});
