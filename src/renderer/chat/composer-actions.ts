import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { emptyTexts, type Author } from './composer-store.ts';
import { applyMessage } from './timeline-store.ts';

function setText(desk: Desk, clientId: string, author: Author, text: string): void {
  const { texts } = desk.composer.getState();
  const before = texts[clientId] ?? emptyTexts;
  desk.composer.setState({ texts: { ...texts, [clientId]: { ...before, [author]: text } } });
}

/** Shows what is typed and keeps it a moment later, so that a crash loses nothing. */
export function type(desk: Desk, clientId: string, author: Author, text: string): void {
  setText(desk, clientId, author, text);
  desk.autosave.note({ clientId, author, text });
}

export const chooseAuthor = (desk: Desk, author: Author) => desk.composer.setState({ author });

export const focusComposer = (desk: Desk) =>
  desk.composer.setState(({ focusRequests }) => ({ focusRequests: focusRequests + 1 }));

/** What was left unsent, as kept; text typed meanwhile stays. */
export function restoreComposer(desk: Desk, clientId: string, kept: Readonly<Record<Author, string>>): void {
  const { texts } = desk.composer.getState();
  if (texts[clientId] === undefined) desk.composer.setState({ texts: { ...texts, [clientId]: kept } });
}

/** Hands over what is typed: the client's message, or the consultant's own reply. A failure keeps the text. */
export async function submit(desk: Desk): Promise<void> {
  const { author, texts, isSending } = desk.composer.getState();
  const { clientId, channel, isNextTemporary } = desk.timeline.getState();
  if (clientId === null || isSending) return;
  const text = (texts[clientId] ?? emptyTexts)[author];
  if (text.trim() === '') return;
  desk.composer.setState({ isSending: true });
  const isKept = await handOver(desk, { clientId, channel, text, isTemporary: isNextTemporary }, author);
  desk.composer.setState({ isSending: false });
  const now = (desk.composer.getState().texts[clientId] ?? emptyTexts)[author];
  if (isKept && now === text) type(desk, clientId, author, '');
}

type Written = {
  clientId: string;
  channel: ReturnType<Desk['timeline']['getState']>['channel'];
  text: string;
  /** Of the conversation that begins with it. */
  isTemporary: boolean;
};

async function handOver(desk: Desk, written: Written, author: Author): Promise<boolean> {
  if (author === 'desk') {
    const reply = await ask(desk, 'message:write', written);
    if (reply !== null) applyMessage(desk.timeline, reply);
    return reply !== null;
  }
  const kept = await ask(desk, 'message:receive', written);
  if (kept === null) return false;
  applyMessage(desk.timeline, kept.message);
  applyMessage(desk.timeline, kept.reply);
  // The right pane follows the newest reply again.
  if (desk.timeline.getState().clientId === written.clientId)
    desk.timeline.setState({ selectedReplyId: null });
  return true;
}
