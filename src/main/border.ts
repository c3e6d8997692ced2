import { namesForJob } from './db/client-jobs.ts';
import type { Db } from './db/db.ts';
import type { Border } from './jobs/border.ts';
import { findLeak } from './privacy/leak.ts';

/** Looks once more at all that offline work sends, the rules of the house aside: nothing of a client leaves unhidden. */
export function openBorder(db: Db): Border {
  return (jobId, { messages }) => {
    const names = namesForJob(db, jobId);
    for (const { role, content } of messages) {
      const leak = role === 'system' ? null : findLeak(content, names);
      if (leak !== null) return leak;
    }
    return null;
  };
}
