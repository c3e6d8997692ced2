import { closeOverlay } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Reads what stands behind a reply; read again when its state changes. False when it cannot be read. */
export async function readDetails(desk: Desk, replyId: string): Promise<boolean> {
  const details = await ask(desk, 'reply:details', { replyId });
  if (details === null) return false;
  desk.details.setState(({ byReply }) => ({ byReply: { ...byReply, [replyId]: details } }));
  return true;
}

/** As `readDetails`, for the drawer that shows nothing else: it closes when there is nothing to show. */
export async function readDetailsOrClose(desk: Desk, replyId: string): Promise<void> {
  if ((await readDetails(desk, replyId)) || desk.details.getState().byReply[replyId] !== undefined) return;
  const { overlay } = desk.app.getState();
  if (overlay?.kind === 'details' && overlay.replyId === replyId) closeOverlay(desk);
}
