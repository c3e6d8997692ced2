import type { Emit } from '../../src/shared/events.ts';
import type { ReviewCounts, ReviewItem, ReviewRef } from '../../src/shared/review.ts';
import { MINUTE } from '../../src/shared/time.ts';
import type { Handlers } from './fake-refusal.ts';

type ReviewVerb = Extract<keyof Handlers, `review:${string}`>;

const idOf = (n: number) => `019c0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const origin = {
  model: 'meta-llama/Llama-3.3-70B-Instruct',
  promptVersion: 'generate-insights-3f2a',
  runId: null,
  nightId: null,
  jobId: null,
};

function anInsightItem(n: number, now: number): ReviewItem {
  return {
    kind: 'insight',
    id: idOf(n),
    text: `“Mi fido di voi” dopo un ritardo (${n}): può essere un richiamo gentile più che un complimento`,
    guidance: 'Riconoscere il ritardo, dare una data.',
    category: 'trust',
    language: 'it',
    triggers: ['mi fido di voi', 'conto su di voi'],
    reason: n % 2 === 0 ? 'one_client' : 'wished',
    reasonDetail: null,
    evidence: [{ quote: 'mi fido di voi, però…', clientId: null, messageId: null, at: now - 9 * MINUTE }],
    origin,
    createdAt: now - n * MINUTE,
  };
}

function anAnswerItem(n: number, now: number): ReviewItem {
  const text = '{{greeting}} {{name}}! Il KITAS costa {{fact:kitas-price}}.';
  return {
    kind: 'answer',
    id: idOf(n),
    text,
    filled: '{{greeting}} {{name}}! Il KITAS costa 1.150 €.',
    title: { id: 'Harga KITAS', it: 'Prezzo del KITAS', en: 'Price of a KITAS' },
    language: 'it',
    formality: 'informal',
    reason: 'wished',
    reasonDetail: null,
    evidence: [],
    origin,
    createdAt: now - n * MINUTE,
  };
}

const isIn = (refs: readonly ReviewRef[], { kind, id }: ReviewRef) =>
  refs.some((ref) => ref.kind === kind && ref.id === id);

/** A hundred and fifty insights and ten answers that wait, newest first. */
export function reviewHandlers(emit: Emit, now: number): Pick<Handlers, ReviewVerb> {
  let waiting: readonly ReviewItem[] = Array.from({ length: 160 }, (_, n) =>
    n % 16 === 3 ? anAnswerItem(n, now) : anInsightItem(n, now),
  );
  const batches: { id: string; items: readonly ReviewItem[] }[] = [];
  const counts = (): ReviewCounts => {
    const keys = [...new Set(waiting.map(({ kind, reason }) => `${kind} ${reason}`))];
    const groups = keys.map((key) => {
      const [kind, reason = ''] = key.split(' ') as [ReviewItem['kind'], string?];
      return { kind, reason, n: waiting.filter((one) => one.kind === kind && one.reason === reason).length };
    });
    return { total: waiting.length, groups, canUndo: batches.length > 0 };
  };
  const chosen: (filter: { kind: string | null; reason: string | null }) => readonly ReviewItem[] = ({
    kind,
    reason,
  }) =>
    waiting.filter(
      (one) => (kind === null || one.kind === kind) && (reason === null || one.reason === reason),
    );
  return {
    'review:counts': counts,
    'review:list': ({ before, limit, ...filter }) => {
      const all = chosen(filter);
      const rest = all.slice(before === null ? 0 : all.findIndex(({ id }) => id === before.id) + 1);
      return { items: rest.slice(0, limit), hasMore: rest.length > limit };
    },
    'review:refs': (filter) => chosen(filter).map(({ kind, id }) => ({ kind, id })),
    'review:nearest': () => ({
      id: idOf(999),
      text: '“Fate con calma” dopo un ritardo: l’attesa pesa, la cortesia la copre',
      status: 'live',
      nearness: 0.62,
    }),
    'review:decide': ({ items }) => {
      const decided = waiting.filter((one) => isIn(items, one));
      waiting = waiting.filter((one) => !isIn(items, one));
      const batchId = idOf(5_000 + batches.length);
      if (decided.length > 0) batches.push({ id: batchId, items: decided });
      emit('review:changed', counts());
      return {
        batchId: decided.length > 0 ? batchId : null,
        decided: decided.length,
        skipped: items.length - decided.length,
        problem: null,
      };
    },
    'review:withdraw': () => ({ batchId: idOf(9_000), decided: 1, skipped: 0, problem: null }),
    'review:undo': ({ batchId }) => {
      const at = batchId === null ? batches.length - 1 : batches.findIndex(({ id }) => id === batchId);
      const [batch] = at < 0 ? [] : batches.splice(at, 1);
      waiting = [...waiting, ...(batch?.items ?? [])].sort((a, b) => b.createdAt - a.createdAt);
      emit('review:changed', counts());
      return { undone: batch?.items.length ?? 0, kept: 0 };
    },
  };
}
