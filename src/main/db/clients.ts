import type { Client, ClientRow, Formality } from '../../shared/client.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { fold, ftsQuery } from './full-text.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

export type ClientProfile = Pick<Client, 'name' | 'addressAs' | 'language' | 'formality'>;

/** Characters of the last message that a row of the list carries. */
const ROW_TEXT = 200;

interface ClientRecord {
  readonly id: string;
  readonly name: string;
  readonly address_as: string | null;
  readonly language: Language;
  readonly formality: Formality;
  readonly created_at: number;
  readonly updated_at: number;
}

interface ListRecord extends ClientRecord {
  readonly last_text: string | null;
  readonly last_at: number | null;
  readonly last_author: 'client' | 'desk' | null;
  readonly is_waiting: 0 | 1;
}

/** `now` in milliseconds since 1970, here and everywhere in this folder. */
export function createClient(db: Db, profile: ClientProfile, now: number): Client {
  const client: Client = { ...profile, id: newId(), createdAt: now, updatedAt: now };
  statement(
    db,
    `INSERT INTO clients (id, name, address_as, language, formality, created_at, updated_at)
     VALUES (@id, @name, @addressAs, @language, @formality, @createdAt, @updatedAt)`,
  ).run(client);
  return client;
}

/** Throws DeskError `not_found`. */
export function readClient(db: Db, clientId: string): Client {
  const record = statement<[string], ClientRecord>(db, 'SELECT * FROM clients WHERE id = ?').get(clientId);
  if (!record) throw new DeskError('not_found', `There is no client ${clientId}; it may have been deleted.`);
  return toClient(record);
}

/** The clients of this name, letter case and accents aside; oldest first. For people who type a name, not an id. */
export function findClientsByName(db: Db, name: string): Client[] {
  const wanted = fold(name.trim());
  return statement<[], ClientRecord>(db, 'SELECT * FROM clients ORDER BY created_at, id')
    .all()
    .filter((record) => fold(record.name) === wanted)
    .map(toClient);
}

/** Changes the given fields only. Throws DeskError `not_found`. */
export function updateClient(db: Db, clientId: string, changes: Partial<ClientProfile>, now: number): Client {
  const client: Client = { ...readClient(db, clientId), ...changes, updatedAt: now };
  statement(
    db,
    `UPDATE clients SET name = @name, address_as = @addressAs, language = @language, formality = @formality,
       updated_at = @updatedAt WHERE id = @id`,
  ).run(client);
  return client;
}

/**
 * The client list, newest activity first (a client without messages counts from its creation).
 * `query` keeps those whose name holds it or who have a message with all its words, the last one as a prefix;
 * an empty one keeps all.
 * The last message is what was really said: the client's, or a sent reply. A client waits while the newest
 * message that still counts (not failed, not replaced) is the client's own, a draft, or being written.
 */
export function listClients(db: Db, query: string): ClientRow[] {
  const records = statement<[], ListRecord>(db, LIST).all();
  const wanted = fold(query.trim());
  if (wanted === '') return records.map(toRow);
  const saidIt = clientsWhoSaid(db, query);
  return records.filter((record) => isNamed(record, wanted) || saidIt.has(record.id)).map(toRow);
}

/** Deletes the row, and with it all rows that belong to the client. False when there was none. */
export function deleteClientRow(db: Db, clientId: string): boolean {
  return statement(db, 'DELETE FROM clients WHERE id = ?').run(clientId).changes === 1;
}

const LIST = `
  SELECT c.*, substr(last.text, 1, ${ROW_TEXT}) AS last_text, coalesce(last.sent_at, last.created_at) AS last_at,
    last.author AS last_author,
    coalesce((SELECT m.state IS NOT 'sent' FROM messages AS m
      WHERE m.client_id = c.id AND (m.state IS NULL OR m.state NOT IN ('failed', 'replaced'))
      ORDER BY m.seq DESC LIMIT 1), 0) AS is_waiting
  FROM clients AS c
  LEFT JOIN messages AS last ON last.seq = (SELECT m.seq FROM messages AS m
    WHERE m.client_id = c.id AND (m.author = 'client' OR m.state = 'sent') ORDER BY m.seq DESC LIMIT 1)
  ORDER BY coalesce(last_at, c.created_at) DESC, c.id DESC`;

function clientsWhoSaid(db: Db, query: string): Set<string> {
  const match = ftsQuery(query);
  if (match === null) return new Set();
  const ids = db
    .prepare<
      [string],
      string
    >(`SELECT DISTINCT m.client_id FROM messages_fts AS f CROSS JOIN messages AS m ON m.seq = f.rowid
       WHERE messages_fts MATCH ? AND (m.author = 'client' OR m.state IN ('draft', 'sent'))`)
    .pluck()
    .all(match);
  return new Set(ids);
}

function isNamed(record: ClientRecord, wanted: string): boolean {
  return fold(record.name).includes(wanted) || fold(record.address_as ?? '').includes(wanted);
}

function toClient(record: ClientRecord): Client {
  return {
    id: record.id,
    name: record.name,
    addressAs: record.address_as,
    language: record.language,
    formality: record.formality,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
  };
}

function toRow(record: ListRecord): ClientRow {
  const { last_text: text, last_at: at, last_author: author } = record;
  const hasLast = text !== null && at !== null && author !== null;
  return {
    ...toClient(record),
    lastMessage: hasLast ? { text, at, author } : null,
    isWaiting: record.is_waiting === 1,
  };
}
