import type { RunGoal } from '../../shared/knowledge-run.ts';
import { changeSettings } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { showJobs } from '../jobs/jobs-actions.ts';

/** Reads the runs of the generator, newest first. */
export async function readRuns(desk: Desk): Promise<void> {
  const runs = await ask(desk, 'knowledge:runs', undefined);
  if (runs !== null) desk.settings.setState({ runs });
}

/** What a run for as many insights as the settings say will take. */
export async function readEstimate(desk: Desk, target: number): Promise<void> {
  const estimate = await ask(desk, 'knowledge:estimate', { target });
  if (estimate !== null) desk.settings.setState({ estimate });
}

/** Keeps how many insights a run makes, and says anew what that takes. True when it was kept. */
export async function changeTarget(desk: Desk, target: number): Promise<boolean> {
  if (!(await changeSettings(desk, { knowledge: { target } }))) return false;
  await readEstimate(desk, target);
  return true;
}

/** Begins a run, or goes on with the one that has stopped. */
export async function generate(desk: Desk, target: number, goesTo: RunGoal): Promise<void> {
  if ((await ask(desk, 'knowledge:generate', { target, goesTo })) !== null) await readRuns(desk);
}

/** What the run made stays. */
export async function cancelRun(desk: Desk, runId: string): Promise<void> {
  if ((await ask(desk, 'knowledge:cancel', { runId })) !== null) await readRuns(desk);
}

/** Removes what the run made. */
export async function undoRun(desk: Desk, runId: string): Promise<void> {
  if ((await ask(desk, 'knowledge:undo', { runId })) !== null) await readRuns(desk);
}

export const showRunJobs = (desk: Desk) => showJobs(desk, { state: 'running', kind: 'generate_knowledge' });
