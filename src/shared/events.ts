import type { Conversation } from './conversation.ts';
import type { ModelState } from './embedder.ts';
import type { IndexStatus } from './insight.ts';
import type { JobRow, JobsOverview, LongRun } from './job.ts';
import type { Message } from './message.ts';
import type { Night } from './night.ts';
import type { ReviewCounts } from './review.ts';
import type { Settings } from './settings.ts';

/** What the main process tells the renderer without being asked. Values carry types only. */
export interface Events {
  /** Text that was just kept and may be shown. `length` = characters of the reply so far, `appended` included. */
  'reply:streamed': { replyId: string; clientId: string; appended: string; length: number };
  /** Claude begins or ends looking at a prepared answer; the verdict comes with `message:changed`. */
  'reply:checking': { replyId: string; clientId: string; isChecking: boolean };
  /** Claude's own answer beside a prepared one is there, or was compared with it. */
  'reply:shadowed': { replyId: string; clientId: string };
  'message:changed': Message;
  'conversation:changed': Conversation;
  'client:changed': { clientId: string };
  'memory:changed': { clientId: string };
  /** An analysis of one of the client's conversations was asked for, given up, or written. */
  'analysis:changed': { clientId: string };
  'settings:changed': Settings;
  'index:changed': IndexStatus;
  'model:changed': ModelState;
  /** A run of the generator of knowledge began, came on, or ended. */
  'knowledge:changed': { runId: string };
  /** A night was added, began, came on, ended, was undone or looked at. */
  'night:changed': { night: Night };
  /** Something came to wait for a person, or was decided. */
  'review:changed': ReviewCounts;
  /** Jobs whose rows changed, at most ten times a second. `isAll`: others may have too; what is shown is to be read anew. */
  'job:changed': { rows: readonly JobRow[]; isAll: boolean };
  'job:overview': JobsOverview;
  'job:long-run-ended': LongRun;
  /** The main process asks the screen to show something (menu, shortcut, tray). */
  'screen:asked': { show: 'search' | 'settings' | 'new-client' | 'jobs' | 'nights' };
}
export type EventName = keyof Events;

/** Runtime list of `Events`; the compiler refuses it when a name is missing or unknown. */
export const eventNames = Object.keys({
  'reply:streamed': 0,
  'reply:checking': 0,
  'reply:shadowed': 0,
  'message:changed': 0,
  'conversation:changed': 0,
  'client:changed': 0,
  'memory:changed': 0,
  'analysis:changed': 0,
  'settings:changed': 0,
  'index:changed': 0,
  'model:changed': 0,
  'knowledge:changed': 0,
  'night:changed': 0,
  'review:changed': 0,
  'job:changed': 0,
  'job:overview': 0,
  'job:long-run-ended': 0,
  'screen:asked': 0,
} satisfies Record<EventName, 0>) as EventName[];

/** How the core tells whoever listens. */
export type Emit = <K extends EventName>(name: K, value: Events[K]) => void;
