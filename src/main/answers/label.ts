import type { Label, LabelSource, Verdict } from '../../shared/answer.ts';
import type { ReplyState } from '../../shared/message.ts';

/** Everything that says whether a served answer was right. */
export interface Outcome {
  readonly state: ReplyState;
  readonly text: string;
  /** Before the consultant changed it; null when unchanged. */
  readonly originalText: string | null;
  readonly sentAt: number | null;
  /** It was sent without asking, so that its being sent says nothing. */
  readonly wentAlone: boolean;
  readonly isMarkedWrong: boolean;
  readonly thumb: 'up' | 'down' | null;
  readonly verdict: Verdict['kind'] | null;
  readonly verdictAt: number | null;
}

export interface EffectiveLabel {
  readonly label: Label;
  readonly by: LabelSource;
}

/** An edit under this share of the words leaves an answer right; from the second on it was not the answer wanted. */
const LIGHT = 0.25;
const HEAVY = 0.5;
/** Words compared at most: answers are short, and a pasted book must not hold the desk. */
const MOST_WORDS = 400;

/**
 * The one label of a served answer; null while nothing is known. What a person said outright (mark, thumb) is above what
 * a person did (replaced, edited, sent), and that above what Claude found; but a doubt that came after the sending was
 * not known to whoever sent, and stands until somebody says otherwise.
 */
export function labelOf(outcome: Outcome): EffectiveLabel | null {
  const { thumb, verdict } = outcome;
  if (outcome.isMarkedWrong) return { label: 'wrong', by: 'mark' };
  if (thumb !== null) return { label: thumb === 'up' ? 'right' : 'wrong', by: 'thumb' };
  if (outcome.state === 'replaced') return { label: 'wrong', by: 'replaced' };
  const sent = labelOfSending(outcome);
  if (sent?.label === 'wrong' || (sent && !isUnseenDoubt(outcome))) return sent;
  return verdict === null ? null : { label: verdict === 'confirmed' ? 'right' : 'wrong', by: 'check' };
}

function labelOfSending({ state, wentAlone, text, originalText }: Outcome): EffectiveLabel | null {
  if (state !== 'sent' || wentAlone) return null;
  const change = originalText === null ? 0 : changeOf(originalText, text);
  if (change >= HEAVY) return { label: 'wrong', by: 'edit' };
  return change < LIGHT ? { label: 'right', by: 'sent' } : null;
}

function isUnseenDoubt({ verdict, verdictAt, sentAt }: Outcome): boolean {
  return verdict === 'doubtful' && sentAt !== null && verdictAt !== null && verdictAt > sentAt;
}

/** How much of a text was changed, 0..1: words added, taken away or exchanged. A figure that is gone changes it wholly. */
export function changeOf(before: string, after: string): number {
  const kept = new Set(figuresOf(after));
  if (figuresOf(before).some((figure) => !kept.has(figure))) return 1;
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const longer = Math.max(old.length, now.length);
  return longer === 0 ? 0 : distance(old, now) / longer;
}

const figuresOf = (text: string) => text.match(/\d+/g) ?? [];
const wordsOf = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);

/** Levenshtein over words, one row at a time. */
function distance(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [at, word] of left.entries()) {
    const next = [at + 1];
    for (const [other, candidate] of right.entries()) {
      const exchanged = (row[other] ?? 0) + (word === candidate ? 0 : 1);
      next.push(Math.min(exchanged, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
