import { DeskError } from '../../shared/fault.ts';
import type { Db } from '../db/db.ts';
import { ownerOfProposal } from '../db/memory-proposals.ts';
import { approveProposal, rejectProposal, undoDecision } from '../memory/proposals.ts';
import type { Decider } from './decider.ts';

/** Memories that wait. What a decision did to the memory stands with the proposal. */
export const decideMemory: Decider = {
  approve: (db, id, edit, now) =>
    ofOwner(db, id, (clientId) => approveProposal(db, { now: () => now }, clientId, id, edit?.text)),
  reject: (db, id, { reason, note }, now) =>
    ofOwner(db, id, (clientId) => rejectProposal(db, { now: () => now }, clientId, id, note ?? reason)),
  undo: (db, { itemId, clientId }, now) => {
    if (clientId === null) return false;
    try {
      // A transaction of its own: nothing of it stays where it is refused halfway.
      db.transaction(() => undoDecision(db, { now: () => now }, clientId, itemId))();
      return true;
    } catch (error) {
      if (error instanceof DeskError && (error.code === 'conflict' || error.code === 'not_found'))
        return false;
      throw error;
    }
  },
};

function ofOwner(db: Db, id: string, act: (clientId: string) => unknown) {
  const clientId = ownerOfProposal(db, id);
  if (clientId === null) return null;
  act(clientId);
  return { clientId, before: null, after: null };
}
