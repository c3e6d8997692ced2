import type { Emit } from '../shared/events.ts';
import type { JobsOverview } from '../shared/job.ts';
import { waits } from '../shared/job-waits.ts';
import type { Settings } from '../shared/settings.ts';
import { openBorder } from './border.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import { countByKind } from './db/job-list.ts';
import { budgetGate, readSpending } from './jobs/budget.ts';
import { JobFeed } from './jobs/feed.ts';
import { allOf, openGates, type Gates } from './jobs/gates.ts';
import { openJobs, type Jobs, type JobsOptions } from './jobs/jobs.ts';
import { costOf } from './llama/cost.ts';
import type { LlamaReply } from './llama/endpoint.ts';
import type { Llama } from './llama/llama.ts';
import type { Log } from './log.ts';

interface OfflineOptions {
  readonly db: Db;
  readonly llama: Llama;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly role: 'owner' | 'guest';
  readonly settings: () => Settings;
  readonly offline?: Partial<Pick<JobsOptions, 'kinds' | 'gates'>> | undefined;
  /** Jobs changed, here or in another process. */
  readonly onWork: () => void;
}

/** Offline work on one data folder. */
export interface Offline {
  readonly jobs: Jobs;
  overview(): JobsOverview;
  /** The settings changed. */
  refresh(): void;
  close(): Promise<void>;
}

/** Opens the queue with its endpoint, its prices and its budget; the screen of an owner is told what happens to jobs. */
export function openOffline(options: OfflineOptions): Offline {
  const { db, llama, dataDir, clock, log, emit, role, settings, onWork } = options;
  const { kinds = [], gates: given = openGates } = options.offline ?? {};
  const money = { db, clock, settings: () => settings().offline };
  // Whoever sets a budget means the command line too.
  const gates = { ...given, spend: allOf(given.spend, budgetGate(money)) };
  const endpoint = () => {
    const inUse = llama.inUse();
    return inUse && { ...inUse, costOf: (reply: LlamaReply) => costOf(reply, settings().llama) };
  };
  const overview = (): JobsOverview => ({
    counts: countByKind(db),
    spending: readSpending(money),
    holds: holdsOf(gates, endpoint() !== null),
  });
  const feed = role === 'owner' ? new JobFeed({ db, clock, log, emit, overview }) : null;
  const jobs = openJobs({
    db,
    dataDir,
    clock,
    log,
    role,
    kinds,
    endpoint,
    gates,
    border: openBorder(db),
    ...(feed && {
      tell: (changed) => {
        feed.tell(changed);
        onWork();
      },
    }),
  });
  return {
    jobs,
    overview,
    refresh: () => {
      jobs.refresh();
      feed?.tellOverview();
    },
    close: async () => {
      await jobs.stop();
      feed?.close();
    },
  };
}

function holdsOf({ awake, begin, spend }: Gates, hasEndpoint: boolean): string[] {
  const closed = [awake, begin, spend].flatMap((gate) => {
    const standing = gate();
    return standing.isOpen ? [] : [standing.because];
  });
  return hasEndpoint ? closed : [waits.notSet, ...closed];
}
