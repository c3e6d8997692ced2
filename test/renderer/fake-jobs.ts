import type { Emit } from '../../src/shared/events.ts';
import type { Job, JobDetails, JobRow, JobsOverview, JobState } from '../../src/shared/job.ts';
import { jobStates } from '../../src/shared/job.ts';
import { waits } from '../../src/shared/job-waits.ts';
import { MINUTE } from '../../src/shared/time.ts';
import { found, Refusal, type Handlers } from './fake-refusal.ts';

type JobVerb = Extract<keyof Handlers, `job:${string}`>;

const idOf = (n: number) => `019b0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function aFakeJob(n: number, state: JobState, now: number, changes: Partial<Job> = {}): Job {
  const isOver = state === 'done' || state === 'failed' || state === 'cancelled';
  const hasBegun = state !== 'waiting';
  return {
    id: idOf(n),
    kind: n % 3 === 0 ? 'prepare_answers' : 'generate_knowledge',
    key: null,
    state,
    priority: 5,
    window: 'now',
    payload: { n },
    runAt: now - n * MINUTE,
    attempt: hasBegun ? 1 : 0,
    maxAttempts: 5,
    errors: state === 'failed' ? [{ at: now, attempt: 1, error: 'The worker ran out of memory.' }] : [],
    waitsFor: state === 'waiting' ? waits.queued : null,
    leaseUntil: state === 'running' ? now + MINUTE : null,
    progress: state === 'running' ? { done: 340, of: 1_000 } : null,
    result: null,
    createdAt: now - n * MINUTE,
    startedAt: hasBegun ? now - n * MINUTE + 500 : null,
    finishedAt: isOver ? now : null,
    spending: { requests: 1, costUsd: 0.0042, gpuMs: 12_300, inputTokens: 900, outputTokens: 1_800 },
    ...changes,
  };
}

const rowOf = ({ errors, spending, ...job }: Job): JobRow => ({
  ...job,
  lastError: errors.at(-1)?.error ?? null,
  costUsd: spending.costUsd,
});

/** Sixty jobs of two kinds in every state, newest first. */
export function jobHandlers(emit: Emit, now: number): Pick<Handlers, JobVerb> {
  let jobs = Array.from({ length: 60 }, (_, n) => aFakeJob(n, jobStates[n % 5] ?? 'done', now));
  const overview = (): JobsOverview => {
    const keys = new Set(jobs.map(({ kind, state }) => `${kind} ${state}`));
    return {
      counts: [...keys].map((key) => {
        const [kind = '', state = ''] = key.split(' ');
        const n = jobs.filter((job) => job.kind === kind && job.state === state).length;
        return { kind, state: state as JobState, n };
      }),
      holds: [],
      spending: {
        currency: 'EUR',
        perUsd: 0.86,
        today: { spent: 0.31, budget: 2 },
        month: { spent: 4.2, budget: 20 },
      },
    };
  };
  const change = (jobId: string, from: readonly JobState[], changes: Partial<Job>): void => {
    const job = found(jobs.find(({ id }) => id === jobId));
    if (!from.includes(job.state)) throw new Refusal('conflict');
    const next = { ...job, ...changes };
    jobs = jobs.map((one) => (one.id === jobId ? next : one));
    emit('job:changed', { rows: [rowOf(next)], isAll: false });
    emit('job:overview', overview());
  };
  return {
    'job:overview': overview,
    'job:list': ({ state, kind, before, limit }) => {
      const all = jobs.filter((job) => job.state === state && (kind === null || job.kind === kind));
      const rest = all.slice(before === null ? 0 : all.findIndex(({ id }) => id === before.id) + 1);
      return { rows: rest.slice(0, limit).map(rowOf), hasMore: rest.length > limit };
    },
    'job:show': ({ jobId }) => detailsOf(found(jobs.find(({ id }) => id === jobId))),
    'job:run-now': ({ jobId }) => change(jobId, ['waiting'], { runAt: now, waitsFor: null }),
    'job:retry': ({ jobId }) =>
      change(jobId, ['failed', 'cancelled'], { state: 'waiting', attempt: 0, finishedAt: null }),
    'job:cancel': ({ jobId }) =>
      change(jobId, ['waiting', 'running'], { state: 'cancelled', waitsFor: null, finishedAt: now }),
  };
}

function detailsOf(job: Job): JobDetails {
  const at = job.startedAt ?? job.createdAt;
  return {
    job,
    after: [],
    requests: [],
    timeline: [
      { at: job.createdAt, what: 'added' },
      ...(job.startedAt === null ? [] : [{ at, what: 'begun' as const }]),
      { at: at + 100, what: 'asked', step: 'generate', remoteId: 'abc-123-u1', isAgain: false },
      ...job.errors.map((error) => ({ ...error, what: 'failed' as const })),
      ...(job.finishedAt === null ? [] : [{ at: job.finishedAt, what: 'ended' as const, state: job.state }]),
    ],
  };
}
