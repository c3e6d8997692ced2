import { expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '../../../../src/main/core.ts';
import { approveIntent, rejectIntent, undoIntent } from '../../../../src/main/answers/propose/accept.ts';
import { saveHouseFact } from '../../../../src/main/db/house-facts.ts';
import { listIntents } from '../../../../src/main/db/intents.ts';
import { readJob } from '../../../../src/main/db/job-rows.ts';
import { listProposedIntents } from '../../../../src/main/db/proposed-intents.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { aClient } from '../../../fixtures/desk.ts';
import { motorbikeQuestion } from '../../../fixtures/motorbike-question.ts';
import { aConversation, aMessage } from '../../../fixtures/messages.ts';
import { proposalPool } from '../../../simulators/proposal-pool.ts';
import { startLlamaServer } from '../../../simulators/llama-server.ts';
import { openFactory } from '../../knowledge/generate/factory.ts';

vi.setConfig({ testTimeout: 90_000 });

const good = { ...motorbikeQuestion, facts: ['motorbike-rental', 'no-such-fact'] } as const;
const scooter = {
  ...good,
  variations: [
    ...good.variations,
    // Asked as another question, and somebody's.
    { language: 'en', text: 'what are your opening hours' },
    { language: 'en', text: 'motorbike for [NAME_1], how much?' },
  ],
} as const;

type Said = readonly [name: string, language: Language, text: string];
const said: readonly Said[] = [
  ['Ayu Lestari', 'id', 'Berapa biaya sewa motor per bulan? Hubungi Ayu Lestari ya'],
  ['Mario Rinaldi', 'it', 'Quanto costa noleggiare una moto al mese?'],
  ['Emily Carter', 'en', 'How much is it to rent a motorbike per month?'],
];

function writes(core: Core, rows: readonly Said[]): string[] {
  return rows.map(([name, language, text], at) => {
    const client = aClient(core.db, { name, language });
    const conversationId = aConversation(core.db, client.id);
    const clientId = client.id;
    aMessage(core.db, { clientId, conversationId, text, language, at: core.clock.now() + at });
    return clientId;
  });
}

type Intent = Parameters<typeof proposalPool>[0]['intent'];

/** `withStarter`: with other questions, which what is proposed must not be taken for. */
async function desk(intent: Intent = good, { rows = said, withStarter = false } = {}) {
  const pool = proposalPool({ intent });
  const server = await startLlamaServer({ answer: pool.answer });
  onTestFinished(() => server.close());
  const core = await openFactory({ kind: 'openai', url: server.url, key: '' }, { withStarter });
  return { core, pool, clients: writes(core, rows) };
}

async function proposed(core: Core) {
  const started = await core.proposals.start({ what: 'intents' });
  core.jobs.start();
  await vi.waitFor(
    () => expect(started.jobs.every((id) => readJob(core.db, id).finishedAt !== null)).toBe(true),
    { timeout: 60_000, interval: 50 },
  );
  return started;
}

const waiting = (core: Core) => listProposedIntents(core.db, ['waiting']);

it('proposes the question that came often, told without names, and lets it wait for a person', async () => {
  const { core, pool } = await desk(scooter, { withStarter: true });
  const phone = { id: '+62 811 394 0021', it: '+62 811 394 0021', en: '+62 811 394 0021' };
  const fact = { slug: 'office-phone', topic: 'office phone', value: phone, source: 'x', validUntil: null };
  core.db.transaction(() => saveHouseFact(core.db, fact, 1))();
  const started = await proposed(core);
  expect(pool.tasks[0]).toContain('- office-phone (office phone)\n');
  expect(started).toMatchObject({ added: 1, questions: 1 });
  expect(pool.tasks[0]).toContain('Quanto costa noleggiare una moto al mese?');
  expect(pool.tasks[0]).not.toMatch(/Ayu|Lestari|Emily|811/);
  const [proposal] = waiting(core);
  expect(proposal).toMatchObject({ title: scooter.title, times: 3, clients: 3, facts: [], reason: 'wished' });
  expect(proposal?.variations).toEqual(scooter.variations.slice(0, 6));
  expect(listIntents(core.db).some(({ title }) => title.en === scooter.title.en)).toBe(false);
  // What waits is not asked about again.
  expect(await core.proposals.start({ what: 'intents' })).toMatchObject({ added: 0, questions: 0 });
});

it('becomes a question whose answers are asked for where facts hold, and is off where none does', async () => {
  for (const hasFact of [true, false]) {
    const { core } = await desk();
    const value = { id: '1 juta', it: '1 milione', en: '1 million' };
    const fact = {
      slug: 'motorbike-rental',
      topic: 'motorbike rental',
      value,
      source: 'x',
      validUntil: null,
    };
    if (hasFact) core.db.transaction(() => saveHouseFact(core.db, fact, 1))();
    await proposed(core);
    await core.jobs.stop();
    const id = waiting(core)[0]?.id ?? '';
    const decided = core.db.transaction(() => approveIntent(core.db, id, 5))();
    const made = listIntents(core.db).find(({ slug }) => slug === 'monthly-motorbike-rental');
    expect(made).toMatchObject({ title: scooter.title, isEnabled: hasFact });
    expect(made?.variations).toHaveLength(6);
    const asked = core.db.prepare(`SELECT count(*) FROM jobs WHERE kind = 'prepare_answers'`).pluck().get();
    expect(asked).toBe(hasFact ? 3 : 0);
    expect(waiting(core)).toEqual([]);
    expect(decided && undoIntent(core.db, id, decided.after, 6)).toBe(true);
    expect(listIntents(core.db).some(({ slug }) => slug === 'monthly-motorbike-rental')).toBe(false);
    expect(waiting(core)).toHaveLength(1);
    rejectIntent(core.db, id, 7);
    expect(await core.proposals.start({ what: 'intents' })).toMatchObject({ questions: 0 });
  }
});

it('keeps a question that has too few good ways to ask, with the reason, and writes nothing where there is none', async () => {
  const few = { ...scooter, variations: scooter.variations.slice(5) };
  const { core } = await desk(few, { withStarter: true });
  await proposed(core);
  expect(waiting(core)).toEqual([]);
  const [kept] = listProposedIntents(core.db, ['rejected']);
  expect(kept).toMatchObject({ decidedBy: 'gates', detail: expect.stringContaining('1 of 3') });
  const none = await desk(null);
  await proposed(none.core);
  expect(listProposedIntents(none.core.db, ['waiting', 'rejected'])).toEqual([]);
});

it('takes nothing from temporary conversations, and nothing that was served a prepared answer', async () => {
  const { core } = await desk();
  core.db.exec(
    `UPDATE conversations SET is_temporary = 1 WHERE client_id = (SELECT id FROM clients WHERE name LIKE 'Ayu%')`,
  );
  expect(await core.proposals.start({ what: 'intents' })).toMatchObject({ questions: 0 });
});

it('tells nothing of a client who was forgotten before it was asked, and empties what was', async () => {
  const more: Said = ['Komang Sari', 'id', 'Berapa sewa motor sebulan? Komang butuh'];
  const { core, pool, clients } = await desk(good, { rows: [...said, more] });
  const started = await core.proposals.start({ what: 'intents' });
  await core.forgetClient(clients[3] ?? '');
  core.jobs.start();
  await vi.waitFor(() => expect(readJob(core.db, started.jobs[0] ?? '').finishedAt).not.toBeNull(), {
    timeout: 60_000,
  });
  expect(pool.tasks[0]).not.toContain('butuh');
  expect(waiting(core)).toMatchObject([{ times: 3, clients: 3 }]);
  await core.forgetClient(clients[1] ?? '');
  const kept = core.db.prepare('SELECT request, reply FROM job_requests').all();
  expect(JSON.stringify(kept)).not.toContain('noleggiare');
});
