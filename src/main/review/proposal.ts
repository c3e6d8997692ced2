import { DeskError } from '../../shared/fault.ts';
import {
  approveIntent,
  approveVariation,
  rejectIntent,
  rejectVariation,
  undoIntent,
  undoVariation,
} from '../answers/propose/accept.ts';
import type { Decider } from './decider.ts';

/** Proposals belong to nobody: what clients wrote is not in them. */
const ofNobody = <T extends object>(decided: T | null) => decided && { clientId: null, ...decided };

/** Ways to ask a question. */
export const decideVariation: Decider = {
  approve: (db, id, edit, now) => ofNobody(approveVariation(db, id, edit?.text, now)),
  reject: (db, id, _why, now) => ofNobody(rejectVariation(db, id, now)),
  undo: (db, { itemId, after }, now) =>
    undoVariation(db, itemId, after as Parameters<typeof undoVariation>[2], now),
};

/** Questions that came often. */
export const decideQuestion: Decider = {
  approve: (db, id, edit, now) => {
    if (edit !== null)
      throw new DeskError(
        'bad_input',
        'A question is approved as it stands; its texts can be changed afterwards.',
      );
    return ofNobody(approveIntent(db, id, now));
  },
  reject: (db, id, _why, now) => ofNobody(rejectIntent(db, id, now)),
  undo: (db, { itemId, after }, now) =>
    undoIntent(db, itemId, after as Parameters<typeof undoIntent>[2], now),
};
