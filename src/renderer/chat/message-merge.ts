import type { Events } from '../../shared/events.ts';
import type { Message, Reply } from '../../shared/message.ts';

/**
 * Which of two versions of one message is shown. An answer may arrive after the events that overtook it, so
 * a finished reply never goes back to `streaming`, a streaming one never loses text it already showed, and a verdict
 * stays: there is one per reply.
 */
export function newerMessage(before: Message | undefined, after: Message): Message {
  if (before === undefined || before.author === 'client' || after.author === 'client') return after;
  if (after.state !== 'streaming') return withVerdict(before, after);
  if (before.state !== 'streaming') return before;
  return before.text.startsWith(after.text) ? { ...after, text: before.text } : after;
}

function withVerdict(before: Reply, after: Reply): Reply {
  return after.verdict === null && before.verdict !== null ? { ...after, verdict: before.verdict } : after;
}

/**
 * The reply with a streamed piece at its end. Null when the piece is already there or the reply is finished;
 * `gap` when text is missing in between and must be read again.
 */
export function withStreamed(reply: Reply, event: Events['reply:streamed']): Reply | null | 'gap' {
  if (reply.state !== 'streaming' || event.length <= reply.text.length) return null;
  const text = reply.text + event.appended;
  return text.length === event.length ? { ...reply, text } : 'gap';
}

/** Oldest first; ids are ordered by time, so they decide between two of the same millisecond. */
export function byTime(a: Message, b: Message): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
