import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { evaluateRetrieval } from '../../../../../src/main/eval/retrieval.ts';
import { readRetrievalSet } from '../../../../../src/main/eval/retrieval-set.ts';
import { nightPool } from '../../../../simulators/night-pool.ts';
import { openNightDesk } from '../night-desk.ts';

vi.setConfig({ testTimeout: 180_000 });

const fixture = (name: string) => ({
  name,
  jsonl: readFileSync(new URL(`../../../../fixtures/eval/${name}`, import.meta.url), 'utf8'),
});

/** Messages of the set that search fails; so many are yesterday's. */
const mostMissed = 18;

it('what is learnt from misses makes search find more, and plain messages no more than before', async () => {
  const set = readRetrievalSet(fixture('retrieval-insights.jsonl'), fixture('retrieval-queries.jsonl'));
  const desk = await openNightDesk(set.insights);
  const measure = () =>
    evaluateRetrieval({ knowledge: desk.knowledge, queries: set.queries, idOf: set.idOf });
  const before = await measure();
  const slugs = new Map([...set.idOf].map(([slug, id]) => [id, slug]));
  const slugOf = (id: string) => slugs.get(id) ?? id;
  const texts = new Map<string, string>();
  const client = desk.client('Nessuno Qui');
  for (const { text, relevant, found } of before.failures) {
    const slug = slugOf(relevant.find((id) => !found.includes(id)) ?? '');
    const insight = desk.db
      .prepare<[string], string>('SELECT text FROM insights WHERE slug = ?')
      .pluck()
      .get(slug);
    if (relevant.length === 0 || insight === undefined || texts.size >= mostMissed) continue;
    texts.set(text.replaceAll(/\s+/g, ' ').slice(0, 30), insight);
    desk.talk(client, { text, reply: { used: [slug] } });
  }
  const pool = nightPool({
    phraseFor: (text) => {
      const insight = texts.get(text.slice(0, 30));
      const phrase = text
        .split(' ')
        .slice(0, 7)
        .join(' ')
        .replace(/[.,!?]+$/, '');
      const meant = new RegExp((insight ?? 'none').slice(0, 20).replaceAll(/[^\p{L} ]/gu, '.'), 'u');
      return insight === undefined ? null : { insight: meant, phrase };
    },
  });
  const { learnt } = await desk.night(pool);
  expect(learnt.counts['triggers']).toBeGreaterThanOrEqual(8);
  const after = await measure();
  expect(after.result.recallAt5).toBeGreaterThan(before.result.recallAt5 ?? 1);
  expect(after.result.silentOnPlain).toBeGreaterThanOrEqual(before.result.silentOnPlain ?? 1);
  for (const [kind, figures] of Object.entries(before.result.byKind))
    expect(after.result.byKind[kind]?.recallAt5 ?? 1).toBeGreaterThanOrEqual(figures.recallAt5 ?? 1);
});
