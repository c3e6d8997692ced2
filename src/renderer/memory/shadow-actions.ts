import type { Preference } from '../../shared/message.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { readComparisons } from '../settings/settings-actions.ts';
import { readDetails } from './details-actions.ts';

/** Says which of the two is better, or takes that back. */
export async function prefer(desk: Desk, replyId: string, preferred: Preference | null): Promise<void> {
  if ((await ask(desk, 'reply:prefer', { replyId, preferred })) !== null) await readDetails(desk, replyId);
}

/** Gives a question to Claude, or back to prepared answers; the first can be taken back from the notice too. */
export async function enableQuestion(desk: Desk, intent: string, isEnabled: boolean): Promise<boolean> {
  if ((await ask(desk, 'answers:enable', { intent, isEnabled })) === null) return false;
  await readAgain(desk, intent);
  if (!isEnabled)
    desk.tell({
      kind: 'undo',
      what: 'question_off',
      undo: () => void enableQuestion(desk, intent, true),
    });
  return true;
}

/** What is on the screen of this question. */
async function readAgain(desk: Desk, intent: string): Promise<void> {
  const { byReply } = desk.details.getState();
  const shown = Object.values(byReply).filter(({ preparedAnswer }) => preparedAnswer?.intent === intent);
  await Promise.all(shown.map(({ reply }) => readDetails(desk, reply.id)));
  if (desk.settings.getState().comparisons !== null) await readComparisons(desk);
}
