import type { Events } from '../../shared/events.ts';
import type { JobsOverview, JobState } from '../../shared/job.ts';
import { changeSettings, showScreen } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { risenTo } from './budget-level.ts';
import { mergeRows } from './jobs-store.ts';

const PAGE = 100;
/** Longest list that is read in one go. */
const LONGEST = 500;

export async function readOverview(desk: Desk): Promise<void> {
  const overview = await ask(desk, 'job:overview', undefined);
  if (overview !== null) applyOverview(desk, overview);
}

/** Where offline work stands now; a budget that is nearly spent since is told. */
export function applyOverview(desk: Desk, overview: JobsOverview): void {
  const level = risenTo(desk.jobs.getState().overview?.spending ?? null, overview.spending);
  desk.jobs.setState({ overview });
  if (level !== null) desk.tell({ kind: 'budget', what: level });
}

/** Reads the shown list from its beginning, as far as it was read. */
export async function readJobs(desk: Desk): Promise<void> {
  const { state, kind, rows } = desk.jobs.getState();
  const limit = Math.min(LONGEST, Math.max(PAGE, rows.length));
  const page = await ask(desk, 'job:list', { state, kind, before: null, limit });
  const now = desk.jobs.getState();
  // Another list was chosen meanwhile.
  if (page === null || now.state !== state || now.kind !== kind) return;
  desk.jobs.setState({ ...page, isLoaded: true });
}

export async function readOlderJobs(desk: Desk): Promise<void> {
  const { state, kind, rows } = desk.jobs.getState();
  const last = rows.at(-1);
  if (last === undefined) return;
  const before = { createdAt: last.createdAt, id: last.id };
  const page = await ask(desk, 'job:list', { state, kind, before, limit: PAGE });
  const now = desk.jobs.getState();
  if (page === null || now.state !== state || now.kind !== kind) return;
  const known = new Set(now.rows.map(({ id }) => id));
  const older = page.rows.filter(({ id }) => !known.has(id));
  desk.jobs.setState({ rows: [...now.rows, ...older], hasMore: page.hasMore });
}

/** Shows another list. */
export async function chooseList(
  desk: Desk,
  patch: { readonly state?: JobState; readonly kind?: string | null },
): Promise<void> {
  desk.jobs.setState({ ...patch, rows: [], hasMore: false, isLoaded: false });
  await readJobs(desk);
}

/** Goes to the jobs, with that list. */
export function showJobs(desk: Desk, list: Parameters<typeof chooseList>[1]): Promise<void> {
  showScreen(desk, 'jobs');
  return chooseList(desk, list);
}

export async function selectJob(desk: Desk, jobId: string | null): Promise<void> {
  const { details } = desk.jobs.getState();
  desk.jobs.setState({ selectedId: jobId, details: details?.job.id === jobId ? details : null });
  if (jobId !== null) await readDetails(desk, jobId);
}

async function readDetails(desk: Desk, jobId: string): Promise<void> {
  const details = await ask(desk, 'job:show', { jobId });
  if (desk.jobs.getState().selectedId !== jobId) return;
  desk.jobs.setState(details === null ? { selectedId: null, details: null } : { details });
}

/** Jobs changed: what is shown of them follows. */
export function applyJobs(desk: Desk, { rows, isAll }: Events['job:changed']): void {
  const area = desk.jobs.getState();
  if (isAll) void readJobs(desk);
  else if (area.isLoaded) desk.jobs.setState({ rows: mergeRows(area, rows) });
  const { selectedId } = area;
  if (selectedId !== null && (isAll || rows.some(({ id }) => id === selectedId)))
    void readDetails(desk, selectedId);
}

/** What comes of it is told by the events. True when it was done. */
export async function actOnJob(
  desk: Desk,
  verb: 'job:run-now' | 'job:retry' | 'job:cancel',
  jobId: string,
): Promise<boolean> {
  return (await ask(desk, verb, { jobId })) !== null;
}

/** Nothing new begins while it is paused. */
export async function pauseWork(desk: Desk, isPaused: boolean): Promise<void> {
  await changeSettings(desk, { offline: { isPaused } });
}
