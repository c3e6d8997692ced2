import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** Nights: their reports, and what a person does with them. */
export function registerNights(handle: Handle, desk: () => Core): void {
  handle('night:list', () => desk().nights.list());
  handle('night:show', ({ nightId }) => desk().nights.show(nightId));
  handle('night:undo', ({ nightId }) => desk().nights.undo(nightId));
  handle('night:run', ({ localDate }) => desk().nights.run(localDate ?? undefined));
  handle('night:plan', () => desk().nights.plan());
  handle('night:seen', ({ nightId }) => desk().nights.seen(nightId));
}
