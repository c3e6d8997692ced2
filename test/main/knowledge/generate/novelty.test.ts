import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { listRejected, readOpenBatch } from '../../../../src/main/db/knowledge-batches.ts';
import { readRun } from '../../../../src/main/db/knowledge-runs.ts';
import {
  addInsight,
  listInsights,
  removeInsight,
  setInsightStatus,
} from '../../../../src/main/db/insights.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { commitBatch } from '../../../../src/main/knowledge/generate/commit.ts';
import { insightList, type GeneratedItem } from '../../../../src/main/knowledge/generate/item.ts';
import { judge } from '../../../../src/main/knowledge/generate/judge.ts';
import { Novelty } from '../../../../src/main/knowledge/generate/novelty.ts';
import type { Cell } from '../../../../src/main/knowledge/generate/plan.ts';
import { openTestDb, type TestDb } from '../../../fixtures/desk.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { insightPool } from '../../../simulators/insight-pool.ts';
import { openFactory, runpodWithInsights, serverWithInsights, untilOver } from './factory.ts';

const known = {
  slug: 'nanti-saya-kabari',
  text: '“Nanti saya kabari ya kak”: often a gentle no, or somebody at home has not agreed yet',
  guidance: 'Ask whether anything is unclear. Leave the door open.',
  category: 'indirect_refusal',
  language: 'id',
  triggers: [
    'nanti saya kabari ya',
    'nanti dikabarin deh kak',
    'saya pikir-pikir dulu ya',
    'liat nanti aja kak',
  ],
} as const;

vi.setConfig({ testTimeout: 60_000 });

let desk: TestDb;
let novelty: Novelty;
beforeEach(() => {
  desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  novelty = new Novelty(desk.db, builtinEmbedder(shippedLexicon));
});

const repeated = async (changes: object) => {
  await novelty.follow();
  return novelty.repeated(await novelty.likenessOf({ ...known, ...changes }));
};

const others = ['besok aja deh', 'tanya suami dulu', 'kapan-kapan ya', 'masih mikir nih'];

it('a signal that exists is not new: by its words, by its triggers, or in slightly other words', async () => {
  addInsight(desk.db, 1, known, 'starter');
  expect(await repeated({ triggers: others })).toContain('in the same words');
  expect(
    await repeated({ text: '“Kabar menyusul”: the matter rests with somebody who is never named' }),
  ).toContain('the triggers of nanti-saya-kabari');
  const other =
    '“Duh saya malu nanya soal overstay”: shame about a date that was missed, and fear of being scolded';
  expect(await repeated({ text: other, triggers: ['malu nanya overstay', 'takut dimarahin'] })).toBeNull();
});

it('the same words in another language are another signal', async () => {
  addInsight(desk.db, 1, known, 'starter');
  expect(await repeated({ language: 'ban' })).toBeNull();
});

it('what a person rejected does not come back, and what is gone may', async () => {
  addInsight(desk.db, 1, known, 'starter');
  const { id } = listInsights(desk.db)[0]!;
  setInsightStatus(desk.db, 2, id, 'rejected');
  expect(await repeated({})).toContain('nanti-saya-kabari');
  removeInsight(desk.db, id);
  expect(await repeated({})).toBeNull();
});

it('a model is told what exists nearby, also what waits for a person, before it writes', async () => {
  const place = await runpodWithInsights();
  const core = await openFactory(place, { withStarter: true });
  const { id } = core.generation.start({ target: 10, goesTo: 'review' });
  core.jobs.start();
  await untilOver(core, id);
  const [first] = place.simulator.submissions;
  const prompt = JSON.stringify(first!.input);
  const { language } = listInsights(core.db, { status: 'review' })[0]!;
  const told = listInsights(core.db, { status: 'live', language }).filter(({ text }) =>
    prompt.includes(text.slice(0, 60)),
  );
  expect(told.length).toBeGreaterThan(5);
  const [made] = listInsights(core.db, { status: 'review' });
  const follower = new Novelty(core.db, builtinEmbedder(shippedLexicon));
  await follower.follow();
  expect(await follower.nearest(made!.text, made!.language, 1)).toEqual([made!.text]);
});

it('two batches that were judged at one time do not bring the same insight twice', async () => {
  const core = await openFactory(await serverWithInsights());
  const { id } = core.generation.start({ target: 40, goesTo: 'live' });
  const cell: Cell = {
    name: 'trust/a/b',
    category: 'trust',
    language: 'it',
    about: { category: '', culture: '', situation: '' },
  };
  const content = '<task count="10" category="trust" language="it">';
  const text = insightPool().answer({ messages: [{ role: 'user', content }] });
  const reading = insightList(10).read({ text, isCut: false });
  const shared = new Novelty(core.db, builtinEmbedder(shippedLexicon));
  const { signal } = new AbortController();
  const [one, two] = await Promise.all([
    judge(reading, cell, shared, signal),
    judge(reading, cell, shared, signal),
  ]);
  expect(one.passed.length).toBeGreaterThan(5);
  expect(two.passed).toHaveLength(one.passed.length);
  const commit = (ordinal: number, judged: typeof one) => {
    const batch = readOpenBatch(core.db, id, ordinal)!;
    const written = { run: readRun(core.db, id), batch, judged, model: null, promptVersion: 'p' };
    return core.db.transaction(() => commitBatch(core.db, shared, written, Date.now()))();
  };
  expect(commit(1, one)).toBe(one.passed.length);
  expect(commit(2, two)).toBe(0);
  const late = listRejected(core.db, id, 100).filter(({ reason }) => reason === 'not_new');
  expect(late).toHaveLength(one.passed.length);
  const raw = JSON.parse(late[0]!.raw) as GeneratedItem;
  expect(listInsights(core.db).map((insight) => insight.text)).toContain(raw.text);
});
