import { z } from 'zod';
import { waits } from '../../../shared/job-waits.ts';
import { SECOND } from '../../../shared/time.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { insertItems, itemsOfChanges } from '../../db/night-items.ts';
import {
  finishNight,
  listNightConversations,
  listNightJobs,
  readNight,
  takeOverJobs,
} from '../../db/nights.ts';
import type { Day, DayConversation, LearnTools, Learnt } from '../../nights/learn/learnt.ts';
import { figuresOf } from '../../nights/report.ts';
import { nightSpec, type NightPayload } from '../../nights/spec.ts';
import { Snooze, type JobKind, type JobTools, type Outcome, type RunningJob } from '../kind.ts';
import type { JobWish } from '../queue.ts';

/** What jobs of a night are asked for with. */
type NightWish = Required<Pick<JobWish<unknown>, 'nightId' | 'window' | 'priority'>>;

export interface NightParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'nights' | 'offline'>;
  /** Copies the database before anything is changed. */
  readonly backUp: () => Promise<void>;
  /** Ask for jobs, within the caller's transaction: what of these was not understood yet, and answers that are wanted. */
  readonly analyse: (conversations: readonly DayConversation[], wish: NightWish) => readonly string[];
  readonly refresh: (wish: NightWish) => readonly string[];
  /** Asks for what clients asked often without a prepared answer; in a transaction of its own. What is on its way is not asked for again. */
  readonly propose: (wish: NightWish) => Promise<readonly string[]>;
  readonly learn: (day: Day, tools: LearnTools) => Promise<Learnt>;
  /** It came on or ended; after its transaction. */
  readonly onChange: (nightId: string) => void;
}

const progress = z.object({
  phase: z.enum(['preparing', 'asking', 'learning', 'writing']),
  done: z.number(),
  of: z.number(),
  now: z.string(),
  /** The copy was made, and the jobs asked for. */
  isPrepared: z.boolean(),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<NightPayload, Progress>;

const AGAIN_MS = 3 * SECOND;

/**
 * One night: a copy first, then what was said is understood and answers are renewed (jobs of their own), then it is learnt
 * from. Begins from the top after every wait; all that it learnt is written in the one transaction that ends it.
 */
export function night(parts: NightParts): JobKind<NightPayload, Progress> {
  return { ...nightSpec, progress, leaseMs: 60_000, run: (job, tools) => runNight(parts, job, tools) };
}

async function runNight(parts: NightParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db } = parts;
  const { nightId, localDate } = job.payload;
  const { state, from, to } = readNight(db, nightId);
  if (state !== 'running') return { kind: 'done', result: { because: 'Its night is over.' } };
  if (!job.progress?.isPrepared) await prepare(parts, job);
  waitForJobs(parts, job);
  const conversations = listNightConversations(db, nightId);
  const learnt = await parts.learn({ nightId, localDate, from, to, conversations }, learnTools(job, tools));
  return {
    kind: 'done',
    result: { conversations: conversations.length, ...learnt.counts },
    write: () => {
      write(parts, nightId, learnt);
      // The transaction is over by then.
      setImmediate(() => parts.onChange(nightId));
    },
  };
}

/** Once for a night: a crash in between asks for the jobs again, and has asked for none before. */
async function prepare(parts: NightParts, job: Job): Promise<void> {
  const { db } = parts;
  const { nightId } = job.payload;
  job.report({ phase: 'preparing', done: 0, of: 0, now: '', isPrepared: false });
  await parts.backUp();
  const window = readNight(db, nightId).origin === 'hand' ? 'now' : 'idle';
  const wish: NightWish = { nightId, window, priority: 4 };
  const proposals = await parts.propose(wish);
  db.transaction(() => {
    const analyses = parts.analyse(listNightConversations(db, nightId), wish);
    takeOverJobs(db, nightId, [...analyses, ...parts.refresh(wish), ...proposals]);
    job.report({ phase: 'asking', done: 0, of: 0, now: '', isPrepared: true });
  }).immediate();
}

/** Throws a Snooze while one of them is not over. */
function waitForJobs({ db }: NightParts, job: Job): void {
  const jobs = listNightJobs(db, job.payload.nightId).filter(({ id }) => id !== job.id);
  const alive = jobs.filter(({ state }) => state === 'waiting' || state === 'running');
  if (alive.length === 0) return;
  const done = jobs.length - alive.length;
  job.report({ phase: 'asking', done, of: jobs.length, now: alive[0]?.kind ?? '', isPrepared: true });
  throw new Snooze(AGAIN_MS, waits.nightJobs);
}

function learnTools(job: Job, { ask, discard, log }: JobTools): LearnTools {
  return {
    ask,
    discard,
    log,
    jobId: job.id,
    signal: job.signal,
    isLastAttempt: job.attempt >= job.maxAttempts,
    report: (done, of, now) => job.report({ phase: 'learning', done, of, now, isPrepared: true }),
  };
}

function write({ db, clock, settings }: NightParts, nightId: string, learnt: Learnt): void {
  const now = clock.now();
  // What the night's jobs changed before this.
  const earlier = itemsOfChanges(db, nightId);
  const later = learnt.write(db, now);
  insertItems(db, nightId, [...learnt.items, ...later, ...earlier]);
  finishNight(db, nightId, figuresOf(db, nightId, settings().offline, learnt.failures), now);
}
