import { useCallback, useEffect, useRef, type KeyboardEvent, type UIEvent } from 'react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReviewRef } from '../../shared/review.ts';
import { useDesk } from '../desk/context.tsx';
import { useNow } from '../ui/use-formats.tsx';
import { longSteps } from '../ui/use-list-keys.ts';
import { readMore, setCurrent, step, toggleChosen } from './review-actions.ts';
import { ReviewRow } from './review-row.tsx';
import classes from './review.module.css';

/** So near to its end, the list reads on. */
const NEAR_PX = 600;

/** Keeps the focus on the current row when that changes, unless a person is elsewhere. */
function useFollowingFocus(currentId: string | null, doing: string) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (doing !== 'reading') return;
    const row = list.current?.querySelector<HTMLElement>(`[data-item="${currentId ?? ''}"]`);
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body;
    if (row && (isFree || list.current?.contains(activeElement))) row.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [currentId, doing]);
  return list;
}

/** What waits: one stop for Tab, arrows or J and K inside; each row has a box for choosing it. */
export function ReviewRows() {
  const { t } = useTranslation();
  const desk = useDesk();
  const items = useStore(desk.review, (area) => area.items);
  const hasMore = useStore(desk.review, (area) => area.hasMore);
  const currentId = useStore(desk.review, (area) => area.currentId);
  const chosen = useStore(desk.review, (area) => area.chosen);
  const doing = useStore(desk.review, (area) => area.doing);
  const now = useNow();
  const list = useFollowingFocus(currentId, doing);

  const open = useCallback(
    (itemId: string) => {
      setCurrent(desk, itemId);
      desk.review.setState({ isOpen: true });
    },
    [desk],
  );
  const choose = useCallback((ref: ReviewRef) => toggleChosen(desk, ref), [desk]);
  const move = useCallback(
    (event: KeyboardEvent) => {
      const by = longSteps[event.key];
      if (by === undefined) return;
      event.preventDefault();
      step(desk, by);
    },
    [desk],
  );
  const readOn = ({ currentTarget: box }: UIEvent<HTMLDivElement>) => {
    if (box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX) void readMore(desk);
  };
  return (
    <div className={classes.list} onScroll={readOn}>
      <div className={classes.card}>
        <ul ref={list} className={classes.rows} aria-label={t('review.list')}>
          {items.map((item) => (
            <ReviewRow
              key={item.id}
              item={item}
              now={now}
              isCurrent={item.id === currentId}
              isChosen={chosen.has(item.id)}
              onOpen={open}
              onChoose={choose}
              onKeyDown={move}
            />
          ))}
        </ul>
        {hasMore && (
          <Button variant="subtle" className={classes.more ?? ''} onClick={() => void readMore(desk)}>
            {t('review.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
