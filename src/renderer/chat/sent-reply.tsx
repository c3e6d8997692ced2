import { useTranslation } from 'react-i18next';
import type { Reply } from '../../shared/message.ts';
import { RichText } from '../ui/rich-text.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import { FeedbackButtons } from './feedback.tsx';
import { CopyButton, WhyButton } from './reply-buttons.tsx';
import { PreparedMark } from './prepared-mark.tsx';
import { OutcomeMark } from './reply-marks.tsx';
import { WrongButton } from './wrong-button.tsx';
import classes from './bubble.module.css';

/** A reply that counts as said. */
export function SentReply({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const time = formats.time(reply.sentAt ?? reply.createdAt);
  const isOwn = reply.source === 'consultant';
  return (
    <>
      <div className={classes.bubble} data-state="sent">
        <RichText text={reply.text} />
      </div>
      <div className={classes.meta}>
        <PreparedMark reply={reply} />
        <OutcomeMark reply={reply} />
        <span>
          {t(isOwn ? 'reply.byYou' : 'reply.sent', { time })}
          {reply.originalText !== null && ` · ${t('reply.edited')}`}
        </span>
        <span className={classes.metaIcons}>
          {!isOwn && <WhyButton reply={reply} size={24} />}
          <CopyButton text={reply.text} size={24} />
          <WrongButton reply={reply} size={24} />
          {!isOwn && <FeedbackButtons reply={reply} />}
        </span>
      </div>
    </>
  );
}
