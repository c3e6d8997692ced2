import { expect, it, onTestFinished, vi } from 'vitest';
import { startDemoServer } from '../../../src/demo/server.ts';
import { demoLlamaPath } from '../../../src/demo/llama/llama.ts';
import { claimList } from '../../../src/main/analysis/claim.ts';
import { withDemoLlama } from '../../../src/main/demo-endpoint.ts';
import { preparedSoFar } from '../../../src/main/db/answer-origins.ts';
import { insightList } from '../../../src/main/knowledge/generate/item.ts';
import { openaiEndpoint } from '../../../src/main/llama/openai.ts';
import type { LlamaRequest } from '../../../src/main/llama/endpoint.ts';
import { applyPatch, defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { openFactory, untilOver } from '../../main/knowledge/generate/factory.ts';
import { nightOf, talk } from '../../fixtures/nights.ts';
import { listInsights } from '../../../src/main/db/insights.ts';
import { seededRandom } from '../../fixtures/random.ts';

vi.setConfig({ testTimeout: 120_000 });

const { signal } = new AbortController();

async function startLlama(chance = () => 0.5) {
  const server = await startDemoServer({ pace: 0, chance });
  onTestFinished(() => server.close());
  const url = `${server.url}${demoLlamaPath}`;
  return { url, endpoint: openaiEndpoint({ baseUrl: url, model: '', key: () => null, concurrency: 4 }) };
}

const insightsRequest = (count: number): LlamaRequest =>
  insightList(count).request({
    messages: [{ role: 'user', content: `<task count="${count}" category="money" language="it">` }],
    maxTokens: 2_000,
    temperature: 1,
  });

it('answers a test by the name of the demo', async () => {
  const { endpoint } = await startLlama();
  expect(await endpoint.test(signal)).toMatchObject({ ok: true, model: 'llama-demo' });
});

it('writes insights of the category and language that a task asks for, none of them twice', async () => {
  const { endpoint } = await startLlama();
  const texts = new Set<string>();
  for (let batch = 0; batch < 5; batch += 1) {
    const started = await endpoint.start(insightsRequest(10), signal);
    if (started.state !== 'done') throw new Error('It answers in one go.');
    const { items } = insightList(10).read(started.reply);
    expect(items.map(({ category, language }) => `${category} ${language}`)).toEqual(
      Array.from({ length: 10 }, () => 'money it'),
    );
    for (const { text } of items) texts.add(text);
    expect(started.reply.usage?.outputTokens).toBeGreaterThan(500);
  }
  expect(texts.size).toBe(50);
});

it('refuses a task that it has no example for, and does not answer it as a chat', async () => {
  const { endpoint } = await startLlama();
  const request = { ...insightsRequest(1), schema: { name: 'night_dream', jsonSchema: {} } };
  await expect(endpoint.start(request, signal)).rejects.toMatchObject({ code: 'refused' });
});

it('gives a whole run what it needs, through the slips that it makes', async () => {
  const { url } = await startLlama(seededRandom(7));
  const core = await openFactory({ kind: 'openai', url, key: '' }, { withStarter: true });
  const run = core.generation.start({ target: 120, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, run.id);
  const [made] = core.generation.list();
  expect(made).toMatchObject({ state: 'done', ending: 'target', taken: 120 });
  expect(made?.rejected).toBeGreaterThan(0);
});

it('writes answers to every question of the starter pack, and only those with a figure of their own are refused', async () => {
  const { url } = await startLlama(seededRandom(11));
  const core = await openFactory({ kind: 'openai', url, key: '' }, { withStarter: true });
  const { jobs } = core.preparation.start();
  core.jobs.start();
  await vi.waitFor(() => expect(preparedSoFar(core.db, jobs).alive).toBe(0), {
    timeout: 100_000,
    interval: 100,
  });
  expect(preparedSoFar(core.db, jobs)).toMatchObject({ failed: 0 });
  const refused = core.db
    .prepare<[], { reason: string; detail: string; raw: string }>(
      'SELECT reason, detail, raw FROM rejected_answers',
    )
    .all()
    .filter(({ reason }) => !['figure', 'cut', 'unreadable'].includes(reason));
  expect(refused).toEqual([]);
});

it('understands a conversation by the client’s own words, letter for letter, and by nobody else’s', async () => {
  const { endpoint } = await startLlama();
  const said = [
    'Scusate il disturbo. Vorrei aprire un piccolo ristorante con mia moglie, ma ho paura di buttare via tutto!',
    'Capisco che lei sia preoccupato: ne parliamo con calma.',
    'Mi spiegate passo per passo? Intanto grazie mille.',
  ];
  const messages = said.map(
    (text, at) =>
      `<message n="${at + 1}" by="${at === 1 ? 'office' : 'client'}" at="2026-11-25 10:00">${text}</message>`,
  );
  const content = `<task language="en">\n</task>\n<conversation>\n${messages.join('\n')}\n</conversation>`;
  const request = claimList.request({
    messages: [{ role: 'user', content }],
    maxTokens: 3_000,
    temperature: 0,
  });
  const started = await endpoint.start(request, signal);
  if (started.state !== 'done') throw new Error('It answers in one go.');
  const { items } = claimList.read(started.reply);
  expect(items.map(({ topic, message }) => `${topic} ${message}`)).toEqual([
    'mood 1', 'anxiety 1', 'culture 1', 'dream 1', 'life 1', 'fact 1', 'need 1', 'mood 3', 'style 3', 'next_step 3',
  ]); // prettier-ignore
  for (const { quote, message } of items) expect(said[message - 1]).toContain(quote);
  expect(items[0]).toMatchObject({ text: 'Worried', quote: expect.stringContaining('ho paura') as string });
});

it('is where the settings of the demo say that LLaMA is, and nothing of that is written down', () => {
  let kept: Settings = defaultSettings;
  const store = {
    read: () => kept,
    change: (patch: Parameters<typeof applyPatch>[1]) => (kept = applyPatch(kept, patch)),
  };
  const demo = withDemoLlama(store, 'http://127.0.0.1:4711');
  expect(demo.read().llama).toMatchObject({ kind: 'openai', url: 'http://127.0.0.1:4711/llama/v1' });
  const changed = demo.change({ llama: { ...demo.read().llama, concurrency: 2 } });
  expect(changed.llama).toMatchObject({ kind: 'openai', concurrency: 2 });
  expect(kept.llama).toMatchObject({ kind: 'runpod', url: '', concurrency: 2 });
});

it('gets a night through: what two clients said goes to work, what one said waits, and no words are invented', async () => {
  const { url } = await startLlama();
  const core = await openFactory({ kind: 'openai', url, key: '' }, { withStarter: true });
  for (const name of ['Giulia Bianchi', 'Paolo Verdi'])
    talk(core, name, 'Vorrei aprire un bar ma ho paura di sbagliare tutto');
  talk(core, 'Emily Carter', 'My husband is worried about it, sorry to bother you');
  expect((await nightOf(core)).report?.failures).toEqual([]);
  const made = listInsights(core.db).filter(({ source }) => source === 'night');
  expect(made.filter(({ status }) => status === 'live').map(({ language }) => language)).toEqual(['it']);
  expect(made.filter(({ status }) => status === 'review').map(({ language }) => language)).toContain('en');
});
