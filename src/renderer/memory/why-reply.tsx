import { useEffect } from 'react';
import { UnstyledButton } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Held } from '../../shared/answer.ts';
import type { Reply, ReplyDetails } from '../../shared/message.ts';
import { newestReplyId } from '../chat/timeline-store.ts';
import { openOverlay } from '../desk/app-actions.ts';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { Chip } from '../ui/chip.tsx';
import { modelLabel } from '../ui/names.ts';
import { useFormats, useLanguage } from '../ui/use-formats.tsx';
import { readDetails } from './details-actions.ts';
import { useCost } from './use-cost.ts';
import classes from './memory.module.css';
import { ShapingInsights } from './reply-insights.tsx';

/** Model and why, first text, cost: one line. Fields it has not got are left out. */
function useMeta(reply: Reply): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const costOf = useCost();
  if (reply.source !== 'claude') return '';
  const reason = reply.modelReason !== null && reply.modelReason !== 'default' ? reply.modelReason : null;
  const parts = [
    reply.model === null ? null : modelLabel(reply.model),
    reason === null ? null : t(`modelReason.${reason}`),
    reply.firstTokenMs === null ? null : t('why.firstText', { time: formats.span(reply.firstTokenMs) }),
    costOf(reply),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Why a prepared answer was not sent at once in direct mode. */
function HeldNote({ held: { reason, have, needed } }: { held: Held }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const show = reason === 'low_score' ? formats.score : formats.count;
  return <p className={classes.warning}>{t(`held.${reason}`, { have: show(have), needed: show(needed) })}</p>;
}

/** To Claude's own answer beside this one. */
function CompareLink({ replyId }: { replyId: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <p className={classes.verdict}>
      <UnstyledButton
        className={classes.headLink}
        onClick={() => openOverlay(desk, { kind: 'details', replyId })}
      >
        {t('shadow.compare')}
      </UnstyledButton>
    </p>
  );
}

function Reasons({ reply, details }: { reply: Reply; details: ReplyDetails | undefined }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const meta = useMeta(reply);
  const isPlain = details !== undefined && details.insights.length === 0 && reply.source === 'claude';
  return (
    <>
      {reply.source === 'consultant' && <p className={classes.hint}>{t('why.byYou')}</p>}
      {details !== undefined && <ShapingInsights {...details} />}
      {isPlain && reply.state !== 'streaming' && <p className={classes.hint}>{t('why.none')}</p>}
      {details?.preparedAnswer != null && (
        <Chip tone="saffron" icon={<IconBolt size={13} stroke={1.75} aria-hidden />}>
          {t('why.preparedText', {
            intent: details.preparedAnswer.title[language],
            score: formats.score(details.preparedAnswer.score),
          })}
        </Chip>
      )}
      {reply.verdict !== null && (
        <p className={classes.verdict}>
          <strong>{t(`check.${reply.verdict.kind}`)}</strong> · {reply.verdict.reason}
        </p>
      )}
      {details?.preparedAnswer?.held != null && <HeldNote held={details.preparedAnswer.held} />}
      {details?.facts.some(({ isExample }) => isExample) && (
        <p className={classes.warning}>{t('why.examples')}</p>
      )}
      {details !== undefined && details.shadow?.text && <CompareLink replyId={reply.id} />}
      {meta !== '' && <p className={classes.meta}>{meta}</p>}
    </>
  );
}

/** What gave the chosen reply, or the newest, its tone. */
export function WhyReply() {
  const { t } = useTranslation();
  const desk = useDesk();
  const replyId = useTimeline((area) => area.selectedReplyId ?? newestReplyId(area));
  const reply = useTimeline((area) => {
    const message = replyId === null ? undefined : area.messages[replyId];
    return message?.author === 'desk' ? message : undefined;
  });
  const details = useStore(desk.details, ({ byReply }) => (replyId === null ? undefined : byReply[replyId]));
  // What was found is kept before the first text comes: read then, and at the end.
  const stage = reply === undefined || reply.text !== '' ? reply?.state : 'begun';
  useEffect(() => {
    if (replyId !== null && stage !== undefined) void readDetails(desk, replyId);
  }, [desk, replyId, stage]);
  return (
    <section className={classes.section} aria-labelledby="why-title">
      <div className={classes.head}>
        <h3 id="why-title">{t('why.title')}</h3>
        {replyId !== null && (
          <UnstyledButton
            className={classes.headLink}
            onClick={() => openOverlay(desk, { kind: 'details', replyId })}
          >
            {t('why.details')}
          </UnstyledButton>
        )}
      </div>
      {reply === undefined ? (
        <p className={classes.hint}>{t('why.empty')}</p>
      ) : (
        <Reasons reply={reply} details={details} />
      )}
    </section>
  );
}
