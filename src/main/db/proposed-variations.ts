import type { ProposalReason, ProposalState, ProposedVariation } from '../../shared/proposal.ts';
import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

/** Who wrote proposals, and for which job. */
export interface ProposalOrigin {
  readonly jobId: string;
  readonly model: string | null;
  readonly promptVersion: string;
}

/** A proposal as it begins: waiting for a person, or decided by the gates. */
export interface NewVariation {
  readonly text: string;
  readonly state: ProposalState;
  readonly reason: ProposalReason | null;
  readonly detail: string | null;
}

/** Keeps proposals, those that no gate let through too. Call in the transaction that ends their job. */
export function insertProposedVariations(
  db: Db,
  origin: ProposalOrigin & { readonly intentId: string; readonly language: Language },
  proposals: readonly NewVariation[],
  now: number,
): void {
  const insert = statement<[object]>(
    db,
    `INSERT INTO proposed_variations (id, intent_id, language, text, state, reason, detail, decided_by, job_id, model,
         prompt_version, created_at, decided_at)
       VALUES (@id, @intentId, @language, @text, @state, @reason, @detail, iif(@state = 'waiting', NULL, 'gates'), @jobId,
         @model, @promptVersion, @now, iif(@state = 'waiting', NULL, @now))`,
  );
  for (const proposal of proposals) insert.run({ ...origin, ...proposal, id: newId(), now });
}

interface Row extends Omit<ProposedVariation, 'title'> {
  readonly titleId: string;
  readonly titleIt: string;
  readonly titleEn: string;
}

const columns = `p.id, p.intent_id AS intentId, i.slug AS intent, i.title_id AS titleId, i.title_it AS titleIt,
  i.title_en AS titleEn, p.language, p.text, p.state, p.reason, p.detail, p.decided_by AS decidedBy, p.job_id AS jobId,
  p.model, p.prompt_version AS promptVersion, p.created_at AS createdAt, p.decided_at AS decidedAt`;

const toVariation = ({ titleId: id, titleIt: it, titleEn: en, ...row }: Row): ProposedVariation => ({
  ...row,
  title: { id, it, en },
});

/** Those in these states, newest first. */
export function listProposedVariations(db: Db, states: readonly ProposalState[]): ProposedVariation[] {
  return statement<[string], Row>(
    db,
    `SELECT ${columns} FROM proposed_variations AS p JOIN intents AS i ON i.id = p.intent_id
       WHERE p.state IN (SELECT value FROM json_each(?)) ORDER BY p.created_at DESC, p.id DESC`,
  )
    .all(JSON.stringify(states))
    .map(toVariation);
}

/** These, in no order; unknown ids are left out. */
export function readProposedVariations(db: Db, ids: readonly string[]): ProposedVariation[] {
  return statement<[string], Row>(
    db,
    `SELECT ${columns} FROM proposed_variations AS p JOIN intents AS i ON i.id = p.intent_id
       WHERE p.id IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(ids))
    .map(toVariation);
}

/** Everything that was ever proposed for an intent in a language, whatever became of it. */
export function proposedTexts(db: Db, intentId: string, language: Language): string[] {
  return statement<[string, string], { text: string }>(
    db,
    'SELECT text FROM proposed_variations WHERE intent_id = ? AND language = ?',
  )
    .all(intentId, language)
    .map(({ text }) => text);
}

/** What a person decided; `waiting` takes it back. */
export function decideVariation(
  db: Db,
  id: string,
  { state, text }: { readonly state: ProposalState; readonly text: string },
  now: number,
): void {
  statement<[object]>(
    db,
    `UPDATE proposed_variations SET state = @state, text = @text, decided_by = iif(@state = 'waiting', NULL, 'person'),
         decided_at = iif(@state = 'waiting', NULL, @now) WHERE id = @id`,
  ).run({ id, state, text, now });
}

/** Adds variations to an intent; one that it has is left alone. Call in a transaction. */
export function addVariations(
  db: Db,
  intentId: string,
  variations: readonly { readonly language: Language; readonly text: string }[],
): void {
  const insert = statement<[object]>(
    db,
    `INSERT INTO variations (id, intent_id, language, text) VALUES (@id, @intentId, @language, @text)
       ON CONFLICT (intent_id, text) DO NOTHING`,
  );
  for (const { language, text } of variations) insert.run({ id: newId(), intentId, language, text });
}

/** Takes a variation away again. False when it was not there. */
export function removeVariation(db: Db, intentId: string, text: string): boolean {
  return (
    statement<[string, string]>(db, 'DELETE FROM variations WHERE intent_id = ? AND text = ?').run(
      intentId,
      text,
    ).changes > 0
  );
}
