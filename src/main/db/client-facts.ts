import type { ClientFact } from '../../shared/memory.ts';
import type { Db } from './db.ts';
import {
  fromRecord,
  MEMORY_COLUMNS,
  MEMORY_PARAMETERS,
  toRecord,
  type MemoryRecord,
} from './memory-record.ts';
import { statement } from './statement.ts';

type FactRecord = MemoryRecord & { readonly topic: string };

/** The client's facts that hold now, by topic. */
export function readLiveFacts(db: Db, clientId: string): ClientFact[] {
  return statement<[string], FactRecord>(
    db,
    'SELECT * FROM client_facts WHERE client_id = ? AND valid_to IS NULL ORDER BY topic',
  )
    .all(clientId)
    .map(toFact);
}

/** The client's fact that holds now on a topic. */
export function readLiveFact(db: Db, clientId: string, topic: string): ClientFact | null {
  const record = statement<[string, string], FactRecord>(
    db,
    'SELECT * FROM client_facts WHERE client_id = ? AND topic = ? AND valid_to IS NULL',
  ).get(clientId, topic);
  return record ? toFact(record) : null;
}

/** One of the client's facts that hold now, by id. */
export function findLiveFact(db: Db, clientId: string, factId: string): ClientFact | null {
  const record = statement<[string, string], FactRecord>(
    db,
    'SELECT * FROM client_facts WHERE client_id = ? AND id = ? AND valid_to IS NULL',
  ).get(clientId, factId);
  return record ? toFact(record) : null;
}

/** Adds a fact. Throws when another one holds on its topic. */
export function insertFact(db: Db, fact: ClientFact): void {
  statement(
    db,
    `INSERT INTO client_facts (topic, ${MEMORY_COLUMNS}) VALUES (@topic, ${MEMORY_PARAMETERS})`,
  ).run({ ...toRecord(fact), topic: fact.topic });
}

/** Ends a fact's validity; the row stays as history. */
export function endFact(db: Db, clientId: string, factId: string, at: number): void {
  statement(db, 'UPDATE client_facts SET valid_to = ? WHERE client_id = ? AND id = ?').run(
    at,
    clientId,
    factId,
  );
}

/** Lets an ended fact hold again, as it was. Null when there is none, or another value holds on its topic now. */
export function reopenFact(db: Db, clientId: string, factId: string): ClientFact | null {
  const record = statement<[string, string], FactRecord>(
    db,
    `UPDATE client_facts SET valid_to = NULL
       WHERE client_id = ? AND id = ? AND valid_to IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM client_facts live WHERE live.client_id = client_facts.client_id
           AND live.topic = client_facts.topic AND live.valid_to IS NULL)
       RETURNING *`,
  ).get(clientId, factId);
  return record ? toFact(record) : null;
}

/** Locks or unlocks a fact; nothing happens when the client has no such one. */
export function setFactLock(db: Db, clientId: string, factId: string, isLocked: boolean): void {
  statement(db, 'UPDATE client_facts SET is_locked = ? WHERE client_id = ? AND id = ?').run(
    isLocked ? 1 : 0,
    clientId,
    factId,
  );
}

function toFact(record: FactRecord): ClientFact {
  return { ...fromRecord(record), topic: record.topic };
}
