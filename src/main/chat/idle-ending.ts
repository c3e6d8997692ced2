import type { EndReason } from '../../shared/conversation.ts';
import { MINUTE, SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import { listOpenConversations, type OpenConversation } from '../db/conversations.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log.ts';
import { Lookout } from '../lookout.ts';

interface IdleParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly idleMinutes: () => number;
  /** Ends a conversation at that time. */
  readonly end: (place: OpenConversation, reason: EndReason, at: number) => void;
  /** Milliseconds that only go forward; another may stand still while the computer sleeps. */
  readonly monotonic?: () => number;
}

/** Ends conversations in which nothing happens any more. */
export interface IdleEnding {
  /** Ends those that are idle for long enough now; how many. */
  look(reason: EndReason): number;
  /** A sign of life that no row tells of. */
  touch(conversationId: string): void;
  /** Looks again and again, until the function that it returns is called. */
  follow(): () => void;
}

/** Looked at this often: an ending comes at most so much late. */
const LOOK_MS = 20 * SECOND;

/**
 * Idle is what the computer's clock says since the last sign of life, so that hours of sleep count. Where the clock was put
 * back, that sign lies in the future: then the time counts for which this process has seen nothing newer. A reply that is
 * being written keeps a conversation open; text that nobody has sent does not, and stays where it is.
 */
export function createIdleEnding(parts: IdleParts): IdleEnding {
  const { db, clock, log, idleMinutes, end, monotonic = () => performance.now() } = parts;
  /** By conversation: the last sign of life, and when it was first seen. */
  const seen = new Map<string, { lastAt: number; since: number }>();
  const sinceSeen = ({ id, lastAt }: OpenConversation): number => {
    const known = seen.get(id);
    if (known && known.lastAt >= lastAt) return monotonic() - known.since;
    seen.set(id, { lastAt, since: monotonic() });
    return 0;
  };
  const look = (reason: EndReason): number => {
    const idleMs = idleMinutes() * MINUTE;
    const open = listOpenConversations(db);
    const idle = open.filter((place) => {
      const watched = sinceSeen(place);
      const lastAt = Math.max(place.lastAt, seen.get(place.id)?.lastAt ?? 0);
      return !place.isStreaming && Math.max(clock.now() - lastAt, watched) >= idleMs;
    });
    for (const place of idle) end(place, reason, Math.min(clock.now(), place.lastAt + idleMs));
    for (const id of seen.keys()) if (!open.some((place) => place.id === id)) seen.delete(id);
    return idle.length;
  };
  return {
    look,
    touch: (id) => void seen.set(id, { lastAt: clock.now(), since: monotonic() }),
    follow: () => {
      const failed = 'conversations that nobody goes on with were not looked for';
      const lookout = new Lookout({ look: () => look('idle'), everyMs: LOOK_MS, failed, log });
      lookout.start();
      return () => lookout.stop();
    },
  };
}
