import { onTestFinished, expect, it, vi } from 'vitest';
import { sayableAnswers } from '../../../../src/main/db/prepared-answers.ts';
import { preparedSoFar } from '../../../../src/main/db/answer-origins.ts';
import { findHouseFact, listHouseFacts, saveHouseFact } from '../../../../src/main/db/house-facts.ts';
import { listIntents } from '../../../../src/main/db/intents.ts';
import type { Core } from '../../../../src/main/core.ts';
import { factSlugs } from '../../../../src/shared/slots.ts';
import { openFactory, type Place } from '../../knowledge/generate/factory.ts';
import { answerPool, type AnswerMishap } from '../../../simulators/answer-pool.ts';
import { startLlamaServer, type LlamaServer } from '../../../simulators/llama-server.ts';
import { startRunpodSimulator } from '../../../simulators/runpod.ts';

vi.setConfig({ testTimeout: 60_000 });

const slug = 'kitas-investor-price';

async function deskWith(...mishaps: (AnswerMishap | null)[]): Promise<{ core: Core; server: LlamaServer }> {
  const pool = answerPool(mishaps.length === 0 ? [null] : mishaps);
  const server = await startLlamaServer({ answer: pool.answer });
  onTestFinished(() => server.close());
  const place: Place = { kind: 'openai', url: server.url, key: '' };
  return { core: await openFactory(place, { withStarter: true }), server };
}

/** Asks for what is lacking and works until it is there. */
async function prepared(core: Core, wish: Parameters<Core['preparation']['start']>[0]) {
  const started = core.preparation.start(wish);
  core.jobs.start();
  await vi.waitFor(() => expect(preparedSoFar(core.db, started.jobs).alive).toBe(0), {
    timeout: 30_000,
    interval: 20,
  });
  return { ...started, ...preparedSoFar(core.db, started.jobs) };
}

const key = ({ intent, language }: { intent: string; language: string }) => `${intent}/${language}`;

interface Origin {
  readonly text: string;
  readonly status: string;
  readonly formality: string;
  readonly model: string | null;
  readonly prompt_version: string | null;
  readonly job_id: string | null;
}

const generated = (core: Core): Origin[] =>
  core.db
    .prepare<[], Origin>(
      `SELECT * FROM prepared_answers WHERE source = 'generated' ORDER BY created_at, rowid`,
    )
    .all();

it('writes what is lacking in both registers, on house facts, and each answer knows where it comes from', async () => {
  const { core, server } = await deskWith();
  const made = await prepared(core, { intent: slug, language: 'it' });
  expect(made).toMatchObject({ added: 1, missing: 4, taken: 4, rejected: 0, failed: 0 });
  const answers = generated(core);
  expect(answers.map(({ formality }) => formality).sort()).toEqual([
    'formal',
    'formal',
    'informal',
    'informal',
  ]);
  for (const answer of answers) {
    expect(factSlugs(answer.text).length).toBeGreaterThan(0);
    expect(answer).toMatchObject({
      status: 'live',
      job_id: made.jobs[0],
      model: 'meta-llama/Llama-3.3-70B-Instruct',
      prompt_version: expect.stringMatching(/^prepare-answers-[0-9a-f]{8}$/),
    });
  }
  const { id: intentId } = listIntents(core.db).find((one) => one.slug === slug)!;
  const wanted = { intentId, language: 'it', formality: 'formal', now: core.clock.now() } as const;
  expect(sayableAnswers(core.db, wanted).filter(({ formality }) => formality === 'formal')).toHaveLength(3);
  // Enough is enough: nothing is asked for twice.
  expect(await prepared(core, { intent: slug, language: 'it' })).toMatchObject({ added: 0, missing: 0 });
  expect(server.chats).toHaveLength(1);
});

it('tells the model the questions, the facts with their values, and what exists', async () => {
  const { core, server } = await deskWith();
  await prepared(core, { intent: slug, language: 'en' });
  const said = JSON.stringify(server.chats[0]);
  expect(said).toContain('{{fact:kitas-investor-price}}');
  expect(said).toContain('€1,150');
  expect(said).toContain('How much is the investor KITAS?');
  expect(said).toContain('thanks for asking! The investor KITAS costs');
  expect(said).toContain('informal=\\"2\\" formal=\\"2\\"');
});

it.each([
  ['figure', 'figure'],
  ['placeholder', 'placeholder'],
  ['foreign', 'language'],
  ['promise', 'promise'],
  ['repeated', 'duplicate'],
] as const)('keeps an answer with a %s for whoever looks, and takes the others', async (mishap, reason) => {
  const { core } = await deskWith(mishap);
  const made = await prepared(core, { intent: slug, language: 'en' });
  expect(made).toMatchObject({ taken: 3, rejected: 1, reasons: { [reason]: 1 } });
  const kept = core.db.prepare('SELECT * FROM rejected_answers').all();
  expect(kept).toMatchObject([{ job_id: made.jobs[0], reason, language: 'en' }]);
  // The next time exactly what is lacking is asked for.
  expect(core.preparation.lacking({ intent: slug, language: 'en' })).toMatchObject([{ missing: 1 }]);
});

it('has an item repaired that is not in the form, and a reply that is none', async () => {
  for (const mishap of ['invalid', 'prose'] as const) {
    const { core, server } = await deskWith(mishap);
    const made = await prepared(core, { intent: slug, language: 'id' });
    expect(server.chats).toHaveLength(2);
    expect(made).toMatchObject({ taken: mishap === 'invalid' ? 4 : 1, rejected: 0, failed: 0 });
  }
});

it('reads a reply in fences, and lets answers wait for a person where that is wished', async () => {
  const { core } = await deskWith('fenced');
  expect(await prepared(core, { intent: slug, language: 'it', goesTo: 'review' })).toMatchObject({
    taken: 4,
  });
  expect(generated(core).map(({ status }) => status)).toEqual(['review', 'review', 'review', 'review']);
  // They are not asked for again while they wait.
  expect(core.preparation.lacking({ intent: slug, language: 'it' })).toEqual([]);
  // A fact that changes takes them out of service as it does those that are said.
  const fact = findHouseFact(core.db, slug)!;
  saveHouseFact(core.db, { ...fact, value: { ...fact.value, it: '1.200 €' } }, core.clock.now());
  expect(generated(core).map(({ status }) => status)).toEqual(['stale', 'stale', 'stale', 'stale']);
});

it('asks again for exactly the answers whose fact changed or expired', async () => {
  const { core } = await deskWith();
  await prepared(core, { intent: slug });
  expect(core.preparation.lacking({ intent: slug })).toEqual([]);
  const fact = findHouseFact(core.db, slug)!;
  const before = core.preparation.lacking();
  saveHouseFact(core.db, { ...fact, value: { ...fact.value, en: '€1,200' } }, core.clock.now());
  const after = core.preparation.lacking();
  const added = after.filter((one) => !before.some((other) => key(other) === key(one)));
  expect(added.map(key).sort()).toEqual([`${slug}/en`, `${slug}/id`, `${slug}/it`]);
  expect(added.map(({ missing }) => missing)).toEqual([6, 6, 6]);
  expect(await prepared(core, { intent: slug, language: 'en' })).toMatchObject({ taken: 6 });
  const now = core.clock.now();
  saveHouseFact(core.db, { ...findHouseFact(core.db, slug)!, validUntil: now - 1 }, now);
  expect(core.preparation.lacking({ intent: slug, language: 'en' })).toMatchObject([{ missing: 6 }]);
});

it('takes nothing that stands on a fact which changed while the model wrote', async () => {
  const pool = answerPool();
  let core: Core | null = null;
  const server = await startLlamaServer({
    answer: (chat) => {
      if (core !== null)
        for (const fact of listHouseFacts(core.db))
          saveHouseFact(
            core.db,
            { ...fact, value: { ...fact.value, en: `${fact.value.en} again` } },
            core.clock.now() + 5,
          );
      return pool.answer(chat);
    },
  });
  onTestFinished(() => server.close());
  core = await openFactory({ kind: 'openai', url: server.url, key: '' }, { withStarter: true });
  const made = await prepared(core, { intent: slug, language: 'en' });
  expect(made).toMatchObject({ taken: 0, failed: 0 });
  expect(made.reasons['fact_changed']).toBeGreaterThan(0);
});

it('asks nothing where no house fact holds, and says so', async () => {
  const { core, server } = await deskWith();
  const now = core.clock.now();
  for (const fact of listHouseFacts(core.db)) saveHouseFact(core.db, { ...fact, validUntil: now - 1 }, now);
  const made = await prepared(core, { intent: slug, language: 'en' });
  expect(made).toMatchObject({
    taken: 0,
    failed: 0,
    silent: [{ because: 'No house fact fits it that holds today.', count: 1 }],
  });
  expect(server.chats).toHaveLength(0);
});

it('goes through RunPod, where each request is handed over once', async () => {
  const simulator = await startRunpodSimulator({ answer: answerPool().answer });
  onTestFinished(() => simulator.close());
  const core = await openFactory(
    { kind: 'runpod', url: simulator.url, key: 'rp-key' },
    { withStarter: true },
  );
  const made = await prepared(core, { intent: slug });
  expect(made).toMatchObject({ added: 3, taken: 12, rejected: 0, failed: 0 });
  expect(simulator.submissions).toHaveLength(3);
  expect(made.costUsd).toBeGreaterThan(0);
});

it('tells of a run what it will take, how far it is, and what came of it', async () => {
  const { core } = await deskWith(null, 'figure');
  expect(core.preparation.standing()).toEqual({ last: null, renewing: 0 });
  const { answers, requests, costUsd, from } = core.preparation.estimate();
  const lacking = core.preparation.lacking();
  expect([answers, requests, from]).toEqual([
    lacking.reduce((sum, { missing }) => sum + missing, 0),
    lacking.length,
    'usual',
  ]);
  expect(costUsd).toBeGreaterThan(0);
  const { runId } = await prepared(core, { intent: slug });
  const { last } = core.preparation.standing();
  expect(last).toMatchObject({
    id: runId,
    wanted: 12,
    requests: { all: 3, over: 3, failed: 0 },
    alive: 0,
    isCancelled: false,
    lastError: null,
  });
  expect(last!.taken + last!.rejected).toBe(12);
  expect(last!.rejected).toBeGreaterThan(0);
  expect(last!.yield).toBeCloseTo(last!.taken / 12);
  expect(last!.endedAt).not.toBeNull();
  expect(() => core.preparation.cancel(runId!)).toThrow('is over already');
});

it('a run that is ended asks for nothing more, keeps what it wrote, and can be asked for again', async () => {
  const { core, server } = await deskWith();
  const { runId, jobs } = core.preparation.start({ language: 'en' });
  expect(core.preparation.standing().last).toMatchObject({ alive: jobs.length, endedAt: null });
  expect(core.preparation.cancel(runId!)).toMatchObject({ isCancelled: true, alive: 0, taken: 0 });
  core.jobs.start();
  expect(preparedSoFar(core.db, jobs)).toMatchObject({ alive: 0, taken: 0 });
  expect(server.chats).toHaveLength(0);
  expect(core.preparation.start({ language: 'en' }).added).toBe(jobs.length);
});

it('refuses a question that is not there', async () => {
  const { core } = await deskWith();
  expect(() => core.preparation.start({ intent: 'no-such-intent' })).toThrow(
    'There is no intent no-such-intent.',
  );
});
