import { describe, expect, it } from 'vitest';
import { formatInsightId } from '../../../src/main/chat/insight-id.ts';
import type { FoundInsight } from '../../../src/main/chat/ports.ts';
import { readInsightNumbers } from '../../../src/main/db/insight-numbers.ts';
import { removeInsight, setInsightStatus } from '../../../src/main/db/insights.ts';
import { listSearchMisses, readInsightUsage } from '../../../src/main/db/used-insights.ts';
import { anInsight } from '../../fixtures/insights.ts';
import type { Step } from '../../simulators/steps.ts';
import { startChat, turnTexts, type ChatHarness } from './harness.ts';

interface Shelf extends ChatHarness {
  /** Ids by slug, of the insights and as prompts call them. */
  readonly ids: Readonly<Record<Slug, { readonly insightId: string; readonly id: string }>>;
}

const slugs = ['found', 'also-found', 'listed', 'opened', 'retired', 'deleted'] as const;
type Slug = (typeof slugs)[number];

/** A desk whose search finds the first two insights; the catalogue of today lists them all. */
async function startShelf(): Promise<Shelf> {
  const found: FoundInsight[] = [];
  const desk = await startChat({ knowledge: { retrieve: async () => found } });
  const entries = slugs.map((slug) => {
    const insight = anInsight(desk.db, slug);
    const number = readInsightNumbers(desk.db, [insight.id]).get(insight.id) ?? 0;
    return [slug, { insight, insightId: insight.id, id: formatInsightId(number) }] as const;
  });
  for (const [, { insight }] of entries.slice(0, 2))
    found.push({
      insightId: insight.id,
      text: insight.text,
      guidance: insight.guidance,
      language: insight.language,
      score: 0.7,
      lexicalScore: 0.7,
      vectorScore: null,
      trigger: null,
    });
  return { ...desk, ids: Object.fromEntries(entries) as unknown as Shelf['ids'] };
}

const named = (...ids: readonly string[]): Step => ({
  kind: 'reply',
  text: `Ecco.\n\n<<used: ${ids.join(' ')}>>`,
});
const opening = (...ids: readonly string[]): Step => ({
  kind: 'toolUse',
  name: 'open_insights',
  input: { ids },
});

/** What details say of each insight, by slug. */
function useOf(desk: Shelf, replyId: string) {
  const bySlug = new Map(slugs.map((slug) => [desk.ids[slug].insightId, slug]));
  return Object.fromEntries(
    desk.chat
      .details(replyId)
      .insights.map(({ insightId, origin, isUsed }) => [bySlug.get(insightId), [origin, isUsed]]),
  );
}

describe('the insights a reply names', () => {
  it('are told by how they were found; what search found in vain is seen too', async () => {
    const desk = await startShelf();
    const { found, listed, opened } = desk.ids;
    desk.simulator.enqueue(opening(opened.id), named(found.id, listed.id, opened.id));
    const reply = await desk.answer();
    expect(useOf(desk, reply.id)).toEqual({
      found: ['search', true],
      'also-found': ['search', false],
      listed: ['catalogue', true],
      opened: ['opened', true],
    });
    const { naming, toolCalls, insights } = desk.chat.details(reply.id);
    expect(naming).toEqual({ kind: 'named', ignored: 0 });
    expect(insights.map(({ score }) => score)).toEqual([0.7, 0.7, null, null]);
    expect(toolCalls[0]?.output).toMatch(
      new RegExp(`^<insight id="${opened.id}" language="id">\\n<signal>“opened”.*\\n<guidance>Answer opened`),
    );
  });

  it.each([
    ['no line', 'Ecco.', 'missing', null],
    ['a line that cannot be read', 'Ecco.\n<<used: all of them>>', 'unreadable', null],
    ['none', 'Ecco.\n<<used: none>>', 'none', false],
  ] as const)('are none with %s', async (_, text, kind, isUsed) => {
    const desk = await startShelf();
    desk.simulator.enqueue({ kind: 'reply', text });
    const reply = await desk.answer();
    expect(desk.chat.details(reply.id).naming).toEqual({ kind, ignored: 0 });
    expect(useOf(desk, reply.id)).toEqual({ found: ['search', isUsed], 'also-found': ['search', isUsed] });
  });

  it('do not count when they are unknown, misspelt, or too many to be true; how many is kept', async () => {
    const desk = await startShelf();
    const { found } = desk.ids;
    const misspelt = `${found.id.startsWith('h') ? 'j' : 'h'}${found.id.slice(1)}`;
    const many = Array.from({ length: 12 }, (_, index) => formatInsightId(index + 900));
    desk.simulator.enqueue(named(misspelt, formatInsightId(99), found.id), named(...many, found.id));
    const reply = await desk.answer();
    expect(desk.chat.details(reply.id).naming).toEqual({ kind: 'named', ignored: 2 });
    expect(useOf(desk, reply.id)).toMatchObject({ found: ['search', true] });
    const next = await desk.answer();
    expect(desk.chat.details(next.id).naming).toEqual({ kind: 'named', ignored: 13 });
  });

  it('do not count once they were withdrawn, though their line stays until tomorrow', async () => {
    const desk = await startShelf();
    desk.simulator.enqueue(named('none'));
    await desk.answer();
    const { retired, deleted, listed } = desk.ids;
    setInsightStatus(desk.db, 2, retired.insightId, 'retired');
    removeInsight(desk.db, deleted.insightId);
    desk.simulator.enqueue(opening(retired.id, deleted.id), named(retired.id, deleted.id, listed.id));
    const reply = await desk.answer();
    const prompts = desk.simulator.requests.map(({ messages }) => messages?.system?.[1]);
    expect(new Set(prompts.map((block) => JSON.stringify(block))).size).toBe(1);
    expect(turnTexts(desk.simulator, 1).at(-1)).toContain(
      `<withdrawn_insights ids="${retired.id} ${deleted.id}" />`,
    );
    const { toolCalls, naming } = desk.chat.details(reply.id);
    expect(toolCalls[0]?.output).not.toContain('<insight');
    expect(toolCalls[0]?.output.match(/There is no insight/g)).toHaveLength(2);
    expect(naming).toEqual({ kind: 'named', ignored: 2 });
    expect(useOf(desk, reply.id)).toMatchObject({ listed: ['catalogue', true] });
    expect(readInsightUsage(desk.db, retired.insightId).timesUsed).toBe(0);
  });

  it('do not count when the prompt did not show them', async () => {
    const desk = await startShelf();
    desk.simulator.enqueue(named('none'));
    await desk.answer();
    const { id } = anInsight(desk.db, 'of-today');
    const number = readInsightNumbers(desk.db, [id]).get(id) ?? 0;
    desk.simulator.enqueue(named(formatInsightId(number)), opening(formatInsightId(number)));
    const guessed = await desk.answer();
    expect(desk.chat.details(guessed.id).naming).toEqual({ kind: 'named', ignored: 1 });
    desk.simulator.enqueue(named(formatInsightId(number)));
    const looked = await desk.answer();
    expect(desk.chat.details(looked.id).insights.at(-1)).toMatchObject({ insightId: id, origin: 'opened' });
  });

  it('are counted over the replies that are kept, with their last time', async () => {
    const desk = await startShelf();
    const { found } = desk.ids;
    desk.simulator.enqueue(named(found.id), named(found.id), named('none'));
    const first = await desk.answer();
    desk.chat.send(first.id, first.text);
    desk.clock.advance(1_000);
    const second = await desk.answer();
    expect(readInsightUsage(desk.db, found.insightId)).toEqual({
      timesUsed: 2,
      lastUsedAt: desk.clock.now(),
      timesFound: 2,
    });
    const again = desk.chat.regenerate(second.id, null);
    await desk.chat.finished(again.id);
    expect(readInsightUsage(desk.db, found.insightId)).toMatchObject({ timesUsed: 1, timesFound: 2 });
  });
});

describe('the list of what search missed', () => {
  it('has message, insight and what search had found, and no text of the client', async () => {
    const desk = await startShelf();
    const { found, listed, opened } = desk.ids;
    desk.simulator.enqueue(opening(opened.id), named(found.id, listed.id, opened.id));
    const reply = await desk.answer('Non so se dirlo a mia moglie');
    const misses = listSearchMisses(desk.db, { since: 0, limit: 10 });
    expect(misses).toMatchObject([
      { slug: 'listed', origin: 'catalogue', insightId: listed.insightId },
      { slug: 'opened', origin: 'opened', insightId: opened.insightId },
    ]);
    expect(misses[0]).toMatchObject({
      clientId: desk.client.id,
      messageId: reply.repliesTo,
      replyId: reply.id,
      state: 'draft',
      thumb: null,
      found: [
        { slug: 'found', score: 0.7 },
        { slug: 'also-found', score: 0.7 },
      ],
    });
    expect(JSON.stringify(misses)).not.toContain('moglie');
    expect(listSearchMisses(desk.db, { since: desk.clock.now() + 1, limit: 10 })).toEqual([]);
    expect(listSearchMisses(desk.db, { since: 0, limit: 1 })).toHaveLength(1);
  });

  it('forgets what was replaced, and insights that are not in use any more', async () => {
    const desk = await startShelf();
    const { listed, opened } = desk.ids;
    desk.simulator.enqueue(named(listed.id, opened.id), named(opened.id));
    const reply = await desk.answer();
    const again = desk.chat.regenerate(reply.id, null);
    await desk.chat.finished(again.id);
    expect(listSearchMisses(desk.db, { since: 0, limit: 10 })).toMatchObject([
      { slug: 'opened', replyId: again.id },
    ]);
    setInsightStatus(desk.db, 3, opened.insightId, 'rejected');
    expect(listSearchMisses(desk.db, { since: 0, limit: 10 })).toEqual([]);
  });
});
