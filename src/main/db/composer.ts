import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** By whom the unsent text would be: what the client wrote and is being typed in, or the consultant's own reply. */
export type ComposerAuthor = 'client' | 'desk';

/** Keeps unsent text, one per client and author; empty text clears it. Nothing of a client who was forgotten. */
export function saveComposer(
  db: Db,
  draft: { readonly clientId: string; readonly author: ComposerAuthor; readonly text: string },
  now: number,
): void {
  if (draft.text === '') return clearComposer(db, draft.clientId, draft.author);
  statement(
    db,
    `INSERT INTO composer_drafts (client_id, author, text, updated_at) SELECT id, @author, @text, @now FROM clients WHERE id = @clientId
     ON CONFLICT (client_id, author) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at`,
  ).run({ ...draft, now });
}

/** Removes the unsent text; there need be none. */
export function clearComposer(db: Db, clientId: string, author: ComposerAuthor): void {
  statement(db, 'DELETE FROM composer_drafts WHERE client_id = ? AND author = ?').run(clientId, author);
}

/** Unsent text by author; empty strings where there is none. */
export function readComposer(db: Db, clientId: string): Record<ComposerAuthor, string> {
  const rows = statement<[string], { author: ComposerAuthor; text: string }>(
    db,
    'SELECT author, text FROM composer_drafts WHERE client_id = ?',
  ).all(clientId);
  const textBy = (author: ComposerAuthor) => rows.find((row) => row.author === author)?.text ?? '';
  return { client: textBy('client'), desk: textBy('desk') };
}
