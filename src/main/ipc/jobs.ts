import type { JobDetails } from '../../shared/job.ts';
import type { Core } from '../core.ts';
import { pageOfJobs } from '../db/job-list.ts';
import { listDependencies, listRequests, readJob } from '../db/job-rows.ts';
import { listWaits } from '../db/job-waits.ts';
import { timelineOf } from '../jobs/timeline.ts';
import type { Handle } from '../shell/ipc.ts';

/** Offline work: what there is, and what a person can do about it. */
export function registerJobs(handle: Handle, desk: () => Core): void {
  handle('job:overview', () => desk().jobsOverview());
  handle('job:list', (page) => pageOfJobs(desk().db, page));
  handle('job:show', ({ jobId }) => detailsOf(desk(), jobId));
  handle('job:run-now', ({ jobId }) => desk().jobs.runNow(jobId));
  handle('job:retry', ({ jobId }) => desk().jobs.retry(jobId));
  handle('job:cancel', ({ jobId }) => desk().jobs.cancel(jobId));
}

function detailsOf({ db }: Core, jobId: string): JobDetails {
  const job = readJob(db, jobId);
  const requests = listRequests(db, jobId);
  return {
    job,
    after: listDependencies(db, jobId),
    requests,
    timeline: timelineOf(job, requests, listWaits(db, jobId)),
  };
}
