import { setTimeout as sleep } from 'node:timers/promises';
import { columns, dollars, span } from '../cli/output.ts';
import { paint } from '../cli/paint.ts';
import type { Core } from '../main/core.ts';
import { listInsights } from '../main/db/insights.ts';
import type { Page } from './main-page.ts';

const wanted = 24;
const shown = 2;

/** A short run of what works while nobody waits: LLaMA writes insights, gates judge them, the index takes them in. */
export async function showOfflineRun(core: Core, page: Page): Promise<void> {
  page.heading('While nobody waits: LLaMA writes insights, gates judge them');
  const begun = performance.now();
  const { id } = core.generation.start({ target: wanted, goesTo: 'live' });
  while ((core.generation.current()?.alive ?? 0) > 0) await sleep(50);
  const run = core.generation.list().find((one) => one.id === id);
  if (!run) throw new Error('The run of the demo is gone.');
  const rejects = Object.entries(run.rejects).map(([reason, n]) => `${n} ${reason.replaceAll('_', ' ')}`);
  page.block(
    columns([
      [
        paint.quiet('insights'),
        `${run.taken} of ${run.target} in ${span(performance.now() - begun)}, live at once`,
      ],
      [paint.quiet('did not pass'), rejects.join(', ') || 'none'],
      [paint.quiet('as on a GPU'), `${dollars(run.spending.costUsd)}, ${run.spending.requests} requests`],
    ]),
  );
  for (const { text, guidance } of newest(core)) {
    page.block(`${paint.accent('insight')} ${text}`);
    page.remark(guidance);
  }
}

function newest({ db }: Core) {
  const made = listInsights(db).filter(({ source }) => source === 'generated');
  return made.sort((left, right) => right.createdAt - left.createdAt).slice(0, shown);
}
