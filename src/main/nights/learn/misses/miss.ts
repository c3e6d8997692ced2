import type { Db } from '../../../db/db.ts';
import { readMessage } from '../../../db/messages.ts';
import { listSearchMisses } from '../../../db/used-insights.ts';
import type { GatheredConversation, GatheredMessage } from '../gather.ts';

/** A client's message that search could have served better. */
export interface Miss {
  readonly message: GatheredMessage;
  /** As it was written: it is searched with here, and leaves in its hidden form only. */
  readonly original: string;
  /** Insights that the reply used although search had not found them. */
  readonly usedIds: readonly string[];
}

/** Messages of one night at most, those first whose insight is known; a night must end. */
const mostMisses = 60;
/** Rows that are looked at for them. */
const mostRows = 500;

/** Messages of the day whose replies used what search had missed, then those that were given nothing at all. */
export function missesOf(db: Db, conversations: readonly GatheredConversation[], since: number): Miss[] {
  const messages = new Map(
    conversations
      .filter(({ isSuspect }) => !isSuspect)
      .flatMap((one) => one.messages.map((message) => [message.id, message] as const)),
  );
  const used = new Map<string, string[]>();
  for (const { messageId, insightId, thumb } of listSearchMisses(db, { since, limit: mostRows })) {
    // A bad reply is a poor teacher.
    if (thumb === 'down' || !messages.has(messageId)) continue;
    used.set(messageId, [...(used.get(messageId) ?? []), insightId]);
  }
  const wanted = [...used.keys(), ...foundNothing(messages, used)].slice(0, mostMisses);
  return wanted.flatMap((id) => {
    const message = messages.get(id);
    if (!message) return [];
    const original = readMessage(db, message.clientId, id).text;
    return [{ message, original, usedIds: used.get(id) ?? [] }];
  });
}

/** Answered by a model, and neither given nor using an insight. */
function foundNothing(
  messages: ReadonlyMap<string, GatheredMessage>,
  used: ReadonlyMap<string, unknown>,
): string[] {
  return [...messages.values()]
    .filter(
      ({ by, source, insights, thumb }) =>
        by === 'desk' && source === 'claude' && insights.length === 0 && thumb !== 'down',
    )
    .flatMap(({ repliesTo }) =>
      repliesTo !== null && messages.has(repliesTo) && !used.has(repliesTo) ? [repliesTo] : [],
    );
}
