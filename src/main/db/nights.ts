import { DeskError } from '../../shared/fault.ts';
import type { Night, NightState, ReportGroup } from '../../shared/night.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

interface NightRow {
  readonly id: string;
  readonly local_date: string;
  readonly origin: Night['origin'];
  readonly state: NightState;
  readonly covers_from: number;
  readonly covers_to: number;
  readonly job_id: string | null;
  readonly kept: number;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly undone_at: number | null;
  readonly seen_at: number | null;
  readonly conversations: number;
  readonly counts: string;
  readonly is_undoable: 0 | 1;
}

/** Nights that can be taken back; what was written down of older ones is let go. */
const KEPT_JOURNALS = 30;

const SELECT = `
  SELECT n.*, (SELECT count(*) FROM night_conversations AS c WHERE c.night_id = n.id) AS conversations,
    (SELECT json_group_object(item_group, items) FROM
      (SELECT item_group, count(*) AS items FROM night_items WHERE night_id = n.id GROUP BY 1)) AS counts,
    n.state IN ('done', 'failed')
      AND EXISTS (SELECT 1 FROM night_changes AS j WHERE j.night_id = n.id) AS is_undoable
  FROM nights AS n`;

/** Newest first. */
export function listNights(db: Db, limit = 1_000): Night[] {
  return statement<[number], NightRow>(
    db,
    `${SELECT} ORDER BY n.created_at DESC, n.local_date DESC, n.id DESC LIMIT ?`,
  )
    .all(limit)
    .map(toNight);
}

/** Throws DeskError `not_found`. */
export function readNight(db: Db, nightId: string): Night {
  const row = statement<[string], NightRow>(db, `${SELECT} WHERE n.id = ?`).get(nightId);
  if (!row) throw new DeskError('not_found', `There is no night ${nightId}. 'night list' names them all.`);
  return toNight(row);
}

/** The one that was due on this local day; null where there was none. */
export function findDueNight(db: Db, localDate: string): Night | null {
  const row = statement<[string], NightRow>(
    db,
    `${SELECT} WHERE n.local_date = ? AND n.origin = 'schedule'`,
  ).get(localDate);
  return row ? toNight(row) : null;
}

export interface NewNight {
  readonly localDate: string;
  readonly origin: Night['origin'];
  readonly to: number;
}

/**
 * Adds a night that waits, with every ended conversation that no night learnt from. Those of a night that failed are
 * taken over; those of one that was undone are not. One transaction.
 */
export function addNight(db: Db, { localDate, origin, to }: NewNight, now: number): string {
  return db.transaction(() => {
    const id = newId();
    statement<[object]>(
      db,
      `INSERT INTO nights (id, local_date, origin, state, covers_from, covers_to, created_at)
       VALUES (@id, @localDate, @origin, 'waiting', min(@to, (${LAST_COVERED})), @to, @now)`,
    ).run({ id, localDate, origin, to, now });
    takeConversations(db, id);
    return id;
  })();
}

const LAST_COVERED = `SELECT coalesce(max(covers_to), 0) FROM nights WHERE state <> 'failed'`;

const FREE = `
  SELECT c.id AS conversation_id, c.client_id,
    coalesce((SELECT max(l.to_seq) FROM night_conversations AS l JOIN nights AS n ON n.id = l.night_id
      WHERE l.conversation_id = c.id AND n.state <> 'failed'), 0) AS after_seq,
    (SELECT max(m.seq) FROM messages AS m WHERE m.conversation_id = c.id) AS to_seq
  FROM conversations AS c WHERE c.ended_at IS NOT NULL AND c.is_temporary = 0`;

function takeConversations(db: Db, nightId: string): void {
  db.prepare(
    "DELETE FROM night_conversations WHERE night_id IN (SELECT id FROM nights WHERE state = 'failed')",
  ).run();
  db.prepare(
    `INSERT INTO night_conversations (night_id, conversation_id, after_seq, to_seq)
     SELECT ?, conversation_id, after_seq, to_seq FROM (${FREE}) WHERE to_seq > after_seq`,
  ).run(nightId);
}

/** What a night added now would learn from. */
export function countFree(db: Db): { conversations: number; clients: number; messages: number } {
  return db
    .prepare<[], { conversations: number; clients: number; messages: number }>(
      `SELECT count(*) AS conversations, count(DISTINCT client_id) AS clients, coalesce(sum(
         (SELECT count(*) FROM messages AS m WHERE m.conversation_id = f.conversation_id
           AND m.seq > f.after_seq)), 0) AS messages
       FROM (${FREE}) AS f WHERE to_seq > after_seq`,
    )
    .get() as { conversations: number; clients: number; messages: number };
}

export interface NightConversation {
  readonly conversationId: string;
  readonly clientId: string;
  readonly afterSeq: number;
  readonly toSeq: number;
}

/** In the order in which they were said. */
export function listNightConversations(db: Db, nightId: string): NightConversation[] {
  return statement<[string], NightConversation>(
    db,
    `SELECT l.conversation_id AS conversationId, c.client_id AS clientId, l.after_seq AS afterSeq, l.to_seq AS toSeq
     FROM night_conversations AS l JOIN conversations AS c ON c.id = l.conversation_id
     WHERE l.night_id = ? ORDER BY l.to_seq`,
  ).all(nightId);
}

/** The one that waits longest, where none runs. */
export function nextNight(db: Db): Night | null {
  const row = statement<[], NightRow>(
    db,
    `${SELECT} WHERE n.state = 'waiting' AND NOT EXISTS (SELECT 1 FROM nights WHERE state = 'running')
     ORDER BY n.created_at, n.local_date, n.id LIMIT 1`,
  ).get();
  return row ? toNight(row) : null;
}

/** The job is the night's from now on. */
export function beginNight(db: Db, nightId: string, jobId: string): void {
  statement(db, "UPDATE nights SET state = 'running', job_id = ?, ended_at = NULL WHERE id = ?").run(
    jobId,
    nightId,
  );
}

/** A night that failed or was undone waits to be done again, with the conversations that it has. */
export function reopenNight(db: Db, nightId: string): void {
  db.prepare('DELETE FROM night_items WHERE night_id = ?').run(nightId);
  db.prepare(
    `UPDATE nights SET state = 'waiting', job_id = NULL, report = NULL, kept = 0, ended_at = NULL, undone_at = NULL,
       seen_at = NULL WHERE id = ? AND state IN ('failed', 'undone')`,
  ).run(nightId);
}

/** A failed night whose job is tried again runs again. Returns whether any does now. */
export function reviveNights(db: Db): boolean {
  const { changes } = statement(
    db,
    `UPDATE nights SET state = 'running', ended_at = NULL WHERE id = (
       SELECT n.id FROM nights AS n JOIN jobs AS j ON j.id = n.job_id
       WHERE n.state = 'failed' AND j.state IN ('waiting', 'running')
         AND NOT EXISTS (SELECT 1 FROM nights WHERE state = 'running') ORDER BY n.created_at LIMIT 1)`,
  ).run();
  return changes > 0;
}

/** Ends a night well. Call in the transaction that writes what it learnt. */
export function finishNight(db: Db, nightId: string, report: unknown, now: number): void {
  statement(db, "UPDATE nights SET state = 'done', report = ?, ended_at = ? WHERE id = ?").run(
    JSON.stringify(report),
    now,
    nightId,
  );
  db.prepare(
    `DELETE FROM night_changes WHERE night_id IN (SELECT id FROM nights
       ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET ?)`,
  ).run(KEPT_JOURNALS);
}

/** What `finishNight` kept of its report; null while it is not done, or was done before it had come to its end. */
export function readNightFigures(db: Db, nightId: string): unknown {
  const row = statement<[string], { report: string | null }>(
    db,
    "SELECT nullif(report, '{}') AS report FROM nights WHERE id = ?",
  ).get(nightId);
  return row?.report ? JSON.parse(row.report) : null;
}

export function markSeen(db: Db, nightId: string, now: number): void {
  statement(db, 'UPDATE nights SET seen_at = coalesce(seen_at, ?) WHERE id = ?').run(now, nightId);
}

export function markUndone(db: Db, nightId: string, kept: number, now: number): void {
  statement(
    db,
    `UPDATE nights SET state = 'undone', undone_at = @now, ended_at = coalesce(ended_at, @now),
       kept = @kept, report = coalesce(report, '{}') WHERE id = @nightId`,
  ).run({ nightId, kept, now });
}

/** Clients whose rows the night changed. */
export function listChangedClients(db: Db, nightId: string): string[] {
  return statement<[string], { id: string }>(
    db,
    'SELECT DISTINCT client_id AS id FROM night_changes WHERE night_id = ? AND client_id IS NOT NULL',
  )
    .all(nightId)
    .map(({ id }) => id);
}

/** Jobs that the night asked for, in these states. */
export function listNightJobs(
  db: Db,
  nightId: string,
): { readonly id: string; readonly kind: string; readonly state: string; readonly error: string | null }[] {
  return statement<[string], { id: string; kind: string; state: string; error: string | null }>(
    db,
    `SELECT id, kind, state, json_extract(errors, '$[#-1].error') AS error FROM jobs WHERE night_id = ? ORDER BY id`,
  ).all(nightId);
}

/** The night that a job belongs to; null for one of none. */
export function nightOfJob(db: Db, jobId: string): string | null {
  const row = statement<[string], { id: string | null }>(
    db,
    'SELECT night_id AS id FROM jobs WHERE id = ?',
  ).get(jobId);
  return row?.id ?? null;
}

/** Jobs that somebody asked for before, and that are not over, are this night's: it waits for them, and takes them back. */
export function takeOverJobs(db: Db, nightId: string, jobIds: readonly string[]): void {
  statement<[string, string]>(
    db,
    `UPDATE jobs SET night_id = ? WHERE night_id IS NULL AND state IN ('waiting', 'running')
       AND id IN (SELECT value FROM json_each(?))`,
  ).run(nightId, JSON.stringify(jobIds));
}

function toNight(row: NightRow): Night {
  return {
    id: row.id,
    localDate: row.local_date,
    origin: row.origin,
    state: row.state,
    from: row.covers_from,
    to: row.covers_to,
    conversations: row.conversations,
    jobId: row.job_id,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    undoneAt: row.undone_at,
    seenAt: row.seen_at,
    counts: JSON.parse(row.counts) as Partial<Record<ReportGroup, number>>,
    kept: row.kept,
    isUndoable: row.is_undoable === 1,
  };
}
