import type { ReportEvidence, ReportItem } from '../../shared/night.ts';
import type { Db } from './db.ts';

/** Keeps what a report tells of, apart from its figures: what is one client's goes with the client. */
export function insertItems(db: Db, nightId: string, items: readonly ReportItem[]): void {
  const insertItem = db.prepare(
    `INSERT INTO night_items (night_id, item_group, text, detail, ref_kind, ref_id, client_id)
     VALUES (@nightId, @group, @text, @detail, @kind, @id, (SELECT id FROM clients WHERE id = @clientId))`,
  );
  const insertEvidence = db.prepare(
    `INSERT INTO night_evidence (item_id, quote, client_id, message_id)
     VALUES (@itemId, @quote, @clientId, (SELECT id FROM messages WHERE id = @messageId))`,
  );
  const isThere = db.prepare('SELECT 1 FROM clients WHERE id = ?');
  const isForgotten = (clientId: string | null): boolean =>
    clientId !== null && isThere.get(clientId) === undefined;
  for (const { group, text, detail, evidence, ref, clientId } of items) {
    // Whoever was forgotten while the night went on is not written of again.
    if (isForgotten(clientId)) continue;
    const { lastInsertRowid: itemId } = insertItem.run({ nightId, group, text, detail, ...ref, clientId });
    for (const one of evidence) if (!isForgotten(one.clientId)) insertEvidence.run({ ...one, itemId });
  }
}

interface ItemRow {
  readonly id: number;
  readonly item_group: ReportItem['group'];
  readonly text: string;
  readonly detail: string | null;
  readonly ref_kind: string;
  readonly ref_id: string;
  readonly client_id: string | null;
}

/** What a night did, in the order in which it was told. */
export function listItems(db: Db, nightId: string): ReportItem[] {
  const evidence = db.prepare<[number], ReportEvidence>(
    `SELECT quote, client_id AS clientId, message_id AS messageId FROM night_evidence WHERE item_id = ? ORDER BY id`,
  );
  return db
    .prepare<[string], ItemRow>('SELECT * FROM night_items WHERE night_id = ? ORDER BY id')
    .all(nightId)
    .map((row) => ({
      group: row.item_group,
      text: row.text,
      detail: row.detail,
      evidence: evidence.all(row.id),
      ref: { kind: row.ref_kind, id: row.ref_id },
      clientId: row.client_id,
    }));
}

interface Change {
  readonly table_name: string;
  readonly after: string;
  readonly client_id: string | null;
}

/** What the jobs of a night wrote of clients and into prepared answers, from what was written down of it. */
export function itemsOfChanges(db: Db, nightId: string): ReportItem[] {
  return db
    .prepare<[string], Change>(
      `SELECT table_name, after, client_id FROM night_changes
       WHERE night_id = ? AND before IS NULL AND after IS NOT NULL
         AND table_name IN ('jiwa_entries', 'client_facts', 'prepared_answers') ORDER BY seq`,
    )
    .all(nightId)
    .map(({ table_name: table, after, client_id: clientId }) =>
      itemOfRow(table, JSON.parse(after) as Record<string, string | null>, clientId),
    );
}

function itemOfRow(table: string, row: Record<string, string | null>, clientId: string | null): ReportItem {
  const id = row['id'] ?? '';
  const text = row['text'] ?? row['value'] ?? '';
  if (table === 'prepared_answers') {
    const ref = { kind: 'answer', id };
    return { group: 'answers', text, detail: row['language'] ?? null, evidence: [], ref, clientId: null };
  }
  const isJiwa = table === 'jiwa_entries';
  const quote = row['evidence_quote'];
  return {
    group: 'clients',
    text,
    detail: (isJiwa ? row['field'] : row['topic']) ?? null,
    evidence: quote ? [{ quote, clientId, messageId: row['evidence_message_id'] ?? null }] : [],
    ref: { kind: isJiwa ? 'jiwa' : 'fact', id },
    clientId,
  };
}
