import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Reads when the next night is due, how the last ones went, and what one begun now would do. */
export async function readNights(desk: Desk): Promise<void> {
  const [nights, nightPlan] = await Promise.all([
    ask(desk, 'night:list', undefined),
    ask(desk, 'night:plan', undefined),
  ]);
  if (nights !== null && nightPlan !== null) desk.settings.setState({ nights, nightPlan });
}

/** Does the work of a night now. */
export async function runNight(desk: Desk): Promise<void> {
  if ((await ask(desk, 'night:run', { localDate: null })) !== null) await readNights(desk);
}
