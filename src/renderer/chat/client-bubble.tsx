import { useTranslation } from 'react-i18next';
import { useTimeline } from '../desk/context.tsx';
import { useFormats } from '../ui/use-formats.tsx';
import classes from './bubble.module.css';

/** What the client wrote, exactly. */
export function ClientBubble({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const message = useTimeline((area) => area.messages[id]);
  if (message === undefined) return null;
  return (
    <article
      className={classes.client}
      data-message={id}
      tabIndex={-1}
      aria-label={t('reply.fromClient', { name })}
    >
      <div className={classes.clientText}>{message.text}</div>
      <div className={classes.meta}>{formats.time(message.createdAt)}</div>
    </article>
  );
}
