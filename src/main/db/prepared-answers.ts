import type { AnswerSource, AnswerStatus, PreparedAnswer } from '../../shared/answer.ts';
import type { Formality } from '../../shared/client.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Language } from '../../shared/language.ts';
import { factSlugs } from '../../shared/slots.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

export interface AnswerProfile {
  readonly language: Language;
  readonly formality: Formality;
  readonly text: string;
  /** Absent = a new or changed text goes live, an unchanged one stays as it is. */
  readonly status?: AnswerStatus | undefined;
}

export interface AnswerRecord {
  readonly id: string;
  readonly intent_id: string;
  readonly language: Language;
  readonly formality: Formality;
  readonly text: string;
  readonly status: AnswerStatus;
  readonly source: AnswerSource;
  readonly updated_at: number;
}

const COLUMNS = 'id, intent_id, language, formality, text, status, source, updated_at';

const ORDER = 'ORDER BY intent_id, language, formality DESC, created_at, rowid';

/** All answers, or those of one intent, whatever their status, by intent. */
export function listPreparedAnswers(db: Db, intentId: string | null = null): PreparedAnswer[] {
  const select = `SELECT ${COLUMNS} FROM prepared_answers`;
  const records =
    intentId === null
      ? statement<[], AnswerRecord>(db, `${select} ${ORDER}`).all()
      : statement<[string], AnswerRecord>(db, `${select} WHERE intent_id = ? ${ORDER}`).all(intentId);
  return records.map(toAnswer);
}

/** An answer with where it comes from; undefined when there is none. */
export function readAnswerRecord(db: Db, answerId: string): AnswerRecord | undefined {
  return db
    .prepare<[string], AnswerRecord>(`SELECT ${COLUMNS} FROM prepared_answers WHERE id = ?`)
    .get(answerId);
}

/** Answers of an intent that a person rejected, and nobody put back into service. */
export function rejectedAnswers(
  db: Db,
  intentId: string,
  language: Language,
): Pick<AnswerRecord, 'formality' | 'text'>[] {
  return db
    .prepare<[string, string], Pick<AnswerRecord, 'formality' | 'text'>>(
      `SELECT formality, text FROM prepared_answers AS a WHERE intent_id = ? AND language = ? AND status = 'off'
         AND EXISTS (SELECT 1 FROM review_decisions WHERE kind = 'answer' AND item_id = a.id AND decision = 'reject'
           AND undone_at IS NULL)
       ORDER BY created_at, rowid`,
    )
    .all(intentId, language);
}

/**
 * The answers of an intent that may be said now: live, none of their facts expired at `now`.
 * The wanted formality comes first.
 */
export function sayableAnswers(
  db: Db,
  wanted: { intentId: string; language: Language; formality: Formality; now: number },
): PreparedAnswer[] {
  return statement<[typeof wanted], AnswerRecord>(
    db,
    `SELECT ${COLUMNS} FROM prepared_answers AS a
       WHERE intent_id = @intentId AND language = @language AND status = 'live'
         AND NOT EXISTS (SELECT 1 FROM prepared_answer_facts AS p JOIN house_facts AS f ON f.id = p.house_fact_id
           WHERE p.prepared_answer_id = a.id AND f.valid_until < @now)
       ORDER BY formality <> @formality, created_at, rowid`,
  )
    .all(wanted)
    .map(toAnswer);
}

/** When something was last sent to this client; null when nothing was. */
export function lastSentAt(db: Db, clientId: string): number | null {
  const last = statement<[string], { sent_at: number }>(
    db,
    "SELECT sent_at FROM messages WHERE client_id = ? AND state = 'sent' ORDER BY seq DESC LIMIT 1",
  ).get(clientId);
  return last?.sent_at ?? null;
}

/** The answer of an intent that this client was served last, whatever became of the reply; null where none was. */
export function lastServedTo(db: Db, clientId: string, intentId: string): string | null {
  const found = statement<[string, string], { id: string }>(
    db,
    `SELECT m.prepared_answer_id AS id FROM messages AS m JOIN prepared_answers AS a ON a.id = m.prepared_answer_id
       WHERE m.client_id = ? AND m.prepared_answer_id IS NOT NULL AND a.intent_id = ?
       ORDER BY m.seq DESC LIMIT 1`,
  ).get(clientId, intentId);
  return found?.id ?? null;
}

/** Throws DeskError `not_found`. */
export function setAnswerStatus(db: Db, answerId: string, status: AnswerStatus, now: number): void {
  const { changes } = db
    .prepare('UPDATE prepared_answers SET status = ?, updated_at = ? WHERE id = ?')
    .run(status, now, answerId);
  if (changes === 0) throw new DeskError('not_found', `There is no prepared answer ${answerId}.`);
}

/**
 * Makes the imported answers of an intent exactly these; those a consultant or a model wrote are kept. An answer
 * whose text changed keeps its id, so that replies go on naming it. True when anything changed. Call in a transaction.
 */
export function saveAnswers(
  db: Db,
  intentId: string,
  profiles: readonly AnswerProfile[],
  source: AnswerSource,
  now: number,
): boolean {
  const free = db
    .prepare<[string], AnswerRecord>(
      `SELECT ${COLUMNS} FROM prepared_answers WHERE intent_id = ? ORDER BY created_at, rowid`,
    )
    .all(intentId);
  const take = (isIt: (record: AnswerRecord) => boolean) => {
    const index = free.findIndex(isIt);
    return index < 0 ? undefined : free.splice(index, 1)[0];
  };
  const kept = profiles.map((profile) => ({
    profile,
    record: take((record) => isFor(record, profile) && record.text === profile.text),
  }));
  let hasChanged = false;
  for (const { profile, record } of kept) {
    const target = record ?? take((other) => isFor(other, profile) && isImported(other));
    if (saveAnswer(db, intentId, profile, target, source, now) !== null) hasChanged = true;
  }
  const leftovers = free.filter(isImported);
  for (const record of leftovers) db.prepare('DELETE FROM prepared_answers WHERE id = ?').run(record.id);
  return hasChanged || leftovers.length > 0;
}

/** Adds an answer, or gives `record` another text or status. Its id; null where nothing changed. Call in a transaction. */
export function saveAnswer(
  db: Db,
  intentId: string,
  profile: AnswerProfile,
  record: AnswerRecord | undefined,
  source: AnswerSource,
  now: number,
): string | null {
  const isSameText = record?.text === profile.text;
  const status = profile.status ?? (record && isSameText ? record.status : 'live');
  if (record && isSameText && record.status === status) return null;
  const id = record?.id ?? newId();
  db.prepare(
    `INSERT INTO prepared_answers (id, intent_id, language, formality, text, status, source, created_at, updated_at)
     VALUES (@id, @intentId, @language, @formality, @text, @status, @source, @now, @now)
     ON CONFLICT (id) DO UPDATE SET text = @text, status = @status, source = @source, updated_at = @now`,
  ).run({ id, intentId, ...profile, status, source: isSameText ? record.source : source, now });
  if (!isSameText) linkFacts(db, id, profile.text);
  return id;
}

function linkFacts(db: Db, answerId: string, text: string): void {
  db.prepare('DELETE FROM prepared_answer_facts WHERE prepared_answer_id = ?').run(answerId);
  const link = db.prepare(
    `INSERT INTO prepared_answer_facts (prepared_answer_id, house_fact_id)
     SELECT ?, id FROM house_facts WHERE slug = ?`,
  );
  for (const slug of factSlugs(text)) {
    if (link.run(answerId, slug).changes === 0)
      throw new DeskError('bad_input', `There is no house fact ${slug}; import the house facts first.`);
  }
}

const isFor = (record: AnswerRecord, profile: AnswerProfile) =>
  record.language === profile.language && record.formality === profile.formality;

const isImported = (record: AnswerRecord) => record.source === 'starter' || record.source === 'import';

function toAnswer(record: AnswerRecord): PreparedAnswer {
  return {
    id: record.id,
    intentId: record.intent_id,
    language: record.language,
    formality: record.formality,
    text: record.text,
    status: record.status,
  };
}
