import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** Prepared answers: what was learnt of them. */
export function registerAnswers(handle: Handle, desk: () => Core): void {
  handle('answers:standings', () => desk().standings());
}
