import { readClientAnalysis } from '../analysis/queue.ts';
import type { Core } from '../core.ts';
import {
  clearJiwa,
  jiwaHistory,
  lockFact,
  lockJiwa,
  readMemory,
  removeFact,
  restoreFact,
  restoreJiwa,
  saveFact,
  saveJiwa,
} from '../memory/memory.ts';
import type { Handle } from '../shell/ipc.ts';

/** The consultant's own word: certain, and without a quote. */
const byConsultant = { author: 'consultant', confidence: 1, evidence: null } as const;

/** What is remembered of a client: facts and jiwa. */
export function registerMemory(handle: Handle, desk: () => Core): void {
  const changed = <T>(clientId: string, value: T): T => {
    desk().emit('memory:changed', { clientId });
    return value;
  };
  handle('analysis:read', ({ clientId }) => readClientAnalysis(desk().db, clientId));
  handle('memory:read', ({ clientId }) => readMemory(desk().db, clientId));
  handle('fact:save', (fact) =>
    changed(fact.clientId, saveFact(desk().db, desk().clock, { ...fact, ...byConsultant })),
  );
  handle('fact:remove', ({ clientId, factId }) =>
    changed(clientId, removeFact(desk().db, desk().clock, clientId, factId)),
  );
  handle('fact:restore', ({ clientId, factId }) =>
    changed(clientId, restoreFact(desk().db, clientId, factId)),
  );
  handle('fact:lock', ({ clientId, factId, isLocked }) =>
    changed(clientId, lockFact(desk().db, clientId, factId, isLocked)),
  );
  registerJiwa(handle, desk, changed);
}

function registerJiwa(handle: Handle, desk: () => Core, changed: <T>(clientId: string, value: T) => T): void {
  handle('jiwa:save', (entry) =>
    changed(entry.clientId, saveJiwa(desk().db, desk().clock, { ...entry, ...byConsultant })),
  );
  handle('jiwa:clear', ({ clientId, field }) =>
    changed(clientId, clearJiwa(desk().db, desk().clock, clientId, field)),
  );
  handle('jiwa:restore', ({ clientId, entryId }) =>
    changed(clientId, restoreJiwa(desk().db, clientId, entryId)),
  );
  handle('jiwa:lock', ({ clientId, field, isLocked }) =>
    changed(clientId, lockJiwa(desk().db, clientId, field, isLocked)),
  );
  handle('jiwa:history', ({ clientId, field }) => jiwaHistory(desk().db, clientId, field));
}
