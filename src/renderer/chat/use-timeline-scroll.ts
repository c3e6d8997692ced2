import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesk, useTimeline } from '../desk/context.tsx';
import { loadOlder } from './timeline-actions.ts';

/** Nearer to the end than this counts as reading the newest. */
const NEAR_PX = 80;
/** How long a message that was searched for stays marked. */
const SHOWN_MS = 2_500;

/** Reads the page above when the top comes near. */
function useOlderPages(
  top: React.RefObject<HTMLDivElement | null>,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const desk = useDesk();
  const hasMore = useTimeline((area) => area.hasMore);
  const isLoading = useTimeline((area) => area.isLoading);
  useEffect(() => {
    if (top.current === null || !hasMore || isLoading) return;
    const options = { root: scroller.current, rootMargin: '400px 0px 0px' };
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void loadOlder(desk);
    }, options);
    observer.observe(top.current);
    return () => observer.disconnect();
  }, [desk, top, scroller, hasMore, isLoading]);
}

/** Brings a message that was searched for into sight and marks it for a moment. */
function useSoughtMessage(scroller: React.RefObject<HTMLDivElement | null>, leaveEnd: () => void) {
  const desk = useDesk();
  const soughtId = useTimeline((area) => area.soughtId);
  useEffect(() => {
    if (soughtId === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(soughtId)}"]`);
    desk.timeline.setState({ soughtId: null });
    if (row === null || row === undefined) return;
    leaveEnd();
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
    const outlines = ['var(--saffron)', 'transparent'].map((color) => ({ outline: `2px solid ${color}` }));
    row.animate(outlines, { duration: SHOWN_MS, easing: 'ease-in' });
  }, [desk, soughtId, scroller, leaveEnd]);
}

/**
 * Keeps the list at its end while one reads there, and where it is otherwise: neither streaming text nor a
 * page above moves what is being read.
 */
export function useTimelineScroll() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const fromEnd = useRef(0);
  const [isAway, setAway] = useState(false);
  const firstKey = useTimeline((area) => area.items.find((item) => item.kind === 'message')?.key);
  const leaveEnd = useCallback(() => {
    isAtEnd.current = false;
  }, []);

  const toNewest = useCallback(() => {
    isAtEnd.current = true;
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    const inner = content.current;
    if (element === null || inner === null) return;
    const note = () => {
      fromEnd.current = element.scrollHeight - element.scrollTop;
      isAtEnd.current = fromEnd.current - element.clientHeight < NEAR_PX;
      setAway(!isAtEnd.current);
    };
    const follow = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
      else fromEnd.current = element.scrollHeight - element.scrollTop;
    });
    element.addEventListener('scroll', note, { passive: true });
    follow.observe(inner);
    follow.observe(element);
    return () => {
      follow.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, []);

  // The first row changed: a page came above. What was read keeps its distance from the end.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = isAtEnd.current ? element.scrollHeight : element.scrollHeight - fromEnd.current;
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the key is the signal, not an input
  }, [firstKey]);

  useOlderPages(top, scroller);
  useSoughtMessage(scroller, leaveEnd);
  return { scroller, content, top, isAway, toNewest };
}
