import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeline } from '../desk/context.tsx';
import { FoldButton } from '../ui/fold-button.tsx';
import { RichText } from '../ui/rich-text.tsx';
import classes from './bubble.module.css';

function OldReply({ id }: { id: string }) {
  const { t } = useTranslation();
  const reply = useTimeline((area) => area.messages[id]);
  if (reply === undefined || reply.author === 'client') return null;
  const text = reply.text === '' && reply.fault !== null ? t(`fault.${reply.fault}`) : reply.text;
  return (
    <div className={classes.old}>
      <RichText text={text} />
    </div>
  );
}

/** Earlier versions of a reply: folded, kept for comparison. */
export function ReplacedReplies({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.versions}>
      <FoldButton
        label={t('reply.replaced', { count: ids.length })}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      />
      {isOpen && ids.map((id) => <OldReply key={id} id={id} />)}
    </div>
  );
}
