import type { ClientFact, Evidence, MemoryAuthor } from '../../shared/memory.ts';

/** The columns that `client_facts` and `jiwa_entries` share. */
export interface MemoryRecord {
  readonly id: string;
  readonly client_id: string;
  readonly value: string;
  readonly author: MemoryAuthor;
  readonly confidence: number;
  readonly evidence_quote: string | null;
  readonly evidence_message_id: string | null;
  readonly evidence_at: number | null;
  readonly is_locked: 0 | 1;
  readonly valid_from: number;
  readonly valid_to: number | null;
}

type MemoryFields = Omit<ClientFact, 'topic'>;

export const MEMORY_COLUMNS = `id, client_id, value, author, confidence, evidence_quote, evidence_message_id, evidence_at,
  is_locked, valid_from, valid_to`;
export const MEMORY_PARAMETERS = `@id, @client_id, @value, @author, @confidence, @evidence_quote, @evidence_message_id,
  @evidence_at, @is_locked, @valid_from, @valid_to`;

/** The shared fields as the product has them. */
export function fromRecord(record: MemoryRecord): MemoryFields {
  return {
    id: record.id,
    clientId: record.client_id,
    value: record.value,
    author: record.author,
    confidence: record.confidence,
    evidence: evidenceOf(record),
    isLocked: record.is_locked === 1,
    validFrom: record.valid_from,
    validTo: record.valid_to,
  };
}

/** The shared columns of a row, as parameters of a statement. */
export function toRecord(entry: MemoryFields): MemoryRecord {
  return {
    id: entry.id,
    client_id: entry.clientId,
    value: entry.value,
    author: entry.author,
    confidence: entry.confidence,
    evidence_quote: entry.evidence?.quote ?? null,
    evidence_message_id: entry.evidence?.messageId ?? null,
    evidence_at: entry.evidence?.at ?? null,
    is_locked: entry.isLocked ? 1 : 0,
    valid_from: entry.validFrom,
    valid_to: entry.validTo,
  };
}

function evidenceOf(record: MemoryRecord): Evidence | null {
  if (record.evidence_quote === null) return null;
  return {
    quote: record.evidence_quote,
    messageId: record.evidence_message_id,
    at: record.evidence_at,
  };
}
