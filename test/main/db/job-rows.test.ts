import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { listJobs } from '../../../src/main/db/job-rows.ts';
import { openMix, type Mix } from './job-mix.ts';

let db: Db;
let mix: Mix;
beforeEach(() => {
  mix = openMix();
  ({ db } = mix);
});

describe('the list of jobs', () => {
  it('has the newest first, by state and kind', () => {
    const all = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
    expect(listJobs(db, { states: all, kind: null, limit: 99 })).toHaveLength(7);
    expect(listJobs(db, { states: all, kind: 'other', limit: 99 })).toEqual([]);
    const [newest, ...others] = listJobs(db, { states: ['waiting'], kind: 'sample', limit: 99 });
    expect([newest?.id, ...others.map(({ id }) => id)]).toEqual([mix.later, mix.out.id]);
    expect(listJobs(db, { states: all, kind: null, limit: 2 })).toHaveLength(2);
  });
});
