import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { shownState } from './shown-state.ts';
import { endedConversation, openConversation } from './timeline-store.ts';
import classes from './conversation-header.module.css';

/** What happens to the newest conversation: going on, ended, being understood, understood. */
export function ConversationState() {
  const { t } = useTranslation();
  const words = useJobWords();
  const desk = useDesk();
  const number = useTimeline((area) => area.conversations.length);
  const open = useTimeline(openConversation);
  const ended = useTimeline(endedConversation);
  const isNextTemporary = useTimeline((area) => area.isNextTemporary);
  const standing = useStore(desk.memory, (area) => area.analysis?.standing ?? null);
  const holds = useStore(desk.jobs, (area) => area.overview?.holds) ?? [];
  if (open !== undefined) {
    const nth = t('conversation.nth', { number });
    return <>{open.isTemporary ? `${nth} · ${t('ending.temporary')}` : nth}</>;
  }
  if (isNextTemporary) return <>{t('ending.nextTemporary')}</>;
  if (ended === null) return <>{t('conversation.first')}</>;
  const isOfIt = standing?.conversationId === ended.id;
  if (standing === null || !isOfIt) return <>{t('ending.over')}</>;
  const because = [...(standing.waitsFor === null ? [] : [standing.waitsFor]), ...holds].map(words.sentence);
  const state = shownState(standing, holds);
  return (
    <span
      className={classes.state}
      data-state={state}
      title={state === 'held' ? because.join(' ') : undefined}
    >
      {t(`analysisState.${state}`)}
    </span>
  );
}
