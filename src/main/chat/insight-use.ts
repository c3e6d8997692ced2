import type { InsightOrigin } from '../../shared/message.ts';
import type { Db } from '../db/db.ts';
import { findLiveInsights } from '../db/insight-numbers.ts';
import { keepNaming, type UsedInsight } from '../db/used-insights.ts';
import { parseInsightId } from './insight-id.ts';
import type { Naming } from './machine-line.ts';

/** What is known, while a reply is written, of the insights it may use and of those it says it used. */
export interface InsightUse {
  /** Ids of the insights that search put into the prompt in full. */
  found(insightIds: readonly string[]): void;
  /** Ids of insights that the model opened. */
  opened(insightIds: readonly string[]): void;
  /** Whether the prompt had a line on the insight of this number. */
  shownBy(wasShown: (number: number) => boolean): void;
  /** What the text of one turn said at its end; the last turn that says anything counts. */
  named(naming: Naming): void;
  /** Keeps what the reply said; nothing when no model was asked. For the transaction that ends the reply. */
  keep(db: Db, reply: { readonly clientId: string; readonly replyId: string }, now: number): void;
}

/** More ids than a reply can have been shaped by are a slip of the model; the rest is ignored. */
const MOST_NAMED = 12;

const neverShown = () => false;

/** Nothing is known yet. */
export function createInsightUse(): InsightUse {
  const found = new Set<string>();
  const opened = new Set<string>();
  let wasShown: (number: number) => boolean = neverShown;
  let naming: Naming | null = null;
  const originOf = (number: number, insightId: string): InsightOrigin | null => {
    if (found.has(insightId)) return 'search';
    if (opened.has(insightId)) return 'opened';
    return wasShown(number) ? 'catalogue' : null;
  };
  /** Only live insights that stood before the model; an id of anything else is ignored. */
  const resolve = (db: Db, ids: readonly string[]): UsedInsight[] => {
    const numbers = ids.slice(0, MOST_NAMED).flatMap((id) => parseInsightId(id) ?? []);
    return [...findLiveInsights(db, numbers).values()].flatMap(({ number, insightId }) => {
      const origin = originOf(number, insightId);
      return origin === null ? [] : [{ insightId, origin }];
    });
  };
  return {
    found: (insightIds) => insightIds.forEach((id) => found.add(id)),
    opened: (insightIds) => insightIds.forEach((id) => opened.add(id)),
    shownBy: (test) => void (wasShown = test),
    named(next) {
      if (naming === null || next.kind !== 'missing') naming = next;
    },
    keep(db, reply, now) {
      if (naming === null) return;
      const used = resolve(db, naming.ids);
      keepNaming(db, reply, { kind: naming.kind, ignored: naming.ids.length - used.length, used }, now);
    },
  };
}
