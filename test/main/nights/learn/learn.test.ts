import { expect, it } from 'vitest';
import { listInsights } from '../../../../src/main/db/insights.ts';
import { listEvidence } from '../../../../src/main/db/learnt.ts';
import { listNightRejects } from '../../../../src/main/db/night-texts.ts';
import { anInsight } from '../../../fixtures/insights.ts';
import { nightPool } from '../../../simulators/night-pool.ts';
import { openNightDesk, type NightDesk } from './night-desk.ts';

const worry = 'ho paura di perdere tutti i risparmi di mio padre';

/** Two clients who say the same, and one who says something of their own. */
async function threeClients(): Promise<NightDesk> {
  const desk = await openNightDesk();
  desk.talk(desk.client('Giulia Bianchi'), { text: `${worry}, scusi se insisto` });
  desk.talk(desk.client('Paolo Verdi'), { text: `${worry} e non dormo` });
  desk.talk(desk.client('Komang Adi', 'id'), {
    text: 'kepikiran terus soal mertua belum setuju, gimana ya kak',
  });
  return desk;
}

const nightly = (desk: NightDesk) =>
  listInsights(desk.db)
    .filter(({ source }) => source === 'night')
    .sort((left, right) => (left.language < right.language ? 1 : -1));

it('learns an insight from two clients, and lets one that a single client speaks for wait for a person', async () => {
  const desk = await threeClients();
  const { items, learnt } = await desk.night();
  const [shared, single] = nightly(desk);
  expect(shared).toMatchObject({ language: 'it', status: 'live' });
  expect(single).toMatchObject({ language: 'id', status: 'review' });
  expect(desk.db.prepare('SELECT review_reason FROM insights WHERE id = ?').pluck().get(single!.id)).toBe(
    'one_client',
  );
  expect(learnt.counts).toMatchObject({ conversations: 3, live: 1, review: 1 });
  expect(listEvidence(desk.db, shared!.id)).toHaveLength(2);
  expect(items.filter(({ group }) => group === 'insights').map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([null, 'one_client']),
  );
  const origin = desk.db
    .prepare('SELECT model, prompt_version, job_id FROM insights WHERE id = ?')
    .get(shared!.id);
  expect(origin).toMatchObject({ model: 'a-llama', prompt_version: expect.stringMatching(/^night-reduce-/) });
});

it('sends what names a client to nobody, and keeps it out of evidence', async () => {
  const desk = await openNightDesk();
  for (const name of ['Giulia Bianchi', 'Paolo Verdi'])
    desk.talk(desk.client(name), {
      text: `sono ${name}, +62 812 3456 7890, ${name.split(' ')[0]?.toLowerCase()}@example.com: ${worry}`,
    });
  await desk.night();
  const said = JSON.stringify(desk.asked);
  for (const secret of ['Giulia', 'Bianchi', 'Paolo', 'Verdi', '3456', 'example.com'])
    expect(said).not.toContain(secret);
  const [insight] = nightly(desk);
  expect(JSON.stringify([insight, listEvidence(desk.db, insight!.id)])).not.toMatch(
    /Giulia|Paolo|3456|example/,
  );
});

it.each([
  ['map', 'invented', 'no_evidence'],
  ['reduce', 'stand_in', 'stand_in'],
  ['reduce', 'named', 'personal_data'],
  ['reduce', 'sweeping', 'sweeping'],
] as const)(
  'takes nothing of a %s that is %s, and keeps it with the reason %s',
  async (task, mishap, reason) => {
    const desk = await threeClients();
    const { jobId, learnt } = await desk.night(nightPool({ [task]: mishap, name: 'Giulia Bianchi' }));
    const rejects = listNightRejects(desk.db, jobId);
    expect(rejects.map((one) => one.reason)).toContain(reason);
    expect(learnt.counts[`rejected_${reason}`]).toBeGreaterThan(0);
    expect(nightly(desk).filter(({ language }) => language === 'it')).toEqual([]);
    expect(rejects.every(({ raw }) => raw.length > 10)).toBe(true);
  },
);

it('goes on with what came of a day where an answer is prose, must be repaired or is cut', async () => {
  for (const mishap of ['prose', 'invalid', 'cut'] as const) {
    const desk = await threeClients();
    const { learnt } = await desk.night(nightPool({ reduce: mishap }));
    expect(learnt.failures).toEqual([]);
  }
});

it('learns nothing from a temporary conversation, whoever asks for it', async () => {
  const desk = await threeClients();
  desk.db.prepare('UPDATE conversations SET is_temporary = 1').run();
  await desk.night();
  expect(desk.asked).toEqual([]);
  expect(nightly(desk)).toEqual([]);
});

it('counts one more client for what is there already, and puts to work what waited for a second one', async () => {
  const desk = await openNightDesk();
  desk.talk(desk.client('Giulia Bianchi'), { text: `${worry}, scusi` });
  await desk.night();
  expect(nightly(desk)).toMatchObject([{ status: 'review' }]);
  desk.talk(desk.client('Paolo Verdi'), { text: `${worry}, davvero` });
  const { items } = await desk.night();
  expect(nightly(desk)).toMatchObject([{ status: 'live' }]);
  expect(items).toMatchObject([{ group: 'merged' }]);
  const [insight] = nightly(desk);
  expect(new Set(listEvidence(desk.db, insight!.id).map(({ clientId }) => clientId)).size).toBe(2);
});

it('does not bring back what a person rejected', async () => {
  const desk = await threeClients();
  await desk.night();
  desk.db.prepare("UPDATE insights SET status = 'rejected' WHERE source = 'night'").run();
  desk.talk(desk.client('Anna Neri'), { text: `${worry}, mi scusi` });
  desk.talk(desk.client('Luca Gallo'), { text: `${worry}, mi creda` });
  const { jobId } = await desk.night();
  expect(nightly(desk).every(({ status }) => status === 'rejected')).toBe(true);
  expect(listNightRejects(desk.db, jobId)).toMatchObject([{ reason: 'not_new' }]);
});

it('asks the same question once, however often the run begins from the top', async () => {
  const desk = await threeClients();
  const day = desk.day();
  const steps = new Map<string, string>();
  const pool = nightPool();
  const ask = async (step: string, request: object) => {
    const text = steps.get(step) ?? pool.answer({ ...request });
    if (!steps.has(step)) {
      steps.set(step, text);
      throw new Error('the run ends here and begins again');
    }
    return { text, model: null, isCut: false, usage: null, gpuMs: null, waitedMs: null };
  };
  for (let run = 0; run < 20; run += 1) {
    const learnt = await desk.learn(day, pool, { ask }).catch(() => null);
    if (learnt === null) continue;
    expect(pool.asked()).toEqual({ night_map: 1, night_reduce: 2, night_misses: 0 });
    expect(learnt.counts).toMatchObject({ live: 1, review: 1 });
    return;
  }
  expect.fail('the night never came to an end');
});

it('forgets with a client what was learnt from it alone, and the texts that held its words', async () => {
  const desk = await threeClients();
  const { jobId } = await desk.night();
  const komang = desk.db
    .prepare<[], string>("SELECT id FROM clients WHERE name = 'Komang Adi'")
    .pluck()
    .get();
  desk.db
    .prepare(
      `INSERT INTO job_requests (job_id, step, state, endpoint, request, reply, cost_usd, started_at, ended_at)
       SELECT DISTINCT job_id, step, 'replied', 'e', json_object('of', step), json_object('text', 'kepikiran'), 0.01, 1, 2
       FROM night_texts`,
    )
    .run();
  desk.db.prepare('DELETE FROM clients WHERE id = ?').run(komang);
  expect(nightly(desk)).toMatchObject([{ language: 'it' }]);
  const left = desk.db
    .prepare('SELECT step, state, request, reply, cost_usd FROM job_requests WHERE job_id = ?')
    .all(jobId) as { step: string; state: string; request: string }[];
  const held = left.filter(({ request }) => request !== '{}');
  expect(held.map(({ step }) => step)).toEqual([expect.stringMatching(/^reduce-/)]);
  expect(left.filter(({ state }) => state === 'discarded')).toHaveLength(2);
  expect(left.every((one) => (one as unknown as { cost_usd: number }).cost_usd === 0.01)).toBe(true);
});

it('hides the name of another client too, and sends no insight that happens to have one in it', async () => {
  const desk = await openNightDesk();
  anInsight(desk.db, 'of-the-desk', {
    language: 'it',
    text: '“come ha fatto Ketut”: often asks for what a neighbour was given',
    triggers: ['come ha fatto il vicino'],
  });
  desk.client('Ketut Sudiarta', 'id');
  for (const name of ['Giulia Bianchi', 'Paolo Verdi'])
    desk.talk(desk.client(name), {
      text: `me lo ha detto ketut sudiarta, come ha fatto il vicino? ${worry}`,
      reply: { found: ['of-the-desk'], used: ['of-the-desk'] },
    });
  await desk.night();
  const said = JSON.stringify(desk.asked.map(({ messages }) => messages.slice(1)));
  expect(said).toContain('risparmi');
  expect(said.toLowerCase()).not.toContain('ketut');
});
