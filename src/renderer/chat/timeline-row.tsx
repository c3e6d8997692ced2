import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeline } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { ClientBubble } from './client-bubble.tsx';
import { ReplyRow } from './reply-row.tsx';
import type { TimelineItem } from './timeline-items.ts';
import classes from './timeline.module.css';

function ConversationRule({ conversationId, number }: { conversationId: string; number: number }) {
  const { t } = useTranslation();
  const channel = useTimeline(
    (area) => area.conversations.find(({ id }) => id === conversationId)?.channel ?? 'other',
  );
  return (
    <div className={classes.rule}>
      {t('conversation.started', { number, channel: t(`channel.${channel}`) })}
    </div>
  );
}

function EndedRule({ conversationId, now }: { conversationId: string; now: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const conversation = useTimeline((area) => area.conversations.find(({ id }) => id === conversationId));
  if (conversation === undefined || conversation.endedAt === null) return null;
  const time = formats.when(conversation.endedAt, now);
  const isByHand = conversation.endReason === 'button';
  return (
    <div className={classes.separator}>
      {t(isByHand ? 'conversation.ended' : 'conversation.endedIdle', { time })}
    </div>
  );
}

function MessageRow({ id, replaced, name }: { id: string; replaced: readonly string[]; name: string }) {
  const author = useTimeline((area) => area.messages[id]?.author);
  if (author === undefined) return null;
  return author === 'client' ? (
    <ClientBubble id={id} name={name} />
  ) : (
    <ReplyRow id={id} replaced={replaced} />
  );
}

/** One row. Each reads its own message, so that streaming text redraws one bubble and not the list. */
export const TimelineRow = memo(function TimelineRow({
  item,
  name,
  now,
}: {
  item: TimelineItem;
  name: string;
  now: number;
}) {
  const formats = useFormats();
  switch (item.kind) {
    case 'day':
      return <div className={classes.separator}>{formats.day(item.at, now)}</div>;
    case 'conversation':
      return <ConversationRule conversationId={item.conversationId} number={item.number} />;
    case 'ended':
      return <EndedRule conversationId={item.conversationId} now={now} />;
    case 'message':
      return <MessageRow id={item.id} replaced={item.replaced} name={name} />;
  }
});
