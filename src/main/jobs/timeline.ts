import type { Job, JobRequest, TimelineEntry } from '../../shared/job.ts';

/** Everything that happened to a job, oldest first. `requests` as they were made. */
export function timelineOf(job: Job, requests: readonly JobRequest[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [{ at: job.createdAt, what: 'added' }];
  if (job.startedAt !== null) entries.push({ at: job.startedAt, what: 'begun' });
  const asked = new Set<string>();
  for (const { step, remoteId, state, fault, startedAt, endedAt } of requests) {
    entries.push({ at: startedAt, what: 'asked', step, remoteId, isAgain: asked.has(step) });
    if (endedAt !== null) entries.push({ at: endedAt, what: 'request_ended', step, state, fault });
    asked.add(step);
  }
  entries.push(...job.errors.map((error) => ({ ...error, what: 'failed' as const })));
  if (job.finishedAt !== null) entries.push({ at: job.finishedAt, what: 'ended', state: job.state });
  // Those of one moment stay in the order in which such things happen.
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((left, right) => left.entry.at - right.entry.at || left.index - right.index)
    .map(({ entry }) => entry);
}
