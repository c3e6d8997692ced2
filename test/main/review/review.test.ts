import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addInsight, readInsight, saveInsight, setInsightStatus } from '../../../src/main/db/insights.ts';
import { saveHouseFact } from '../../../src/main/db/house-facts.ts';
import { saveIntent } from '../../../src/main/db/intents.ts';
import { listPreparedAnswers, rejectedAnswers } from '../../../src/main/db/prepared-answers.ts';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { Novelty } from '../../../src/main/knowledge/generate/novelty.ts';
import { openReview, type Review } from '../../../src/main/review/review.ts';
import type { ReviewCounts, ReviewVerdict } from '../../../src/shared/review.ts';
import { openTestDb, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';

let desk: TestDb;
let clock: TestClock;
let review: Review;
let told: ReviewCounts[];
let novelty: Novelty;

beforeEach(() => {
  desk = openTestDb();
  clock = testClock();
  told = [];
  novelty = new Novelty(desk.db, builtinEmbedder(shippedLexicon));
  review = openReview({
    db: desk.db,
    clock,
    novelty,
    emit: (_name, value) => told.push(value as ReviewCounts),
    onDecided: () => undefined,
  });
  onTestFinished(() => {
    review.close();
    desk.cleanUp();
  });
});

const words = {
  text: '“Nanti saya kabari”: the answer is put off, often a gentle no that saves face',
  guidance: 'Offer a way out.',
  category: 'indirect_refusal',
  language: 'id',
  triggers: ['nanti saya kabari ya', 'nanti dikabari lagi'],
} as const;

const anInsightThatWaits = (slug: string, changes: object = {}): string => {
  clock.advance(1);
  const draft = { ...words, slug, status: 'review', review: { reason: 'one_client' }, ...changes } as const;
  return addInsight(desk.db, clock.now(), draft, 'night');
};

/** Two answers that wait, the informal one first. */
function answersThatWait(): { informal: string; formal: string } {
  const { db } = desk;
  const fact = { topic: 'Price', value: { id: '1', it: '1', en: '1' }, source: '', validUntil: null };
  saveHouseFact(db, { slug: 'kitas-price', ...fact }, clock.now());
  const text = 'The permit costs {{fact:kitas-price}}.';
  saveIntent(
    db,
    {
      slug: 'kitas-price',
      title: { id: 'Harga KITAS', it: 'Prezzo KITAS', en: 'Price of a KITAS' },
      threshold: null,
      variations: [{ language: 'en', text: 'how much is a kitas' }],
      answers: [
        { language: 'en', formality: 'informal', text, status: 'review' },
        { language: 'en', formality: 'formal', text: `Certainly. ${text}`, status: 'review' },
      ],
    },
    'import',
    clock.now(),
  );
  const idOf = (formality: string) =>
    listPreparedAnswers(db).find((one) => one.formality === formality)?.id ?? '';
  return { informal: idOf('informal'), formal: idOf('formal') };
}

const approve: ReviewVerdict = { decision: 'approve', reason: null, note: null, edit: null };
const reject: ReviewVerdict = { ...approve, decision: 'reject', reason: 'wrong', note: ' not in Bali ' };
const insights = (...ids: string[]) => ids.map((id) => ({ kind: 'insight' as const, id }));
const answer = (id: string) => [{ kind: 'answer' as const, id }];
const everything = { kind: null, reason: null };
const dump = () =>
  ['insights', 'triggers', 'prepared_answers', 'prepared_answer_facts'].map((table) =>
    desk.db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
  );

describe('the queue', () => {
  it('holds insights and answers with reason and origin, newest first, and nothing that does not wait', () => {
    const first = anInsightThatWaits('first', { review: { reason: 'injection', detail: 'add to your' } });
    const { informal } = answersThatWait();
    anInsightThatWaits('live', { status: 'live' });
    const last = anInsightThatWaits('last');
    const { items, hasMore } = review.list({ ...everything, before: null, limit: 10 });
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([first, informal, last]));
    expect(items).toHaveLength(4);
    expect(hasMore).toBe(false);
    expect(items[0]).toMatchObject({
      id: last,
      kind: 'insight',
      reason: 'one_client',
      triggers: words.triggers,
    });
    expect(items.at(-1)).toMatchObject({ id: first, reason: 'injection', reasonDetail: 'add to your' });
    expect(items.find(({ id }) => id === informal)).toMatchObject({
      kind: 'answer',
      reason: 'import',
      filled: 'The permit costs 1.',
      title: { it: 'Prezzo KITAS' },
    });
    expect(review.counts()).toEqual({
      total: 4,
      canUndo: false,
      groups: [
        { kind: 'answer', reason: 'import', n: 2 },
        { kind: 'insight', reason: 'injection', n: 1 },
        { kind: 'insight', reason: 'one_client', n: 1 },
      ],
    });
  });

  it('comes in pages of one kind and reason, without gaps or repeats', () => {
    const ids = Array.from({ length: 25 }, (_, n) => anInsightThatWaits(`n-${n}`));
    answersThatWait();
    const filter = { kind: 'insight', reason: 'one_client' } as const;
    const seen: string[] = [];
    for (let before: { createdAt: number; id: string } | null = null; ;) {
      const page = review.list({ ...filter, before, limit: 10 });
      seen.push(...page.items.map(({ id }) => id));
      before = page.items.at(-1) ?? null;
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(ids.toReversed());
    expect(review.refs(filter)).toHaveLength(25);
  });

  it('shows the nearest other insight beside one that waits', async () => {
    const id = anInsightThatWaits('nanti');
    anInsightThatWaits('far', { text: '“Om swastiastu” opens a formal letter', triggers: ['om swastiastu'] });
    const near = anInsightThatWaits('near', {
      status: 'live',
      text: '“Saya kabari nanti”: a gentle no, put off to save face',
      triggers: ['saya kabari nanti'],
    });
    expect(await review.nearest(id)).toMatchObject({ id: near, status: 'live' });
  });
});

describe('a decision', () => {
  it('approves, and is taken back exactly', async () => {
    const id = anInsightThatWaits('one');
    const { formal } = answersThatWait();
    const before = dump();
    const outcome = await review.decide([...insights(id), ...answer(formal)], approve);
    expect(outcome).toMatchObject({ decided: 2, skipped: 0, problem: null });
    expect(readInsight(desk.db, id)?.status).toBe('live');
    expect(listPreparedAnswers(desk.db).find((one) => one.id === formal)?.status).toBe('live');
    expect(told.at(-1)).toMatchObject({ total: 1, canUndo: true });
    expect(await review.undo(outcome.batchId)).toEqual({ undone: 2, kept: 0 });
    expect(dump()).toEqual(before);
    expect(told.at(-1)).toMatchObject({ total: 3, canUndo: false });
  });

  it('rejects with a reason that is kept', async () => {
    const id = anInsightThatWaits('one');
    await review.decide(insights(id), reject);
    expect(readInsight(desk.db, id)?.status).toBe('rejected');
    expect(desk.db.prepare('SELECT reason, note, decided_at FROM review_decisions').get()).toEqual({
      reason: 'wrong',
      note: 'not in Bali',
      decided_at: clock.now(),
    });
  });

  it('approves what was edited, and gives back what stood there before', async () => {
    const id = anInsightThatWaits('one');
    const { informal } = answersThatWait();
    const before = dump();
    const edit = { text: ' “Nanti ya”: not now. ', triggers: ['nanti ya', 'nanti ya', ' '] };
    await review.decide(insights(id), { ...approve, edit });
    expect(readInsight(desk.db, id)).toMatchObject({
      text: '“Nanti ya”: not now.',
      guidance: words.guidance,
      triggers: ['nanti ya'],
      status: 'live',
    });
    await review.decide(answer(informal), {
      ...approve,
      edit: { text: 'It is {{fact:kitas-price}}, all included.' },
    });
    await review.undo(null);
    await review.undo(null);
    const [insightsNow, , answersNow, factsNow] = dump();
    const [insightsThen, , answersThen, factsThen] = before;
    expect([insightsNow, answersNow, factsNow]).toEqual([insightsThen, answersThen, factsThen]);
    expect(readInsight(desk.db, id)?.triggers).toEqual(words.triggers);
  });

  it('refuses an edited answer with a figure of its own, or with a fact that is none, and changes nothing', async () => {
    const { informal } = answersThatWait();
    const before = dump();
    for (const text of ['It costs 500 dollars.', 'It costs {{fact:nothing}}.', '  '])
      await expect(review.decide(answer(informal), { ...approve, edit: { text } })).rejects.toMatchObject({
        code: 'bad_input',
      });
    expect(dump()).toEqual(before);
  });

  it('about what is in use already takes it out of use, and gives it back', async () => {
    const id = anInsightThatWaits('one', { status: 'live' });
    const before = dump();
    const { batchId } = await review.withdraw({ kind: 'insight', id });
    expect(readInsight(desk.db, id)?.status).toBe('rejected');
    expect(await review.withdraw({ kind: 'insight', id })).toMatchObject({ batchId: null, decided: 0 });
    await review.undo(batchId);
    expect(dump()).toEqual(before);
  });

  it('skips what does not wait any more', async () => {
    const ids = [anInsightThatWaits('one'), anInsightThatWaits('two')];
    setInsightStatus(desk.db, clock.now(), ids[0]!, 'live');
    expect(await review.decide(insights(...ids), reject)).toMatchObject({ decided: 1, skipped: 1 });
    expect(await review.decide(insights(...ids), reject)).toMatchObject({ batchId: null, decided: 0 });
  });

  it('that somebody went on from stays, and the others of its bulk are taken back', async () => {
    const ids = [anInsightThatWaits('one'), anInsightThatWaits('two')];
    const { batchId } = await review.decide(insights(...ids), approve);
    const { text: _text, ...rest } = words;
    saveInsight(desk.db, clock.now(), { ...rest, slug: 'one', text: 'Better said.' }, 'consultant');
    expect(await review.undo(batchId)).toEqual({ undone: 1, kept: 1 });
    expect(readInsight(desk.db, ids[0]!)).toMatchObject({ text: 'Better said.', status: 'live' });
    expect(readInsight(desk.db, ids[1]!)?.status).toBe('review');
    expect(await review.undo(batchId)).toEqual({ undone: 0, kept: 0 });
  });

  it('about five hundred lets everything else have its turn in between, and is one to take back', async () => {
    const ids = Array.from({ length: 500 }, (_, n) => anInsightThatWaits(`n-${n}`));
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const { batchId, decided } = await review.decide(insights(...ids), reject);
    isOver = true;
    expect(decided).toBe(500);
    expect(turns).toBeGreaterThanOrEqual(500 / 25);
    expect(await review.undo(batchId)).toEqual({ undone: 500, kept: 0 });
    expect(review.counts().total).toBe(500);
  });
});

it('what was decided about an insight or an answer goes with it', async () => {
  const id = anInsightThatWaits('one');
  const { formal } = answersThatWait();
  await review.decide([...insights(id), ...answer(formal)], approve);
  desk.db.prepare('DELETE FROM insights').run();
  desk.db.prepare('DELETE FROM prepared_answers').run();
  expect(desk.db.prepare('SELECT count(*) FROM review_decisions').pluck().get()).toBe(0);
});

describe('what a person rejected', () => {
  it('does not come back as an insight in other words', async () => {
    const id = anInsightThatWaits('nanti');
    await review.decide(insights(id), reject);
    await novelty.follow();
    const again = {
      slug: 'again',
      language: 'id',
      text: '“Nanti saya kabari ya” puts the answer off: a gentle no, often, to save face',
      triggers: ['saya kabari nanti aja', 'kabarnya nyusul'],
    } as const;
    const likeness = await novelty.likenessOf(again);
    expect(novelty.repeated(likeness)).toContain('nanti');
  });

  it('is what the next prepared answers are compared with, until the rejection is taken back', async () => {
    const { informal } = answersThatWait();
    const { intentId, text } = listPreparedAnswers(desk.db).find(({ id }) => id === informal)!;
    const { batchId } = await review.decide(answer(informal), reject);
    expect(rejectedAnswers(desk.db, intentId, 'en')).toEqual([{ formality: 'informal', text }]);
    await review.undo(batchId);
    expect(rejectedAnswers(desk.db, intentId, 'en')).toEqual([]);
  });
});
