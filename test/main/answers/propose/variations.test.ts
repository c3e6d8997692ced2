import { expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '../../../../src/main/core.ts';
import { listIntents } from '../../../../src/main/db/intents.ts';
import { readJob } from '../../../../src/main/db/job-rows.ts';
import { listProposedVariations } from '../../../../src/main/db/proposed-variations.ts';
import { proposalPool } from '../../../simulators/proposal-pool.ts';
import { startLlamaServer } from '../../../simulators/llama-server.ts';
import { openFactory } from '../../knowledge/generate/factory.ts';

vi.setConfig({ testTimeout: 90_000 });

const slug = 'kitas-investor-price';
const good = 'kira-kira habis duit berapa buat KITAS investor';
const duration = 'berapa lama proses KITAS investor';
const other = 'KITAS pensiun kena duit berapa totalnya';

async function deskThat(pool: ReturnType<typeof proposalPool>): Promise<Core> {
  const server = await startLlamaServer({ answer: pool.answer });
  onTestFinished(() => server.close());
  return openFactory({ kind: 'openai', url: server.url, key: '' }, { withStarter: true });
}

async function proposed(core: Core) {
  const started = await core.proposals.start({ intent: slug, language: 'id' });
  core.jobs.start();
  await vi.waitFor(
    () => expect(started.jobs.every((id) => readJob(core.db, id).finishedAt !== null)).toBe(true),
    { timeout: 60_000, interval: 50 },
  );
  const [id = ''] = started.jobs;
  return { ...started, job: readJob(core.db, id) };
}

const all = (core: Core) => listProposedVariations(core.db, ['waiting', 'approved', 'rejected']);
const inUse = (core: Core) =>
  listIntents(core.db)
    .find((one) => one.slug === slug)
    ?.variations.map(({ text }) => text);

it('takes what only this question is asked by, and refuses what would make the matcher wrong', async () => {
  const pool = proposalPool({
    variations: [
      good,
      duration,
      other,
      'Quanto costa il KITAS investitore per favore?',
      'tanya budi@mail.com soal KITAS investor',
    ],
  });
  const core = await deskThat(pool);
  const { job } = await proposed(core);
  expect(job).toMatchObject({ state: 'done' });
  const reasons = Object.fromEntries(all(core).map(({ text, reason, state }) => [text, reason ?? state]));
  expect(reasons).toMatchObject({
    [good]: 'approved',
    [duration]: 'other_question',
    [other]: 'other_question',
    'Quanto costa il KITAS investitore per favore?': 'language',
    'tanya budi@mail.com soal KITAS investor': 'personal_data',
  });
  expect(inUse(core)).toContain(good);
  expect(inUse(core)).not.toContain(duration);
  const [{ model, promptVersion, decidedBy } = all(core)[0]!] = all(core);
  expect([model, decidedBy]).toEqual(['meta-llama/Llama-3.3-70B-Instruct', 'gates']);
  expect(promptVersion).toMatch(/^propose-variations-[0-9a-f]{8}$/);
});

it('does not propose again what was refused or taken, and tells the model so', async () => {
  const pool = proposalPool({ variations: [good, duration] });
  const core = await deskThat(pool);
  await proposed(core);
  await proposed(core);
  expect(pool.tasks[1]).toContain(`<refused>`);
  expect(pool.tasks[1]).toContain(duration);
  const again = all(core).filter(({ reason }) => reason === 'not_new');
  expect(again.map(({ text }) => text).sort()).toEqual([duration, good].sort());
  expect(inUse(core)?.filter((text) => text === good)).toHaveLength(1);
});
