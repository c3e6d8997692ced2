import type { MemoryProposal, ProposalReason, ProposalState } from '../../shared/analysis.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

interface ProposalRecord {
  readonly id: string;
  readonly client_id: string;
  readonly target: 'fact' | 'jiwa';
  readonly key: string;
  readonly value: string;
  readonly confidence: number;
  readonly evidence_quote: string | null;
  readonly evidence_message_id: string | null;
  readonly evidence_at: number | null;
  readonly reason: ProposalReason;
  readonly analysis_id: string | null;
  readonly state: ProposalState;
  readonly note: string | null;
  readonly entry_id: string | null;
  readonly replaced_id: string | null;
  readonly decided_at: number | null;
  readonly created_at: number;
}

/** A proposal with what its approval did to the memory. */
export interface KeptProposal extends MemoryProposal {
  /** The memory that its approval made; null where that was known already. */
  readonly entryId: string | null;
  /** The one that ended by it. */
  readonly replacedId: string | null;
}

type NewProposal = Pick<
  MemoryProposal,
  'clientId' | 'target' | 'key' | 'value' | 'confidence' | 'evidence' | 'reason' | 'analysisId'
>;

export function insertProposal(db: Db, proposal: NewProposal, now: number): string {
  const id = newId();
  const { evidence, ...row } = proposal;
  statement(
    db,
    `INSERT INTO memory_proposals (id, client_id, target, key, value, confidence, evidence_quote, evidence_message_id,
       evidence_at, reason, analysis_id, created_at)
     VALUES (@id, @clientId, @target, @key, @value, @confidence, @quote, @messageId, @at, @reason, @analysisId, @now)`,
  ).run({
    ...row,
    id,
    quote: evidence?.quote ?? null,
    messageId: evidence?.messageId ?? null,
    at: evidence?.at ?? null,
    now,
  });
  return id;
}

/** All proposals about a client, the newest first. */
export function listProposalsOf(db: Db, clientId: string): KeptProposal[] {
  return statement<[string], ProposalRecord>(
    db,
    'SELECT * FROM memory_proposals WHERE client_id = ? ORDER BY created_at DESC, id DESC',
  )
    .all(clientId)
    .map(toProposal);
}

/** The client a proposal is about; null when there is none, or it does not wait. */
export function ownerOfProposal(db: Db, id: string): string | null {
  const row = statement<[string], { clientId: string }>(
    db,
    "SELECT client_id AS clientId FROM memory_proposals WHERE id = ? AND state = 'waiting'",
  ).get(id);
  return row?.clientId ?? null;
}

/** Throws DeskError `not_found`, also where the proposal is about another client. */
export function readProposal(db: Db, clientId: string, id: string): KeptProposal {
  const record = statement<[string, string], ProposalRecord>(
    db,
    'SELECT * FROM memory_proposals WHERE client_id = ? AND id = ?',
  ).get(clientId, id);
  if (!record) throw new DeskError('not_found', `This client has no proposal ${id}.`);
  return toProposal(record);
}

/** Keeps what was decided, or that nothing is any more. */
export function decideProposal(
  db: Db,
  { clientId, id }: Pick<MemoryProposal, 'clientId' | 'id'>,
  decision: Pick<KeptProposal, 'state' | 'value' | 'note' | 'entryId' | 'replacedId' | 'decidedAt'>,
): void {
  statement(
    db,
    `UPDATE memory_proposals SET state = @state, value = @value, note = @note, entry_id = @entryId,
       replaced_id = @replacedId, decided_at = @decidedAt
     WHERE client_id = @clientId AND id = @id`,
  ).run({ ...decision, clientId, id });
}

function toProposal(record: ProposalRecord): KeptProposal {
  const { evidence_quote: quote, evidence_message_id: messageId, evidence_at: at } = record;
  return {
    id: record.id,
    clientId: record.client_id,
    target: record.target,
    key: record.key,
    value: record.value,
    confidence: record.confidence,
    evidence: quote === null ? null : { quote, messageId, at },
    reason: record.reason,
    analysisId: record.analysis_id,
    state: record.state,
    note: record.note,
    entryId: record.entry_id,
    replacedId: record.replaced_id,
    decidedAt: record.decided_at,
    createdAt: record.created_at,
  };
}
