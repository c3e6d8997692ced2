import type { Core } from '../core.ts';
import { enableIntent } from '../db/intents.ts';
import { listComparisons } from '../db/shadow-replies.ts';
import type { Handle } from '../shell/ipc.ts';

/** Prepared answers: what was learnt of them, and how they compare. */
export function registerAnswers(handle: Handle, desk: () => Core): void {
  handle('answers:standings', () => desk().standings());
  handle('answers:comparisons', () => listComparisons(desk().db));
  handle('answers:enable', ({ intent, isEnabled }) =>
    enableIntent(desk().db, intent, isEnabled, desk().clock.now()),
  );
}
