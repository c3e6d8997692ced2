import { useTranslation } from 'react-i18next';
import { Button, Loader } from '@mantine/core';
import { IconArrowDown, IconCloudOff, IconMessages } from '@tabler/icons-react';
import type { Language } from '../../shared/language.ts';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useNow } from '../ui/use-formats.tsx';
import { focusComposer, type } from './composer-actions.ts';
import { TimelineRow } from './timeline-row.tsx';
import { exampleFor } from './example.ts';
import { reloadTimeline } from './timeline-actions.ts';
import { useTimelineScroll } from './use-timeline-scroll.ts';
import classes from './timeline.module.css';

function Nothing({ name, language }: { name: string; language: Language }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const clientId = useTimeline((area) => area.clientId);
  const example = exampleFor(language);
  const use = () => {
    if (clientId !== null) type(desk, clientId, 'client', example);
    focusComposer(desk);
  };
  return (
    <EmptyState
      icon={IconMessages}
      title={t('conversation.empty')}
      text={t('conversation.emptyText', { name })}
    >
      <blockquote className={classes.example}>{example}</blockquote>
      <Button onClick={use}>{t('conversation.useExample')}</Button>
    </EmptyState>
  );
}

function Unreadable() {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <EmptyState
      icon={IconCloudOff}
      title={t('conversation.unreadable')}
      text={t('conversation.unreadableText')}
    >
      <Button variant="filled" onClick={() => void reloadTimeline(desk)}>
        {t('reply.retry')}
      </Button>
    </EmptyState>
  );
}

/** All of a client's conversations as one list. Sticks to the newest unless scrolled up; reads upward by pages. */
export function Timeline({ name, language }: { name: string; language: Language }) {
  const { t } = useTranslation();
  const items = useTimeline((area) => area.items);
  const isLoading = useTimeline((area) => area.isLoading);
  const hasMore = useTimeline((area) => area.hasMore);
  const isUnreadable = useTimeline((area) => area.isUnreadable);
  const now = useNow();
  const { scroller, content, top, isAway, toNewest } = useTimelineScroll();
  return (
    <div className={classes.frame}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label={t('rail.chat')}>
        <div ref={content} className={classes.content}>
          <div ref={top} className={classes.top}>
            {isLoading && hasMore && <Loader size="xs" aria-label={t('conversation.older')} />}
          </div>
          {items.length === 0 &&
            !isLoading &&
            (isUnreadable ? <Unreadable /> : <Nothing name={name} language={language} />)}
          {items.map((item) => (
            <TimelineRow key={item.key} item={item} name={name} now={now} />
          ))}
        </div>
      </section>
      {isAway && (
        <Button
          className={classes.newest ?? ''}
          size="xs"
          leftSection={<IconArrowDown size={14} stroke={1.75} aria-hidden />}
          onClick={toNewest}
        >
          {t('conversation.newest')}
        </Button>
      )}
    </div>
  );
}
