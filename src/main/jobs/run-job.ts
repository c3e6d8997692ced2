import { waits } from '../../shared/job-waits.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { recordNight } from '../db/journal.ts';
import { nightOfJob } from '../db/nights.ts';
import { discardReply } from '../db/job-requests.ts';
import { failJob, finishJob, setProgress, snoozeJob, type Claim } from '../db/jobs.ts';
import { LlamaFault } from '../llama/fault.ts';
import type { Log } from '../log.ts';
import type { Asking } from './ask.ts';
import { Snooze, type JobKind, type JobTools, type Outcome, type RunningJob } from './kind.ts';
import { backoffMs } from './retry.ts';

export interface RunParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly asking: Asking;
  /** It reported progress. */
  readonly onReport: () => void;
}

/** The reason of a signal that aborts because the app closes: the job goes on at the next start. */
export const closing = new Error(waits.closing);

/** Runs one claimed job to its outcome and writes that down, unless the job is no longer the claim's. Never throws. */
export async function runJob(
  parts: RunParts,
  kind: JobKind,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const log = parts.log.child({ job: claim.id, kind: claim.kind });
  try {
    const outcome = await outcomeOf({ ...parts, log }, kind, claim, signal);
    const isKept = settle({ ...parts, log }, claim, outcome);
    const { attempt } = claim;
    if (outcome.kind === 'fail') log.warn({ attempt, isKept }, 'an attempt of a job failed');
    else log.debug({ attempt, isKept, outcome: outcome.kind }, 'a run of a job ended');
  } catch (error) {
    // The database refused: the lease runs out, and the job begins again.
    log.error({ error: (error as Error).name }, 'the outcome of a job could not be kept');
  }
}

async function outcomeOf(
  parts: RunParts,
  kind: JobKind,
  claim: Claim,
  signal: AbortSignal,
): Promise<Outcome> {
  const payload = kind.payload.safeParse(claim.payload);
  if (!payload.success) {
    const where = payload.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    return {
      kind: 'fail',
      error: `What the job was given does not fit its kind. ${where}`,
      isRetryable: false,
    };
  }
  const asks: Promise<unknown>[] = [];
  const tools = toolsFor(parts, kind, claim, signal, (ask) => asks.push(ask));
  try {
    return await kind.run(jobFor(parts, kind, claim, payload.data, signal), tools);
  } catch (error) {
    return outcomeOfError(error, signal);
  } finally {
    // A request that is being handed over is not left behind: the next run would take it for lost.
    await Promise.allSettled(asks);
  }
}

function jobFor(
  { db, onReport }: RunParts,
  kind: JobKind,
  claim: Claim,
  payload: unknown,
  signal: AbortSignal,
): RunningJob<unknown, unknown> {
  const { id, attempt, maxAttempts } = claim;
  const before = kind.progress.safeParse(claim.progress);
  return {
    id,
    payload,
    attempt,
    maxAttempts,
    progress: before.success ? before.data : null,
    signal,
    report: (progress) => {
      if (setProgress(db, claim, kind.progress.parse(progress))) onReport();
    },
  };
}

function toolsFor(
  { db, log, asking }: RunParts,
  { carriesNoClientText }: JobKind,
  claim: Claim,
  signal: AbortSignal,
  onAsk: (ask: Promise<unknown>) => void,
): JobTools {
  return {
    log,
    ask: (step, request) => {
      const asked = asking.ask({ claim, step, request, carriesNoClientText, signal });
      onAsk(asked);
      return asked;
    },
    discard: (step) => discardReply(db, claim.id, claim.lease, step),
  };
}

function outcomeOfError(error: unknown, signal: AbortSignal): Outcome {
  if (error instanceof Snooze) return { kind: 'snooze', ms: error.ms, because: error.because };
  if (signal.aborted && signal.reason === closing) return { kind: 'snooze', ms: 0, because: waits.closed };
  if (error instanceof LlamaFault) return { kind: 'fail', error: error.told, isRetryable: error.isRetryable };
  return { kind: 'fail', error: String(error), isRetryable: true };
}

type Write = (db: Db) => void;

/** What a job of a night writes is written down as the night's, so that it can be taken back. */
function writeOf({ id }: Claim, write: Write | undefined): Write | null {
  if (write === undefined) return null;
  return (db) => {
    // Asked now: a night takes over what is on its way.
    const nightId = nightOfJob(db, id);
    if (nightId === null) write(db);
    else recordNight(db, nightId, () => write(db));
  };
}

/** False where the job is no longer the claim's. */
function settle(parts: RunParts, claim: Claim, outcome: Outcome): boolean {
  const { db, clock, random } = parts;
  const now = clock.now();
  switch (outcome.kind) {
    case 'done':
      try {
        return finishJob(db, claim, { result: outcome.result, write: writeOf(claim, outcome.write) }, now);
      } catch (error) {
        return settle(parts, claim, { kind: 'fail', error: String(error), isRetryable: true });
      }
    case 'snooze':
      return snoozeJob(
        db,
        claim,
        { runAt: now + Math.max(0, outcome.ms), because: outcome.because || 'It waits.' },
        now,
      );
    case 'fail': {
      const retryAt = outcome.isRetryable ? now + backoffMs(claim.attempt, random) : null;
      return failJob(db, claim, { error: outcome.error || 'It failed.', retryAt }, now);
    }
  }
}
