import type { RequestInput } from '../../shared/ipc.ts';
import type { Reply } from '../../shared/message.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { focusComposer } from './composer-actions.ts';
import { selectReply } from './timeline-actions.ts';
import { applyMessage } from './timeline-store.ts';

function show(desk: Desk, reply: Reply | null): boolean {
  if (reply !== null) applyMessage(desk.timeline, reply);
  return reply !== null;
}

export const stopReply = (desk: Desk, replyId: string) => void ask(desk, 'reply:stop', { replyId });

/** Asks for another reply to the same message; the right pane follows the new one. */
export async function regenerateReply(
  desk: Desk,
  replyId: string,
  model: 'fast' | 'strong' | null,
): Promise<void> {
  if (show(desk, await ask(desk, 'reply:regenerate', { replyId, model }))) selectReply(desk, null);
}

/** Keeps the edit of a draft; false when it was refused, so that the editor stays open. */
export async function editReply(desk: Desk, replyId: string, text: string): Promise<boolean> {
  return show(desk, await ask(desk, 'reply:edit', { replyId, text }));
}

/** Sends a draft with this text; the keyboard goes on to the composer, as the button that was pressed is gone. */
export async function sendReply(desk: Desk, replyId: string, text: string): Promise<boolean> {
  const isSent = show(desk, await ask(desk, 'reply:send', { replyId, text }));
  if (isSent) focusComposer(desk);
  return isSent;
}

/** Marks a prepared answer as wrong, or takes that back; a mark can be taken back from the notice too. */
export async function markWrong(desk: Desk, replyId: string, isWrong: boolean): Promise<void> {
  if (!show(desk, await ask(desk, 'reply:mark-wrong', { replyId, isWrong })) || !isWrong) return;
  desk.tell({ kind: 'undo', what: 'marked_wrong', undo: () => void markWrong(desk, replyId, false) });
}

export async function rateReply(desk: Desk, rating: RequestInput<'reply:rate'>): Promise<boolean> {
  return show(desk, await ask(desk, 'reply:rate', rating));
}
