import type { Job, JobRequest, JobState, TimelineEntry } from '../shared/job.ts';
import { columns, dateTime, dollars, oneLine, span } from './output.ts';
import { paint } from './paint.ts';

const colours: Readonly<Record<JobState, (text: string) => string>> = {
  waiting: paint.quiet,
  running: paint.accent,
  done: paint.good,
  failed: paint.bad,
  cancelled: paint.warning,
};

/** Jobs as a table, with how many there are of each state. */
export function listText(
  jobs: readonly Job[],
  counts: Readonly<Record<JobState, number>>,
  now: number,
): string {
  const sums = Object.entries(counts).map(([state, n]) => `${n} ${state}`);
  const lines = jobs.length === 0 ? [] : [columns(jobs.map((job) => cells(job, now))), ''];
  return [...lines, `${sums.join(', ')}.`].join('\n');
}

/** A job in one line. */
export function jobLine(job: Job, now: number): string {
  return cells(job, now).join('  ');
}

function cells(job: Job, now: number): string[] {
  const { id, kind, state, attempt, maxAttempts, spending, createdAt } = job;
  return [
    // The end of an id tells jobs apart; its beginning is the time.
    id.slice(-12),
    colours[state](state),
    kind,
    paint.quiet(dateTime(createdAt)),
    `${attempt}/${maxAttempts}`,
    spending.requests > 0 ? dollars(spending.costUsd) : '',
    oneLine(remark(job, now), 100),
  ];
}

const known = (value: unknown): string => (value === null ? '' : JSON.stringify(value));

/** What a person wants to know of it in this state. */
function remark({ state, runAt, waitsFor, progress, result, errors, window }: Job, now: number): string {
  const lastError = errors.at(-1)?.error ?? '';
  switch (state) {
    case 'waiting': {
      const when = runAt > now ? `in ${span(runAt - now)}` : window === 'now' ? '' : `for ${window}`;
      return [when, waitsFor ?? lastError].filter(Boolean).join(': ');
    }
    case 'running':
      return known(progress);
    case 'done':
      return known(result);
    case 'failed':
    case 'cancelled':
      return lastError;
  }
}

interface Details {
  readonly after: readonly { readonly id: string; readonly kind: string; readonly state: JobState }[];
  readonly requests: readonly JobRequest[];
  readonly timeline: readonly TimelineEntry[];
}

/** Everything that is known of a job. */
export function jobText(job: Job, { after, requests, timeline }: Details, now: number): string {
  const { costUsd, gpuMs, inputTokens, outputTokens } = job.spending;
  const facts: [string, string][] = [
    ['id', job.id],
    ['kind', job.kind],
    ['state', [colours[job.state](job.state), remark(job, now)].filter(Boolean).join(', ')],
    ['attempts', `${job.attempt} of ${job.maxAttempts}`],
    ['window, priority', `${job.window}, ${job.priority}`],
    ['payload', oneLine(JSON.stringify(job.payload), 200)],
    ...(job.key === null ? [] : [['key', job.key] as [string, string]]),
    ...after.map(({ id, kind, state }): [string, string] => ['after', `${kind} ${id}, ${state}`]),
    ...(requests.length === 0
      ? []
      : [
          ['took', `${dollars(costUsd)}, ${span(gpuMs)} of GPU, ${inputTokens} + ${outputTokens} tokens`] as [
            string,
            string,
          ],
        ]),
  ];
  const rows = facts.map(([name, value]) => [paint.quiet(name), value]);
  return [columns(rows), '', columns(timeline.map(timelineCells))].join('\n');
}

function timelineCells(entry: TimelineEntry): string[] {
  return [paint.quiet(dateTime(entry.at)), ...words(entry)];
}

function words(entry: TimelineEntry): string[] {
  switch (entry.what) {
    case 'added':
      return ['added', ''];
    case 'begun':
      return ['first begun', ''];
    case 'failed':
      return [paint.warning(`attempt ${entry.attempt}`), entry.error];
    case 'asked': {
      const again = entry.isAgain ? 'asked again' : 'asked';
      return [again, [entry.step, entry.remoteId].filter(Boolean).join(', ')];
    }
    case 'request_ended':
      return [entry.state, [entry.step, entry.fault].filter(Boolean).join(': ')];
    case 'waited':
      return [entry.times === 1 ? 'waited' : `waited, ${entry.times} times`, entry.because];
    case 'ended':
      return [colours[entry.state](entry.state), ''];
  }
}
