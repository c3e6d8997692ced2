import { expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '../../../../src/main/core.ts';
import { preparedSoFar } from '../../../../src/main/db/answer-origins.ts';
import { createClient } from '../../../../src/main/db/clients.ts';
import { setVerdict } from '../../../../src/main/db/answer-checks.ts';
import { relabel } from '../../../../src/main/answers/learning.ts';
import { importAnswers } from '../../../../src/main/answers/import.ts';
import { exportAnswers } from '../../../../src/main/answers/export.ts';
import { findHouseFact, saveHouseFact } from '../../../../src/main/db/house-facts.ts';
import { enableIntent } from '../../../../src/main/db/intents.ts';
import { listJobs, readJob } from '../../../../src/main/db/job-rows.ts';
import { jobStates } from '../../../../src/shared/job.ts';
import { DAY } from '../../../../src/shared/time.ts';
import { answerPool } from '../../../simulators/answer-pool.ts';
import { startLlamaServer } from '../../../simulators/llama-server.ts';
import { openFactory } from '../../knowledge/generate/factory.ts';

vi.setConfig({ testTimeout: 60_000 });

const slug = 'kitas-investor-price';
type Options = NonNullable<Parameters<typeof openFactory>[1]>;

/** A desk with the starter pack: one answer of each register, question and language. */
async function openDesk(options: Options & { readonly hasEndpoint?: boolean } = {}) {
  const server = await startLlamaServer({ answer: answerPool().answer });
  onTestFinished(() => server.close());
  const { hasEndpoint = true, ...rest } = options;
  const place = { kind: 'openai', url: hasEndpoint ? server.url : '', key: '' } as const;
  return { server, core: await openFactory(place, { withStarter: true, ...rest }) };
}

const asked = (core: Core) =>
  listJobs(core.db, { states: jobStates, kind: 'prepare_answers', limit: 1_000 })
    .map(({ payload }) => payload as { intentId: string; language: string })
    .map(({ intentId, language }) => `${slugOf(core, intentId)}/${language}`)
    .sort();

const slugOf = (core: Core, intentId: string) =>
  core.db.prepare<[string], string>('SELECT slug FROM intents WHERE id = ?').pluck().get(intentId);

function changeFact(core: Core, changes: { readonly en?: string; readonly validUntil?: number }): void {
  const fact = findHouseFact(core.db, slug)!;
  const { en = fact.value.en, validUntil = fact.validUntil } = changes;
  saveHouseFact(core.db, { ...fact, value: { ...fact.value, en }, validUntil }, core.clock.now());
}

/** Works until these jobs are over. */
async function done(core: Core, jobs: readonly string[]) {
  core.jobs.start();
  await vi.waitFor(() => expect(preparedSoFar(core.db, jobs).alive).toBe(0), { timeout: 30_000 });
  return preparedSoFar(core.db, jobs);
}

/** A client asks, and is served the prepared answer. */
async function served(core: Core, name = 'Giulia') {
  const profile = { name, addressAs: null, language: 'en', formality: 'informal' } as const;
  const client = createClient(core.db, profile, core.clock.now());
  const { id: clientId } = client;
  const message = { clientId, text: 'How much is the investor KITAS?', channel: 'whatsapp' } as const;
  const reply = await core.chat.finished(core.chat.receive(message).reply.id);
  expect(reply.source).toBe('prepared');
  return { clientId, replyId: reply.id };
}

const inAllLanguages = [`${slug}/en`, `${slug}/id`, `${slug}/it`];

it('asks for nothing in a new folder: the starter pack wants no answer anew', async () => {
  const { core } = await openDesk();
  expect(core.renewal.askForNeeded()).toEqual([]);
  expect(asked(core)).toEqual([]);
});

it('a fact that changed asks for exactly the answers that stand on it, and no more of them than there were', async () => {
  const { core, server } = await openDesk();
  changeFact(core, { en: '€1,200' });
  const jobs = core.renewal.askForNeeded();
  expect(asked(core)).toEqual(inAllLanguages);
  // One of each register was there; the other two that are lacking are for whoever asks for all.
  expect(await done(core, jobs)).toMatchObject({ taken: 6, rejected: 0, failed: 0 });
  expect(server.chats).toHaveLength(3);
  expect(core.renewal.askForNeeded()).toEqual([]);
  // The same value again changes nothing.
  changeFact(core, { en: '€1,200' });
  expect(core.renewal.askForNeeded()).toEqual([]);
});

it('a fact that expired asks for its answers once, and again only after another end of validity has passed', async () => {
  const { core } = await openDesk();
  const now = core.clock.now();
  changeFact(core, { validUntil: now + DAY });
  expect(core.renewal.askForNeeded()).toEqual([]);
  changeFact(core, { validUntil: now - 2 });
  const jobs = core.renewal.askForNeeded();
  expect(asked(core)).toEqual(inAllLanguages);
  await done(core, jobs);
  expect(core.renewal.askForNeeded()).toEqual([]);
  changeFact(core, { validUntil: now - 1 });
  expect(core.renewal.askForNeeded()).toHaveLength(3);
});

it('a question asked in new words asks for one more answer of each register in that language, which knows them', async () => {
  const { core, server } = await openDesk();
  const rows = exportAnswers(core.db)
    .split('\n')
    .filter((line) => line.includes(`"intent":"${slug}"`));
  const intent = JSON.parse(rows[0]!) as { variations: unknown[] };
  const more = ['Investor KITAS price please, all included?', 'What does the investor permit set me back?'];
  intent.variations.push(...more.map((text) => ({ language: 'en', text })));
  importAnswers(core.db, core.clock, JSON.stringify(intent));
  const jobs = core.renewal.askForNeeded();
  expect(asked(core)).toEqual([`${slug}/en`]);
  expect(await done(core, jobs)).toMatchObject({ taken: 2, rejected: 0 });
  for (const text of more) expect(JSON.stringify(server.chats[0])).toContain(text);
  // The same file again brings nothing new.
  importAnswers(core.db, core.clock, JSON.stringify(intent));
  expect(core.renewal.askForNeeded()).toEqual([]);
});

it('a question with enough answers gets one more when it is asked in new words, up to twice as many', async () => {
  const { core } = await openDesk({ answers: () => ({ variations: 1 }) });
  const insert = (text: string) =>
    core.db
      .prepare(
        "INSERT INTO variations (id, intent_id, language, text) SELECT ?, id, 'en', ? FROM intents WHERE slug = ?",
      )
      .run(crypto.randomUUID(), text, slug);
  insert('Investor KITAS price please, all included?');
  expect(core.preparation.lacking()).toMatchObject([{ intent: slug, language: 'en', missing: 2 }]);
  expect(await done(core, core.renewal.askForNeeded())).toMatchObject({ taken: 2 });
  insert('What does the investor permit set me back?');
  expect(core.renewal.askForNeeded()).toEqual([]);
  expect(core.preparation.lacking()).toEqual([]);
});

it('a wrong mark asks for one answer in the marked one’s place, and says what was wrong; the marked one stays', async () => {
  const { core, server } = await openDesk({ answers: () => ({ variations: 1 }) });
  const { replyId } = await served(core);
  core.chat.markWrong(replyId, true);
  const jobs = core.renewal.askForNeeded();
  expect(asked(core)).toEqual([`${slug}/en`]);
  expect(await done(core, jobs)).toMatchObject({ taken: 1, rejected: 0 });
  const said = JSON.stringify(server.chats[0]);
  expect(said).toContain('informal=\\"1\\" formal=\\"0\\"');
  expect(said).toContain('A consultant found that it did not answer what was asked.');
  const live = core.db.prepare<[string], string>(
    `SELECT a.formality FROM prepared_answers AS a JOIN intents AS i ON i.id = a.intent_id
       WHERE i.slug = ? AND a.language = 'en' AND a.status = 'live' ORDER BY 1`,
  );
  expect(live.pluck().all(slug)).toEqual(['formal', 'informal', 'informal']);
  expect(core.renewal.askForNeeded()).toEqual([]);
});

it('a mark that is taken back before it was asked for asks for nothing', async () => {
  const { core } = await openDesk({ answers: () => ({ variations: 1 }) });
  const { replyId } = await served(core);
  core.chat.markWrong(replyId, true);
  core.chat.markWrong(replyId, false);
  expect(core.renewal.askForNeeded()).toEqual([]);
  expect(asked(core)).toEqual([]);
});

it('a verdict against an answer asks for another and tells the reason, without what leads to a person', async () => {
  for (const [reason, told] of [
    [
      'It asks about the price of a renewal, and the answer gives the one of a first permit.',
      'It asks about the price of a renewal, and the answer gives the one of a first permit.',
    ],
    ['Giulia asks about a renewal.', '[NAME_1] asks about a renewal.'],
    ['Write to giulia@example.test about it.', 'Write to [EMAIL_1] about it.'],
  ] as const) {
    const { core, server } = await openDesk({ answers: () => ({ variations: 1 }) });
    const { clientId, replyId } = await served(core, 'Giulia Rossi');
    setVerdict(core.db, clientId, replyId, { kind: 'doubtful', reason });
    relabel(core.db, clientId, replyId);
    await done(core, core.renewal.askForNeeded());
    const said = JSON.stringify(server.chats[0]);
    expect(said).toContain('A check found that it did not answer what was asked.');
    expect(said).toContain(told);
    expect(said).not.toContain('Giulia');
    expect(said).not.toContain('giulia@');
  }
});

it('forgetting the client empties the request that told what was wrong', async () => {
  const { core } = await openDesk({ answers: () => ({ variations: 1 }) });
  const { clientId, replyId } = await served(core);
  const reason = 'It asks about a renewal, and the answer speaks of a first permit.';
  setVerdict(core.db, clientId, replyId, { kind: 'doubtful', reason });
  relabel(core.db, clientId, replyId);
  const [jobId = ''] = core.renewal.askForNeeded();
  await done(core, [jobId]);
  await core.jobs.stop();
  const requests = () =>
    core.db.prepare<[], string>('SELECT request FROM job_requests').pluck().all().join('\n');
  expect(requests()).toContain(reason);
  await core.forgetClient(clientId);
  expect(requests()).toBe('{}');
  expect(readJob(core.db, jobId).state).toBe('done');
});

it('waits for an endpoint, for being switched on, and for the question to be served again', async () => {
  let renewsByItself = false;
  const { core } = await openDesk({ answers: () => ({ renewsByItself }) });
  changeFact(core, { en: '€1,200' });
  expect(core.renewal.askForNeeded()).toEqual([]);
  renewsByItself = true;
  enableIntent(core.db, slug, false, core.clock.now());
  expect(core.renewal.askForNeeded()).toEqual([]);
  enableIntent(core.db, slug, true, core.clock.now());
  expect(core.renewal.askForNeeded()).toHaveLength(3);
  const { core: without } = await openDesk({ hasEndpoint: false });
  changeFact(without, { en: '€1,200' });
  expect(without.renewal.askForNeeded()).toEqual([]);
  expect(asked(without)).toEqual([]);
});

it('answers whose fact changed again while they were written are asked for once more', async () => {
  const pool = answerPool();
  let onAsked: (() => void) | null = null;
  const server = await startLlamaServer({
    answer: (chat) => {
      onAsked?.();
      return pool.answer(chat);
    },
  });
  onTestFinished(() => server.close());
  const core = await openFactory(
    { kind: 'openai', url: server.url, key: '' },
    { withStarter: true, answers: () => ({ variations: 1 }), concurrency: 1 },
  );
  changeFact(core, { en: '€1,200' });
  onAsked = () => {
    onAsked = null;
    saveHouseFact(
      core.db,
      { ...findHouseFact(core.db, slug)!, value: { id: '€1.300', it: '€1.300', en: '€1,300' } },
      core.clock.now() + 5,
    );
  };
  const first = core.renewal.askForNeeded();
  expect((await done(core, first)).reasons['fact_changed']).toBeGreaterThan(0);
  const again = core.renewal.askForNeeded();
  expect(again.length).toBeGreaterThan(0);
  await done(core, again);
  expect(core.preparation.lacking({ intent: slug })).toEqual([]);
  expect(core.renewal.askForNeeded()).toEqual([]);
});

it('a job that failed is left to a person, and another change asks again', async () => {
  const { core } = await openDesk();
  changeFact(core, { en: '€1,200' });
  const [first = ''] = core.renewal.askForNeeded();
  core.jobs.cancel(first);
  expect(core.renewal.askForNeeded()).toEqual([]);
  const { intentId, language } = readJob(core.db, first).payload as { intentId: string; language: string };
  core.db
    .prepare(
      "INSERT INTO answer_needs (intent_id, language, formality, reason) VALUES (?, ?, 'formal', 'wrong')",
    )
    .run(intentId, language);
  expect(core.renewal.askForNeeded()).toHaveLength(1);
});

it('who asks for all that is lacking has a job that waits for less write the rest too', async () => {
  const { core } = await openDesk();
  changeFact(core, { en: '€1,200' });
  const renewing = core.renewal.askForNeeded();
  const started = core.preparation.start({ intent: slug, language: 'en' });
  expect(started).toMatchObject({ added: 0, missing: 6 });
  expect(renewing).toContain(started.jobs[0]);
  expect(await done(core, started.jobs)).toMatchObject({ taken: 6 });
});

it('in the app a mark is followed by a new answer without anybody asking', async () => {
  const { core } = await openDesk({ runsJobs: true, answers: () => ({ variations: 1 }) });
  const { replyId } = await served(core);
  core.chat.markWrong(replyId, true);
  await vi.waitFor(
    () => {
      const made = core.db.prepare(
        "SELECT count(*) AS n FROM prepared_answers WHERE source = 'generated' AND status = 'live'",
      );
      expect(made.get()).toEqual({ n: 1 });
    },
    { timeout: 20_000 },
  );
});
