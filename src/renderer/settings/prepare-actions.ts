import type { Events } from '../../shared/events.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { showJobs } from '../jobs/jobs-actions.ts';

const kind = 'prepare_answers';

/** Reads how the last run for prepared answers stands, and what another would take where none goes on. */
export async function readPreparation(desk: Desk): Promise<void> {
  const preparation = await ask(desk, 'answers:preparation', undefined);
  if (preparation === null) return;
  const { last } = preparation;
  desk.settings.setState({ preparation });
  if (last === null || last.alive === 0) await readLacking(desk);
}

/** What asking for all answers that are lacking will take. */
async function readLacking(desk: Desk): Promise<void> {
  const lacking = await ask(desk, 'answers:estimate', undefined);
  if (lacking !== null) desk.settings.setState({ lacking });
}

/** Keeps how many answers a question is to have, and says anew what is lacking. True when it was kept. */
export async function changeVariations(desk: Desk, variations: number): Promise<boolean> {
  if (!(await changeSettings(desk, { answers: { variations } }))) return false;
  await readLacking(desk);
  return true;
}

/** Asks for all that is lacking. */
export async function prepare(desk: Desk): Promise<void> {
  if ((await ask(desk, 'answers:prepare', undefined)) !== null) await readPreparation(desk);
}

/** What was written stays. */
export async function cancelPreparation(desk: Desk, runId: string): Promise<void> {
  if ((await ask(desk, 'answers:cancel', { runId })) !== null) await readPreparation(desk);
}

export const showPreparing = (desk: Desk) => showJobs(desk, { state: 'running', kind });

/** Jobs changed: who looks at the run has read it, and reads it anew when one of its jobs came to an end. */
export function followPreparation(desk: Desk, { rows, isAll }: Events['job:changed']): void {
  if (desk.settings.getState().preparation === null) return;
  if (isAll || rows.some((row) => row.kind === kind && row.finishedAt !== null)) void readPreparation(desk);
}
