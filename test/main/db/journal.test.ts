import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFacts } from '../../../src/main/db/client-facts.ts';
import { deleteClientRow } from '../../../src/main/db/clients.ts';
import { readGeneration } from '../../../src/main/db/generations.ts';
import { findIndexesOutOfStep, quickCheck } from '../../../src/main/db/health.ts';
import { newId } from '../../../src/main/db/id.ts';
import { removeInsight, saveInsight, setInsightStatus } from '../../../src/main/db/insights.ts';
import { recordNight } from '../../../src/main/db/journal.ts';
import { journaledTables } from '../../../src/main/db/journaled-tables.ts';
import { undoChanges } from '../../../src/main/db/undo-night.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { anInsight } from '../../fixtures/insights.ts';
import { aNight, dumpOf, endNight } from '../../fixtures/nights.ts';
import { seededRandom } from '../../fixtures/random.ts';

let desk: TestDb;
let clientId: string;
let intentId: string;
let answerId: string;

beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db).id;
  for (const slug of ['malu', 'nanti', 'boh', 'macet'])
    anInsight(desk.db, slug, { triggers: [slug, `${slug} nih`] });
  intentId = newId();
  answerId = newId();
  run(`INSERT INTO intents VALUES ('${intentId}', 'visa', 'v', 'v', 'v', 0.123456789012345678, 1, 1, 1)`);
  run(
    `INSERT INTO variations VALUES ('v1', '${intentId}', 'id', 'berapa visa'), ('v2', '${intentId}', 'id', 'harga visa')`,
  );
  run(`INSERT INTO prepared_answers (id, intent_id, language, formality, text, status, source, created_at, updated_at)
    VALUES ('${answerId}', '${intentId}', 'id', 'formal', 'Tiga hari.', 'live', 'starter', 1, 1)`);
  run(
    `INSERT INTO conversations (id, client_id, channel, started_at) VALUES ('c1', '${clientId}', 'email', 1)`,
  );
  run(`INSERT INTO messages (id, conversation_id, client_id, author, text, created_at)
    VALUES ('m1', 'c1', '${clientId}', 'client', 'Halo', 1)`);
  run(`INSERT INTO message_insights SELECT 'm1', id, 0, 0.1 + 0.2, 1.0 / 3, NULL, 'malu' FROM insights`);
  run(`INSERT INTO served_answers (message_id, intent_id, prepared_answer_id, language, score, scoring, served_at, went_alone)
    VALUES ('m1', '${intentId}', '${answerId}', 'id', 2.0 / 3, 1, 1, 0)`);
  remember('city', 'Ubud');
  run(`INSERT INTO jiwa_entries (id, client_id, field, value, author, confidence, valid_from)
    VALUES ('j1', '${clientId}', 'dreams', 'A school', 'llama', 0.7, 1)`);
});

afterEach(() => {
  desk.cleanUp();
});

/** Also that full-text indexes and references hold. */
function expectAsBefore(before: Record<string, unknown[]>): void {
  expect(dumpOf(desk.db)).toEqual(before);
  expect(findIndexesOutOfStep(desk.db)).toEqual([]);
  expect(quickCheck(desk.db)).toEqual([]);
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
}

const run = (sql: string) => desk.db.prepare(sql).run();
/** As the product does it: what was known ends, and the new stands beside it. */
function remember(topic: string, value: string, at = 2): void {
  const known = clientFacts.readLiveByKey(desk.db, clientId, topic);
  if (known) clientFacts.end(desk.db, clientId, known.id, at);
  desk.db
    .prepare(
      `INSERT INTO client_facts (id, client_id, topic, value, author, confidence, valid_from)
       VALUES (?, ?, ?, ?, 'llama', 0.1 + 0.2, ?)`,
    )
    .run(newId(), clientId, topic, value, at);
}
const slugs = () => [...desk.db.prepare<[], string>('SELECT slug FROM insights').pluck().all(), 'none'];
const insightId = (slug: string) =>
  String(desk.db.prepare('SELECT id FROM insights WHERE slug = ?').pluck().get(slug));
const learn = (slug: string) =>
  saveInsight(
    desk.db,
    5,
    {
      slug,
      text: `Signal ${slug}`,
      guidance: 'Kindly.',
      category: 'trust',
      language: 'id',
      triggers: [slug],
    },
    'night',
  );

/** Something of everything that a night does, and two things that it is not expected to. */
function aBusyNight(): void {
  learn('baru');
  run(`UPDATE insights SET guidance = 'Better.', updated_at = 6 WHERE slug = 'malu'`);
  run(`INSERT INTO triggers (id, insight_id, phrase) VALUES ('t9', '${insightId('malu')}', 'pemalu')`);
  setInsightStatus(desk.db, 6, insightId('nanti'), 'retired');
  removeInsight(desk.db, insightId('boh'));
  run(`DELETE FROM triggers WHERE phrase = 'macet'`);
  run(`DELETE FROM variations WHERE id = 'v1'`);
  run(`INSERT INTO variations VALUES ('v3', '${intentId}', 'id', 'visa brp')`);
  run(`UPDATE prepared_answers SET text = 'Empat hari.', status = 'review', updated_at = 6`);
  run(`UPDATE intents SET threshold = 0.3 + 0.3 + 0.3`);
  remember('city', 'Canggu', 6);
  remember('job', 'Baker', 6);
  run(`UPDATE jiwa_entries SET valid_to = 6 WHERE id = 'j1'`);
  run(`INSERT INTO jiwa_entries (id, client_id, field, value, author, confidence, valid_from)
    VALUES ('j2', '${clientId}', 'dreams', 'A bakery', 'llama', 0.9, 6)`);
}

describe('a night that is undone', () => {
  it('leaves every table as it was, in the same order, whatever it had changed', () => {
    const before = dumpOf(desk.db);
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, aBusyNight);
    expect(dumpOf(desk.db)).not.toEqual(before);
    const undone = undoChanges(desk.db, nightId);
    expect(undone.kept).toEqual([]);
    expect(undone.restored).toBeGreaterThan(15);
    expectAsBefore(before);
    expect(desk.db.prepare('SELECT count(*) FROM night_changes').pluck().get()).toBe(0);
  });

  it('is followed by the index, and its insights are found by their old words again', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, aBusyNight);
    const generation = readGeneration(desk.db, 'insights');
    const answers = readGeneration(desk.db, 'answers');
    undoChanges(desk.db, nightId);
    expect(readGeneration(desk.db, 'insights')).toBeGreaterThan(generation);
    expect(readGeneration(desk.db, 'answers')).toBeGreaterThan(answers);
    const found = desk.db.prepare(`SELECT rowid FROM triggers_fts WHERE triggers_fts MATCH ?`).pluck();
    expect(found.all('boh')).toHaveLength(2);
    expect(found.all('baru')).toHaveLength(0);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('puts back any order of changes, several of one row too (%i)', (seed) => {
    const random = seededRandom(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const acts: (() => unknown)[] = [
      () => learn(`baru-${Math.floor(random() * 4)}`),
      () => run(`UPDATE insights SET guidance = guidance || '+' WHERE slug = '${pick(slugs())}'`),
      () => removeInsight(desk.db, insightId(pick(slugs()))),
      () =>
        run(`INSERT OR IGNORE INTO triggers (id, insight_id, phrase)
        SELECT '${newId()}', id, 'p${Math.floor(random() * 5)}' FROM insights ORDER BY slug LIMIT 2`),
      () => run(`DELETE FROM triggers WHERE seq IN (SELECT seq FROM triggers ORDER BY id LIMIT 1)`),
      () => remember(pick(['city', 'job']), `v${random()}`, 10),
      () => run(`DELETE FROM client_facts WHERE topic = '${pick(['city', 'job'])}'`),
      () => run(`UPDATE served_answers SET score = ${random()}`),
      () => run(`DELETE FROM variations WHERE id = '${pick(['v1', 'v2'])}'`),
      () => run(`INSERT OR IGNORE INTO variations VALUES ('v1', '${intentId}', 'id', 'berapa visa')`),
    ];
    const before = dumpOf(desk.db);
    const nightId = aNight(desk.db);
    for (let write = 0; write < 4; write += 1)
      recordNight(desk.db, nightId, () => {
        for (let act = 0; act < 8; act += 1) pick(acts)();
      });
    expect(undoChanges(desk.db, nightId).kept).toEqual([]);
    expectAsBefore(before);
  });

  it('comes back digit by digit where a number has more of them than JSON is given', () => {
    const random = seededRandom(11);
    const nightId = aNight(desk.db);
    for (let round = 0; round < 200; round += 1)
      desk.db
        .prepare(`INSERT INTO message_insights VALUES ('m1', ?, 0, ?, NULL, NULL, NULL)`)
        .run(anInsight(desk.db, `r-${round}`).id, random() * 10 ** ((round % 40) - 20));
    const before = dumpOf(desk.db);
    recordNight(desk.db, nightId, () => run('UPDATE message_insights SET score = 0'));
    expect(undoChanges(desk.db, nightId).kept).toEqual([]);
    expectAsBefore(before);
  });
});

describe('what somebody changed since', () => {
  it('stays with all that belongs to it, and is told; the rest of the night goes', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, aBusyNight);
    run(`UPDATE insights SET guidance = 'By hand.' WHERE slug = 'baru'`);
    const { kept } = undoChanges(desk.db, nightId);
    expect(kept).toEqual([{ what: 'insight', id: insightId('baru'), text: 'Signal baru', clientId: null }]);
    expect(desk.db.prepare(`SELECT guidance FROM insights WHERE slug = 'malu'`).pluck().get()).toBe(
      'Answer malu kindly.',
    );
    const phrases = desk.db.prepare('SELECT phrase FROM triggers WHERE insight_id = ?').pluck();
    expect(phrases.all(insightId('baru'))).toEqual(['baru']);
  });

  it('keeps an insight of the night that somebody gave a phrase to', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, () => learn('baru'));
    run(`INSERT INTO triggers (id, insight_id, phrase) VALUES ('t8', '${insightId('baru')}', 'anyar')`);
    expect(undoChanges(desk.db, nightId).kept).toHaveLength(1);
    expect(
      desk.db.prepare('SELECT phrase FROM triggers WHERE insight_id = ?').pluck().all(insightId('baru')),
    ).toEqual(['anyar', 'baru']);
  });

  it('leaves a field of jiwa as the consultant left it: nothing of before comes alive again', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, aBusyNight);
    run(`UPDATE jiwa_entries SET valid_to = 9 WHERE id = 'j2'`);
    const { kept } = undoChanges(desk.db, nightId);
    expect(kept).toEqual([{ what: 'jiwa', id: `${clientId}/dreams`, text: 'A bakery', clientId }]);
    expect(desk.db.prepare('SELECT count(*) FROM jiwa_entries WHERE valid_to IS NULL').pluck().get()).toBe(0);
  });

  it('is a later night too: the earlier one leaves what that built on, and both go when the later goes first', () => {
    const before = dumpOf(desk.db);
    const first = aNight(desk.db, '2026-11-25');
    recordNight(desk.db, first, () => learn('baru'));
    endNight(desk.db, first);
    const second = aNight(desk.db, '2026-11-26');
    recordNight(desk.db, second, () => run(`UPDATE insights SET guidance = 'Better.' WHERE slug = 'baru'`));
    undoChanges(desk.db, second);
    expect(undoChanges(desk.db, first).kept).toEqual([]);
    expectAsBefore(before);
  });

  it('keeps what the desk counted since, beside what is put back', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, () => run(`DELETE FROM variations WHERE id = 'v1'`));
    run(`UPDATE served_answers SET label = 'right', label_by = 'sent'`);
    expect(undoChanges(desk.db, nightId).kept).toEqual([]);
    expect(desk.db.prepare('SELECT is_current, label FROM served_answers').get()).toEqual({
      is_current: 1,
      label: 'right',
    });
  });
});

describe('writing down', () => {
  it('is over with the transaction: what others write is nobody’s night', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, () => learn('baru'));
    const rows = desk.db.prepare('SELECT count(*) FROM night_changes').pluck();
    const before = rows.get();
    learn('lain');
    expect(rows.get()).toBe(before);
    expect(desk.db.prepare('SELECT count(*) FROM sqlite_temp_schema').pluck().get()).toBe(0);
  });

  it('leaves nothing of a write that fails in the middle', () => {
    const nightId = aNight(desk.db);
    const before = dumpOf(desk.db);
    const broken = () =>
      recordNight(desk.db, nightId, () => {
        aBusyNight();
        throw new Error('broken');
      });
    expect(broken).toThrow('broken');
    expectAsBefore(before);
    expect(desk.db.prepare('SELECT count(*) FROM night_changes').pluck().get()).toBe(0);
    recordNight(desk.db, nightId, aBusyNight);
  });

  it('is refused for a night that is undone', () => {
    const nightId = aNight(desk.db);
    run(`UPDATE nights SET state = 'undone', ended_at = 2, undone_at = 3, report = '{}'`);
    expect(() => recordNight(desk.db, nightId, () => learn('baru'))).toThrow(/is undone/);
  });

  it('refuses to lose what would not be written down', () => {
    const nightId = aNight(desk.db);
    expect(() => recordNight(desk.db, nightId, () => run('DELETE FROM prepared_answers'))).toThrow(
      'A night deletes no row of prepared_answers.',
    );
  });

  it('goes with the client that it tells of', () => {
    const nightId = aNight(desk.db);
    recordNight(desk.db, nightId, aBusyNight);
    deleteClientRow(desk.db, clientId);
    const left = desk.db.prepare<[], string>('SELECT before || after FROM night_changes').pluck().all();
    expect(left.filter((row) => row?.includes(clientId) || row?.includes('Canggu'))).toEqual([]);
    expect(undoChanges(desk.db, nightId).kept).toEqual([]);
  });

  it('knows every table of the list, with a key and units that can be told apart', () => {
    for (const { table, unit, text } of journaledTables) {
      const columns = desk.db
        .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table);
      expect(columns).toEqual(expect.arrayContaining([...unit.by, ...(text ? [text] : [])]));
    }
  });
});
