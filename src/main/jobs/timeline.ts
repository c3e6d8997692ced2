import type { Job, JobRequest, JobWait, TimelineEntry } from '../../shared/job.ts';

/** Everything that happened to a job, oldest first. `requests` and `waits` as they came. What it waits for now is not past yet. */
export function timelineOf(
  job: Job,
  requests: readonly JobRequest[],
  waits: readonly JobWait[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ at: job.createdAt, what: 'added' }];
  if (job.startedAt !== null) entries.push({ at: job.startedAt, what: 'begun' });
  const asked = new Set<string>();
  for (const { step, remoteId, state, fault, startedAt, endedAt } of requests) {
    entries.push({ at: startedAt, what: 'asked', step, remoteId, isAgain: asked.has(step) });
    if (endedAt !== null) entries.push({ at: endedAt, what: 'request_ended', step, state, fault });
    asked.add(step);
  }
  const isOpen = job.state === 'waiting' && waits.at(-1)?.because === job.waitsFor;
  for (const { because, beganAt, lastAt, times } of isOpen ? waits.slice(0, -1) : waits)
    entries.push({ at: beganAt, what: 'waited', because, until: lastAt, times });
  entries.push(...job.errors.map((error) => ({ ...error, what: 'failed' as const })));
  if (job.finishedAt !== null) entries.push({ at: job.finishedAt, what: 'ended', state: job.state });
  // Those of one moment stay in the order in which such things happen.
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((left, right) => left.entry.at - right.entry.at || left.index - right.index)
    .map(({ entry }) => entry);
}
