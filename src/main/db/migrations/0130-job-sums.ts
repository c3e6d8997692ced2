import type { Migration } from '../migrate.ts';

/**
 * What the page of jobs and the budget ask for all the time, read from an index alone: the rows themselves hold whole
 * prompts and answers.
 */
export const jobSums: Migration = {
  version: 130,
  sql: `
    CREATE INDEX jobs_by_kind ON jobs (kind, state, created_at);
    CREATE INDEX job_requests_cost ON job_requests (ended_at, cost_usd) WHERE cost_usd IS NOT NULL;
  `,
};
