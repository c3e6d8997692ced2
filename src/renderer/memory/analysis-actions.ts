import type { Events } from '../../shared/events.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Reads where the client's analyses stand, if it is the one shown. */
export async function refreshAnalysis(desk: Desk, clientId: string): Promise<void> {
  if (desk.memory.getState().clientId !== clientId) return;
  const analysis = await ask(desk, 'analysis:read', { clientId });
  if (analysis !== null && desk.memory.getState().clientId === clientId) desk.memory.setState({ analysis });
}

/** Jobs changed: one of them may be the analysis that the screen waits for. */
export function followAnalysis(desk: Desk, { rows, isAll }: Events['job:changed']): void {
  const { clientId, analysis } = desk.memory.getState();
  if (clientId === null || analysis === null) return;
  const { jobId } = analysis.standing;
  if (jobId === null) return;
  if (isAll || rows.some(({ id }) => id === jobId)) void refreshAnalysis(desk, clientId);
}
