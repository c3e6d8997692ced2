import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../../src/main/knowledge/knowledge.ts';
import { setInsightStatus } from '../../../src/main/db/insights.ts';
import { tuning, unseen, type JudgedMessage } from './messages.ts';
import { openShelf, starterPack, type Shelf } from './shelf.ts';

let shelf: Shelf;
let knowledge: Knowledge;
beforeAll(async () => {
  shelf = openShelf(starterPack);
  shelf.clock.advance(1_000);
  knowledge = await shelf.open();
  await knowledge.rebuild();
});
afterAll(() => shelf.clear());

/** Share of the messages of a kind whose insight is among the first `depth`; for plain ones, that get none. */
async function shareRight(
  messages: readonly JudgedMessage[],
  kind: JudgedMessage['kind'],
  depth = 1,
): Promise<number> {
  const ofKind = messages.filter((message) => message.kind === kind);
  let right = 0;
  for (const { text, fits } of ofKind) {
    const found = await knowledge.retrieve(text);
    if (fits === null ? found.length === 0 : found.slice(0, depth).some(({ slug }) => slug === fits)) right++;
  }
  return right / ofKind.length;
}

describe.each([
  ['tuned on', tuning],
  ['not seen while tuning', unseen],
])('messages %s', (_what, messages) => {
  test('that contain a phrase, also in two languages, find its insight first; with typos mostly', async () => {
    expect(await shareRight(messages, 'phrase')).toBe(1);
    expect(await shareRight(messages, 'mixed')).toBe(1);
    expect(await shareRight(messages, 'typo', 5)).toBeGreaterThanOrEqual(0.75);
  });

  test('that say it in other words mostly find it', async () => {
    expect(await shareRight(messages, 'paraphrase', 5)).toBeGreaterThanOrEqual(0.75);
  });

  test('that ask a plain question get no insight', async () => {
    expect(await shareRight(messages, 'plain')).toBeGreaterThanOrEqual(0.9);
  });
});

test('words alone, without an index, find most of what contains a phrase', async () => {
  const never = { id: 'never', dimension: 8, embed: () => new Promise<never>(() => undefined) };
  const wordsOnly = await shelf.open({ embedder: never, dir: `${shelf.indexDir}-none` });
  const [found] = await wordsOnly.retrieve('maaf kak aku sungkan mau tanya');
  expect(found).toMatchObject({ slug: 'aku-malu-before-question', vectorScore: null });
});

test('says how each insight was found', async () => {
  const [found] = await knowledge.retrieve('jujur aku takut ditipu kak');
  expect(found).toMatchObject({
    slug: 'takut-ditipu',
    category: 'trust',
    language: 'id',
    trigger: 'takut ditipu',
  });
  expect(found?.lexicalScore).toBeGreaterThan(0.7);
  expect(found?.vectorScore).toBeGreaterThan(0.5);
  expect(found?.score).toBeGreaterThan(0.9);
  expect(found?.score).toBeLessThanOrEqual(1);
});

test('gives each insight once, best first, at most as many as asked for', async () => {
  const text =
    'maaf ganggu kak, gak enak sama beliau, aku malu nanya, takut ditipu, belum sempet, pikir2 dulu ya';
  const found = await knowledge.retrieve(text, { limit: 4 });
  expect(found).toHaveLength(4);
  expect(new Set(found.map(({ insightId }) => insightId)).size).toBe(4);
  const scores = found.map(({ score }) => score);
  expect(scores).toEqual(scores.slice().sort((left, right) => right - left));
});

test.each([
  '',
  '   ',
  '👍',
  '"',
  'NEAR(aku malu)',
  "aku' OR 1=1; --",
  'text:malu AND NOT *',
  '((((',
  'ş'.repeat(50),
  '\u0000aku\u0000',
  '你好，请问签证多少钱',
  '\ud800',
  'a',
])('takes any text: %j', async (text) => {
  await expect(knowledge.retrieve(text)).resolves.toBeInstanceOf(Array);
});

test('takes a text of 100,000 characters', async () => {
  const found = await knowledge.retrieve(`aku malu nanya ${'panjang sekali '.repeat(6_700)}`);
  expect(found[0]?.slug).toBe('aku-malu-before-question');
});

test('keeps no vector of a message, which is a client’s', async () => {
  const count = shelf.db.prepare('SELECT count(*) FROM embeddings').pluck();
  const before = count.get();
  await knowledge.retrieve('nama saya Putu dan aku malu nanya');
  expect(count.get()).toBe(before);
});

test('an insight that waits for review is not found', async () => {
  const [found] = await knowledge.retrieve('takut ditipu');
  setInsightStatus(shelf.db, shelf.clock.now(), found?.insightId ?? '', 'review');
  expect((await knowledge.retrieve('takut ditipu')).map(({ slug }) => slug)).not.toContain('takut-ditipu');
  setInsightStatus(shelf.db, shelf.clock.now(), found?.insightId ?? '', 'live');
});
