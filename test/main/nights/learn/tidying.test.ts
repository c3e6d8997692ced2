import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/shared/time.ts';
import { readInsightBySlug, type InsightDraft } from '../../../../src/main/db/insights.ts';
import { listEvidence } from '../../../../src/main/db/learnt.ts';
import { retirementsOf } from '../../../../src/main/nights/learn/retire.ts';
import { anInsight } from '../../../fixtures/insights.ts';
import { nightPool } from '../../../simulators/night-pool.ts';
import { openNightDesk, type NightDesk, type Said } from './night-desk.ts';

/** An insight that a model wrote, so many days old. */
function generated(desk: NightDesk, slug: string, patch: Partial<InsightDraft> = {}, days = 0) {
  const at = desk.clock.now() - days * DAY;
  const insight = anInsight(desk.db, slug, { language: 'it', ...patch }, at);
  desk.db.prepare("UPDATE insights SET source = 'generated' WHERE id = ?").run(insight.id);
  return insight;
}

const quiet = { phraseFor: () => null } as const;
const times = (count: number, said: Said): Said[] => Array.from({ length: count }, () => said);

describe('two insights that say the same', () => {
  const same = {
    text: '“mi sento preso in giro”: often says that trust was lost at an earlier office',
    triggers: ['mi sento preso in giro', 'mi prendete in giro', 'è una presa in giro'],
  };
  const other = { ...same, triggers: ['mi sento preso in giro', 'mi prendete in giro', 'che presa in giro'] };

  async function twins(): Promise<NightDesk> {
    const desk = await openNightDesk();
    generated(desk, 'used-more', same);
    generated(desk, 'used-less', other);
    desk.talk(desk.client('Giulia Bianchi'), {
      text: 'mi sento preso in giro da tutti',
      reply: { found: ['used-more', 'used-less'], used: ['used-more'] },
    });
    return desk;
  }

  it('become one: the other is retired, points to it, and leaves it its phrases', async () => {
    const desk = await twins();
    const { items } = await desk.night(nightPool(quiet));
    const winner = readInsightBySlug(desk.db, 'used-more')!;
    const loser = readInsightBySlug(desk.db, 'used-less')!;
    expect(winner.status).toBe('live');
    expect(loser.status).toBe('retired');
    expect(desk.db.prepare('SELECT merged_into FROM insights WHERE id = ?').pluck().get(loser.id)).toBe(
      winner.id,
    );
    expect(winner.triggers).toEqual([...same.triggers, 'che presa in giro']);
    expect(items.filter(({ group }) => group === 'merged')).toMatchObject([{ ref: { id: winner.id } }]);
  });

  it('stay two where people wrote both, and the one by a person wins', async () => {
    const desk = await twins();
    desk.db.prepare("UPDATE insights SET source = 'consultant'").run();
    await desk.night(nightPool(quiet));
    expect(readInsightBySlug(desk.db, 'used-less')!.status).toBe('live');
    desk.db.prepare("UPDATE insights SET source = 'generated' WHERE slug = 'used-more'").run();
    desk.talk(desk.client('Paolo Verdi'), {
      text: 'mi sento preso in giro da tutti',
      reply: { found: ['used-more', 'used-less'], used: ['used-more'] },
    });
    await desk.night(nightPool(quiet));
    expect(readInsightBySlug(desk.db, 'used-less')!.status).toBe('live');
    expect(readInsightBySlug(desk.db, 'used-more')!.status).toBe('retired');
  });
});

describe('what was never useful', () => {
  it('is retired where it was often given and never used, and only what a model wrote', async () => {
    const desk = await openNightDesk();
    generated(desk, 'never-used', { triggers: ['alfa beta'] }, 40);
    generated(desk, 'too-young', { triggers: ['gamma delta'] }, 3);
    generated(desk, 'used-once', { triggers: ['epsilon zeta'] }, 40);
    anInsight(desk.db, 'by-a-person', { triggers: ['eta theta'] }, desk.clock.now() - 40 * DAY);
    const found = ['never-used', 'too-young', 'used-once', 'by-a-person'];
    desk.talk(
      desk.client('Giulia Bianchi'),
      ...times(12, { text: 'buongiorno a tutti voi', reply: { found } }),
    );
    desk.talk(desk.client('Paolo Verdi'), { text: 'ciao', reply: { found, used: ['used-once'] } });
    const { items } = await desk.night(nightPool(quiet));
    const statuses = found.map((slug) => readInsightBySlug(desk.db, slug)!.status);
    expect(statuses).toEqual(['retired', 'live', 'live', 'live']);
    expect(items.filter(({ group }) => group === 'retired')).toMatchObject([{ detail: 'found_never_used' }]);
  });

  it('stays where replies did not say what they used', async () => {
    const desk = await openNightDesk();
    generated(desk, 'never-used', {}, 40);
    desk.talk(
      desk.client('Giulia Bianchi'),
      ...times(14, { text: 'buongiorno', reply: { found: ['never-used'] } }),
    );
    desk.db.prepare("UPDATE reply_namings SET kind = 'missing'").run();
    expect(retirementsOf(desk.db, desk.clock.now())).toEqual([]);
  });

  it('is retired when it is old and nothing found it, where alike ones are used, ten a night at most', async () => {
    const desk = await openNightDesk();
    for (let at = 0; at < 14; at += 1) generated(desk, `old-${at}`, { category: 'money' }, 130);
    generated(desk, 'elsewhere', { category: 'family' }, 130);
    generated(desk, 'alive', { category: 'money' }, 10);
    const said = { text: 'buongiorno', reply: { found: ['alive'], used: ['alive'] } };
    desk.talk(desk.client('Giulia Bianchi'), ...times(9, said));
    expect(retirementsOf(desk.db, desk.clock.now())).toEqual([]);
    desk.talk(desk.client('Paolo Verdi'), said);
    const gone = retirementsOf(desk.db, desk.clock.now());
    expect(gone).toHaveLength(10);
    expect(gone.every(({ because }) => because === 'old_never_used')).toBe(true);
  });
});

describe('guidance of what is there', () => {
  const better =
    'Name the next step first, and ask what they heard before. Leave the question open if it is not answered.';
  const worry = 'ho paura di perdere tutti i risparmi di mio padre';

  async function withFinding(source: string, ...clients: string[]) {
    const desk = await openNightDesk();
    const insight = generated(desk, 'old-one', {
      text: '“ho perso tutto”: often an older story',
      triggers: ['ho perso tutto'],
    });
    desk.db.prepare('UPDATE insights SET source = ?').run(source);
    for (const name of clients)
      desk.talk(desk.client(name), { text: `${worry}, ecco`, reply: { found: ['old-one'], thumb: 'down' } });
    const number = desk.db.prepare('SELECT number FROM insight_numbers').pluck().get();
    const pool = nightPool({ ...quiet, guidance: better });
    // The finding names the insight that it is about.
    const answer = (chat: Record<string, unknown>) =>
      pool.answer(chat).replaceAll('"kind":"signal"', `"kind":"guidance","insight":${String(number)}`);
    const { learnt } = await desk.night({ answer });
    return { insight: readInsightBySlug(desk.db, 'old-one')!, before: insight, desk, learnt };
  }

  it('becomes better where two clients speak for it, and keeps their words as evidence', async () => {
    const { insight, desk } = await withFinding('generated', 'Giulia Bianchi', 'Paolo Verdi');
    expect(insight.guidance).toBe(better);
    expect(listEvidence(desk.db, insight.id)).toHaveLength(2);
  });

  it('stays where one client alone does, or a consultant wrote it', async () => {
    const alone = await withFinding('generated', 'Giulia Bianchi');
    expect(alone.insight.guidance).toBe(alone.before.guidance);
    expect(alone.learnt.counts['rejected_one_client']).toBe(1);
    const byPerson = await withFinding('consultant', 'Giulia Bianchi', 'Paolo Verdi');
    expect(byPerson.insight.guidance).toBe(byPerson.before.guidance);
  });
});
