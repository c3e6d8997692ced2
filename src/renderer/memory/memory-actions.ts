import type { ClientFact, JiwaEntry, JiwaField } from '../../shared/memory.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';

/** Reads what is remembered of the client, if it is the one shown. */
export async function refreshMemory(desk: Desk, clientId: string): Promise<void> {
  if (desk.memory.getState().clientId !== clientId) return;
  const memory = await ask(desk, 'memory:read', { clientId });
  const shown = desk.memory.getState();
  if (shown.clientId !== clientId) return;
  if (memory === null) desk.memory.setState({ isUnreadable: shown.memory === null });
  else desk.memory.setState({ memory, isUnreadable: false });
}

async function afterChange(desk: Desk, clientId: string, answer: unknown): Promise<boolean> {
  if (answer === null) return false;
  await refreshMemory(desk, clientId);
  return true;
}

/** Keeps a fact, in place of an older one on the same topic; false when it was refused. */
export async function saveFact(desk: Desk, clientId: string, topic: string, value: string): Promise<boolean> {
  return afterChange(desk, clientId, await ask(desk, 'fact:save', { clientId, topic, value }));
}

/** Takes a fact away; for a while it can be taken back. */
export async function removeFact(desk: Desk, fact: ClientFact): Promise<void> {
  const { clientId, id: factId } = fact;
  const isDone = await afterChange(desk, clientId, await ask(desk, 'fact:remove', { clientId, factId }));
  if (!isDone) return;
  const undo = () => void restoreFact(desk, clientId, factId);
  desk.tell({ kind: 'undo', what: 'fact_removed', undo });
}

async function restoreFact(desk: Desk, clientId: string, factId: string): Promise<void> {
  await afterChange(desk, clientId, await ask(desk, 'fact:restore', { clientId, factId }));
}

async function restoreJiwa(desk: Desk, clientId: string, entryId: string): Promise<void> {
  await afterChange(desk, clientId, await ask(desk, 'jiwa:restore', { clientId, entryId }));
}

export async function lockFact(desk: Desk, fact: ClientFact): Promise<void> {
  const { clientId, id: factId } = fact;
  await afterChange(
    desk,
    clientId,
    await ask(desk, 'fact:lock', { clientId, factId, isLocked: !fact.isLocked }),
  );
}

export async function saveJiwa(
  desk: Desk,
  clientId: string,
  field: JiwaField,
  value: string,
): Promise<boolean> {
  return afterChange(desk, clientId, await ask(desk, 'jiwa:save', { clientId, field, value }));
}

/** Empties a jiwa field; for a while it can be taken back. */
export async function clearJiwa(desk: Desk, entry: JiwaEntry): Promise<void> {
  const { clientId, field, id: entryId } = entry;
  if (!(await afterChange(desk, clientId, await ask(desk, 'jiwa:clear', { clientId, field })))) return;
  const undo = () => void restoreJiwa(desk, clientId, entryId);
  desk.tell({ kind: 'undo', what: 'jiwa_cleared', undo });
}

export async function lockJiwa(desk: Desk, entry: JiwaEntry): Promise<void> {
  const { clientId, field, isLocked } = entry;
  await afterChange(desk, clientId, await ask(desk, 'jiwa:lock', { clientId, field, isLocked: !isLocked }));
}

/** Earlier values of one field, as the main process orders them; null when they cannot be read. */
export async function readJiwaHistory(
  desk: Desk,
  clientId: string,
  field: JiwaField,
): Promise<readonly JiwaEntry[] | null> {
  return ask(desk, 'jiwa:history', { clientId, field });
}
