import type { MemoryProposal } from '../../shared/analysis.ts';
import { DeskError } from '../../shared/fault.ts';
import { jiwaFields, type ClientFact, type JiwaEntry, type JiwaField } from '../../shared/memory.ts';
import type { Clock } from '../clock.ts';
import { clientFacts } from '../db/client-facts.ts';
import type { Db } from '../db/db.ts';
import { jiwaEntries } from '../db/jiwa.ts';
import {
  decideProposal,
  insertProposal,
  listProposalsOf,
  readProposal,
  type KeptProposal,
} from '../db/memory-proposals.ts';
import { saysTheSame } from './likeness.ts';
import { saveFact, saveJiwa } from './memory.ts';

type Wanted = Pick<MemoryProposal, 'clientId' | 'target' | 'key' | 'value' | 'evidence'>;

/**
 * Puts a memory before a person. `waiting` where the same waits already, `rejected` where it was refused before, in these
 * or other words or out of the same words of the client; nothing is added then.
 */
export function propose(
  db: Db,
  clock: Clock,
  proposal: Parameters<typeof insertProposal>[1],
): 'added' | 'waiting' | 'rejected' {
  if (wasRejected(db, proposal)) return 'rejected';
  const same = listProposalsOf(db, proposal.clientId).some(
    (one) => one.state === 'waiting' && isSame(one, proposal),
  );
  if (same) return 'waiting';
  insertProposal(db, proposal, clock.now());
  return 'added';
}

/** Whether a person refused this memory before, in these or other words. */
export function wasRejected(db: Db, wanted: Wanted): boolean {
  return listProposalsOf(db, wanted.clientId).some((one) => one.state === 'rejected' && isSame(one, wanted));
}

/** The same matter in like words, or concluded from the same words of the client. */
function isSame(one: Wanted, other: Wanted): boolean {
  if (one.target !== other.target) return false;
  if (saysTheSame(one.value, other.value)) return one.target === 'fact' || one.key === other.key;
  return (
    one.key === other.key &&
    one.evidence?.messageId != null &&
    one.evidence.messageId === other.evidence?.messageId &&
    one.evidence.quote === other.evidence.quote
  );
}

/**
 * Takes a proposal into the memory, in the consultant's words where they are given: the consultant stands behind it from
 * now on. Throws DeskError `not_found`, `conflict` when it does not wait, `bad_input` for an empty value.
 */
export function approveProposal(
  db: Db,
  clock: Clock,
  clientId: string,
  id: string,
  value?: string,
): MemoryProposal {
  return db
    .transaction(() => {
      const proposal = needWaiting(db, clientId, id);
      const said = value ?? proposal.value;
      const before = liveOf(db, proposal);
      const entry = remember(db, clock, { ...proposal, value: said });
      const isNew = entry.id !== before?.id;
      const decision = {
        state: 'approved' as const,
        value: entry.value,
        note: null,
        entryId: isNew ? entry.id : null,
        replacedId: isNew ? (before?.id ?? null) : null,
        decidedAt: clock.now(),
      };
      decideProposal(db, proposal, decision);
      return { ...proposal, ...decision };
    })
    .immediate();
}

/** Refuses a proposal: it does not come back in other words. Throws DeskError `not_found`, `conflict` when it does not wait. */
export function rejectProposal(
  db: Db,
  clock: Clock,
  clientId: string,
  id: string,
  note: string | null = null,
): MemoryProposal {
  return db
    .transaction(() => {
      const proposal = needWaiting(db, clientId, id);
      const decision = {
        state: 'rejected' as const,
        value: proposal.value,
        note,
        entryId: null,
        replacedId: null,
        decidedAt: clock.now(),
      };
      decideProposal(db, proposal, decision);
      return { ...proposal, ...decision };
    })
    .immediate();
}

/**
 * Takes a decision back: the proposal waits again, and the memory is as it was before. An edited value stays with the
 * proposal. Throws DeskError `not_found`, and `conflict` where the memory has changed since.
 */
export function undoDecision(db: Db, clock: Clock, clientId: string, id: string): MemoryProposal {
  return db
    .transaction(() => {
      const proposal = readProposal(db, clientId, id);
      if (proposal.entryId !== null) takeBack(db, clock, proposal, proposal.entryId);
      const decision = {
        state: 'waiting' as const,
        value: proposal.value,
        note: null,
        entryId: null,
        replacedId: null,
        decidedAt: null,
      };
      decideProposal(db, proposal, decision);
      return { ...proposal, ...decision };
    })
    .immediate();
}

function takeBack(db: Db, clock: Clock, proposal: KeptProposal, entryId: string): void {
  const { clientId, replacedId, target } = proposal;
  const live = liveOf(db, proposal);
  if (live?.id !== entryId)
    throw new DeskError('conflict', 'This memory has changed since; it is taken back in the memory itself.');
  const table = target === 'fact' ? clientFacts : jiwaEntries;
  table.end(db, clientId, entryId, Math.max(clock.now(), live.validFrom));
  if (replacedId !== null) table.reopen(db, clientId, replacedId);
}

function needWaiting(db: Db, clientId: string, id: string): KeptProposal {
  const proposal = readProposal(db, clientId, id);
  if (proposal.state === 'waiting') return proposal;
  throw new DeskError('conflict', `This proposal was ${proposal.state} already. Take that back first.`);
}

type Target = Pick<MemoryProposal, 'clientId' | 'target' | 'key'>;

function liveOf(db: Db, { clientId, target, key }: Target): ClientFact | JiwaEntry | null {
  return target === 'fact'
    ? clientFacts.readLiveByKey(db, clientId, key)
    : jiwaEntries.readLiveByKey(db, clientId, fieldOf(key));
}

function remember(db: Db, clock: Clock, { clientId, target, key, value, evidence }: MemoryProposal) {
  const memory = { clientId, value, author: 'consultant', confidence: 1, evidence } as const;
  return target === 'fact'
    ? saveFact(db, clock, { ...memory, topic: key })
    : saveJiwa(db, clock, { ...memory, field: fieldOf(key) });
}

function fieldOf(key: string): JiwaField {
  const field = jiwaFields.find((one) => one === key);
  if (field === undefined) throw new DeskError('bad_input', `There is no jiwa field ${key}.`);
  return field;
}
