import type { Variation } from '../../shared/answer.ts';
import type { ProposalReason, ProposalState, ProposedIntent } from '../../shared/proposal.ts';
import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import type { ProposalOrigin } from './proposed-variations.ts';
import { statement } from './statement.ts';

export interface NewIntent {
  readonly title: Readonly<Record<Language, string>>;
  readonly variations: readonly Variation[];
  readonly facts: readonly string[];
  /** What its messages are about, so that the same is not proposed again. */
  readonly keys: readonly string[];
  readonly times: number;
  readonly clients: number;
  /** Null: it waits for a person. */
  readonly refusal: { readonly reason: ProposalReason; readonly detail: string } | null;
}

/** Keeps a proposal, one that no gate let through too. Call in the transaction that ends its job. */
export function insertProposedIntent(db: Db, origin: ProposalOrigin, proposal: NewIntent, now: number): void {
  const { title, variations, facts, keys, times, clients, refusal } = proposal;
  statement<[object]>(
    db,
    `INSERT INTO proposed_intents (id, title_id, title_it, title_en, variations, facts, keys, times, clients, state, reason,
         detail, decided_by, job_id, model, prompt_version, created_at, decided_at)
       VALUES (@newId, @id, @it, @en, @variations, @facts, @keys, @times, @clients, @state, @reason, @detail,
         iif(@state = 'waiting', NULL, 'gates'), @jobId, @model, @promptVersion, @now, iif(@state = 'waiting', NULL, @now))`,
  ).run({
    ...origin,
    ...title,
    newId: newId(),
    variations: JSON.stringify(variations),
    facts: JSON.stringify(facts),
    keys: JSON.stringify(keys),
    times,
    clients,
    state: refusal === null ? 'waiting' : 'rejected',
    reason: refusal?.reason ?? 'wished',
    detail: refusal?.detail ?? null,
    now,
  });
}

interface Row extends Omit<ProposedIntent, 'title' | 'variations' | 'facts'> {
  readonly titleId: string;
  readonly titleIt: string;
  readonly titleEn: string;
  readonly variations: string;
  readonly facts: string;
}

const columns = `id, title_id AS titleId, title_it AS titleIt, title_en AS titleEn, variations, facts, times, clients, state,
  reason, detail, decided_by AS decidedBy, intent_id AS intentId, job_id AS jobId, model, prompt_version AS promptVersion,
  created_at AS createdAt, decided_at AS decidedAt`;

const toIntent = ({
  titleId: id,
  titleIt: it,
  titleEn: en,
  variations,
  facts,
  ...row
}: Row): ProposedIntent => ({
  ...row,
  title: { id, it, en },
  variations: JSON.parse(variations) as Variation[],
  facts: JSON.parse(facts) as string[],
});

/** Those in these states, newest first. */
export function listProposedIntents(db: Db, states: readonly ProposalState[]): ProposedIntent[] {
  return statement<[string], Row>(
    db,
    `SELECT ${columns} FROM proposed_intents WHERE state IN (SELECT value FROM json_each(?))
       ORDER BY created_at DESC, id DESC`,
  )
    .all(JSON.stringify(states))
    .map(toIntent);
}

/** These, in no order; unknown ids are left out. */
export function readProposedIntents(db: Db, ids: readonly string[]): ProposedIntent[] {
  return statement<[string], Row>(
    db,
    `SELECT ${columns} FROM proposed_intents WHERE id IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(ids))
    .map(toIntent);
}

/** What every proposal there was is about, whatever became of it. */
export function proposedKeys(db: Db): string[][] {
  return statement<[], { keys: string }>(db, 'SELECT keys FROM proposed_intents')
    .all()
    .map(({ keys }) => JSON.parse(keys) as string[]);
}

/** What a person decided; `waiting` takes it back. */
export function decideIntent(
  db: Db,
  id: string,
  { state, intentId }: { readonly state: ProposalState; readonly intentId: string | null },
  now: number,
): void {
  statement<[object]>(
    db,
    `UPDATE proposed_intents SET state = @state, intent_id = @intentId,
         decided_by = iif(@state = 'waiting', NULL, 'person'), decided_at = iif(@state = 'waiting', NULL, @now)
       WHERE id = @id`,
  ).run({ id, state, intentId, now });
}
