import type { Core } from '../core.ts';
import { enableIntent } from '../db/intents.ts';
import { listComparisons } from '../db/shadow-replies.ts';
import type { Handle } from '../shell/ipc.ts';

/** Prepared answers: what was learnt of them, how they compare, and the work on those that are lacking. */
export function registerAnswers(handle: Handle, desk: () => Core): void {
  handle('answers:standings', () => desk().standings());
  handle('answers:comparisons', () => listComparisons(desk().db));
  handle('answers:enable', ({ intent, isEnabled }) =>
    enableIntent(desk().db, intent, isEnabled, desk().clock.now()),
  );
  handle('answers:propose', () => desk().proposals.start());
  handle('answers:estimate', () => desk().preparation.estimate());
  handle('answers:prepare', () => {
    const { preparation } = desk();
    return preparation.start().runId === null ? null : preparation.standing().last;
  });
  handle('answers:preparation', () => desk().preparation.standing());
  handle('answers:cancel', ({ runId }) => desk().preparation.cancel(runId));
}
