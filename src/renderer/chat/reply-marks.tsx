import { IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Reply, ReplyDetails } from '../../shared/message.ts';
import { useDesk } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { PreparedMark } from './prepared-mark.tsx';

/** How the writing ended when it did not end well; the fault, if there is one, in words on hover. */
export function OutcomeMark({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const { outcome, fault } = reply;
  if (outcome === null || outcome === 'complete') return null;
  const isWrong = outcome === 'cut' || outcome === 'refused' || outcome === 'empty';
  return (
    <span title={fault === null ? undefined : t(`fault.${fault}`)}>
      <Chip tone={isWrong ? 'clay' : 'saffron'}>{t(`outcome.${outcome}`)}</Chip>
    </span>
  );
}

/** Those that were used, or all that were found where the reply does not say. */
function countShaping(details: ReplyDetails | undefined): number {
  return details?.insights.filter(({ isUsed }) => isUsed !== false).length ?? 0;
}

/** The marks a reply carries: prepared, ended early, insights that stood behind it. */
export function ReplyMarks({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const count = useStore(useDesk().details, ({ byReply }) => countShaping(byReply[reply.id]));
  return (
    <>
      <PreparedMark reply={reply} />
      <OutcomeMark reply={reply} />
      {count > 0 && (
        <Chip tone="teal" icon={<IconSparkles size={13} stroke={1.75} aria-hidden />}>
          {t('reply.insights', { count })}
        </Chip>
      )}
      {reply.originalText !== null && <Chip>{t('reply.edited')}</Chip>}
    </>
  );
}
