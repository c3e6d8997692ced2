import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Reads what stands behind a reply; read again when its state changes. */
export async function readDetails(desk: Desk, replyId: string): Promise<void> {
  const details = await ask(desk, 'reply:details', { replyId });
  if (details === null) return;
  desk.details.setState(({ byReply }) => ({ byReply: { ...byReply, [replyId]: details } }));
}
