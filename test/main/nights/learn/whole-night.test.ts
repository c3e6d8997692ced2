import { onTestFinished, expect, it, vi } from 'vitest';
import { listInsights } from '../../../../src/main/db/insights.ts';
import { anInsight } from '../../../fixtures/insights.ts';
import { motorbikeQuestion } from '../../../fixtures/motorbike-question.ts';
import { dumpOf, nightOf, talk } from '../../../fixtures/nights.ts';
import { startLlamaServer } from '../../../simulators/llama-server.ts';
import { nightPool } from '../../../simulators/night-pool.ts';
import { proposalPool } from '../../../simulators/proposal-pool.ts';
import { startRunpodSimulator } from '../../../simulators/runpod.ts';
import { wholeNight } from '../../../simulators/whole-night.ts';
import { openFactory, type Place } from '../../knowledge/generate/factory.ts';

vi.setConfig({ testTimeout: 90_000 });

const worry = 'ho paura di perdere tutti i risparmi di mio padre';
const missed =
  'per ora vado coi piedi di piombo, lo stipendio finisce al venti e devo scegliere cosa pagare prima';

/** A model of a night that also finds which insight a message missed. */
function bothPools() {
  const learning = nightPool({
    phraseFor: (text) =>
      text.includes('piedi di piombo')
        ? { insight: /soldi contati/, phrase: 'vado coi piedi di piombo' }
        : null,
  });
  return { learning, ...wholeNight(learning) };
}

it.each(['openai', 'runpod'] as const)(
  'a night over %s learns from the day in the whole product, and is undone byte for byte',
  async (kind) => {
    const { answer, learning } = bothPools();
    const server =
      kind === 'openai' ? await startLlamaServer({ answer }) : await startRunpodSimulator({ answer });
    onTestFinished(() => server.close());
    const place: Place = { kind, url: server.url, key: kind === 'openai' ? '' : 'rp-key' };
    const core = await openFactory(place, { withStarter: true });
    const { db } = core;
    talk(core, 'Giulia Bianchi', `${worry}, sono Giulia`, missed);
    talk(core, 'Paolo Verdi', `${worry} e non dormo`);
    anInsight(db, 'soldi-contati', {
      text: '“ho i soldi contati”, “non arrivo al venti”: often says how little there is without asking for less',
      category: 'money',
      language: 'it',
      triggers: ['ho i soldi contati', 'devo far quadrare i conti', 'siamo tirati questo mese'],
    });
    const before = dumpOf(db);
    const { night, report } = await nightOf(core);
    expect(learning.asked()).toMatchObject({ night_map: 1 });
    expect(learning.asked().night_reduce).toBeGreaterThan(0);
    expect(report?.failures).toEqual([]);
    const live = listInsights(db).filter(({ source, status }) => source === 'night' && status === 'live');
    expect(live).toMatchObject([{ language: 'it', text: expect.stringContaining('ho paura') as string }]);
    expect(report?.groups.map(({ group }) => group)).toContain('insights');
    expect(dumpOf(db)).not.toEqual(before);
    expect(db.prepare('SELECT count(*) FROM learnt_triggers').pluck().get()).toBe(1);
    expect(core.nights.undo(night.id)).toMatchObject({ kept: [] });
    expect(dumpOf(db)).toEqual(before);
    const left = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect(['insight_evidence', 'learnt_triggers', 'learnt_forms'].map(left)).toEqual([0, 0, 0]);
  },
);

it('a client who is forgotten takes along what the night held of it', async () => {
  const { answer } = bothPools();
  const server = await startLlamaServer({ answer });
  onTestFinished(() => server.close());
  const core = await openFactory({ kind: 'openai', url: server.url, key: '' });
  const giulia = talk(core, 'Giulia Bianchi', `${worry}, marcatore zanzibar`);
  talk(core, 'Paolo Verdi', `${worry} e non dormo`);
  await nightOf(core);
  const held = () => JSON.stringify(core.db.prepare('SELECT request, reply FROM job_requests').all());
  expect(held()).toContain('zanzibar');
  await core.forgetClient(giulia);
  expect(held()).not.toContain('zanzibar');
  expect(listInsights(core.db).filter(({ source }) => source === 'night')).toHaveLength(1);
});

it('what was asked often without a prepared answer waits as a new question after the night, and goes with its undo', async () => {
  const proposing = proposalPool({ intent: { ...motorbikeQuestion, facts: [] } });
  const { answer } = bothPools();
  const server = await startLlamaServer({
    answer: (chat) =>
      JSON.stringify(chat).includes('<task messages=') ? proposing.answer(chat) : answer(chat),
  });
  onTestFinished(() => server.close());
  const core = await openFactory({ kind: 'openai', url: server.url, key: '' }, { withStarter: true });
  talk(core, 'Ayu Lestari', 'Quanto costa il noleggio di un motorino al mese?');
  talk(core, 'Mario Rinaldi', 'Quanto costa noleggiare una moto al mese?');
  talk(core, 'Paolo Verdi', 'quanto costa noleggiare uno scooter al mese');
  const before = dumpOf(core.db);
  const { night, report } = await nightOf(core);
  expect(proposing.tasks).toHaveLength(1);
  expect(report?.waiting).toMatchObject({ question: 1 });
  expect(core.nights.undo(night.id)).toMatchObject({ kept: [] });
  expect(dumpOf(core.db)).toEqual(before);
});
