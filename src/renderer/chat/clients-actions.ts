import type { Client } from '../../shared/client.ts';
import type { RequestInput } from '../../shared/ipc.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { refreshAnalysis } from '../memory/analysis-actions.ts';
import { refreshMemory } from '../memory/memory-actions.ts';
import { createMemoryStore } from '../memory/memory-store.ts';
import { openClient } from './clients-store.ts';
import { openTimeline } from './timeline-actions.ts';
import { createTimelineStore } from './timeline-store.ts';

export type ClientProfile = RequestInput<'client:create'>;

/** Reads the list again. A late answer to an older question is dropped; the first client opens by itself. */
export async function refreshClients(desk: Desk): Promise<void> {
  const { query } = desk.clients.getState();
  const rows = await ask(desk, 'client:list', { query });
  if (rows === null || desk.clients.getState().query !== query) return;
  // All clients were read: one that is not among them is gone. A searched list says nothing about the others.
  const selected = query === '' ? null : (openClient(desk.clients.getState()) ?? null);
  desk.clients.setState({ rows, selected, isLoaded: true });
  const first = rows[0];
  if (desk.clients.getState().selectedId === null && query === '' && first !== undefined) {
    await selectClient(desk, first.id);
  }
}

export async function searchClients(desk: Desk, query: string): Promise<void> {
  desk.clients.setState({ query });
  await refreshClients(desk);
}

/** Shows one client: conversation and memory. A searched list that does not hold it shows all again. */
export async function selectClient(desk: Desk, clientId: string): Promise<void> {
  desk.autosave.flush();
  const { overlay } = desk.app.getState();
  // What lies over the screen speaks of the client before; only the form for a new one does not.
  desk.app.setState({ screen: 'chat', overlay: overlay?.kind === 'new_client' ? overlay : null });
  if (desk.clients.getState().selectedId === clientId) return;
  desk.clients.setState({ selectedId: clientId });
  desk.memory.setState({ clientId, memory: null, isUnreadable: false, analysis: null });
  desk.details.setState({ byReply: {} });
  const isListed = openClient(desk.clients.getState()) !== undefined;
  await Promise.all([
    openTimeline(desk, clientId),
    refreshMemory(desk, clientId),
    refreshAnalysis(desk, clientId),
    isListed ? undefined : searchClients(desk, ''),
  ]);
}

/** Adds a client and opens it; false when it was refused. */
export async function createClient(desk: Desk, profile: ClientProfile): Promise<boolean> {
  const client = await ask(desk, 'client:create', profile);
  if (client === null) return false;
  desk.clients.setState({ query: '' });
  await refreshClients(desk);
  desk.clients.setState({ selected: client });
  await selectClient(desk, client.id);
  return true;
}

export async function updateClient(desk: Desk, clientId: string, profile: ClientProfile): Promise<boolean> {
  const client = await ask(desk, 'client:update', { clientId, ...profile });
  if (client === null) return false;
  if (desk.clients.getState().selectedId === clientId) desk.clients.setState({ selected: client });
  await refreshClients(desk);
  return true;
}

/** Forgets a client for good: nothing of it stays, here or in the data. */
export async function forgetClient(desk: Desk, client: Client): Promise<boolean> {
  desk.autosave.flush();
  if ((await ask(desk, 'client:forget', { clientId: client.id })) === null) return false;
  const { texts } = desk.composer.getState();
  const { [client.id]: _forgotten, ...others } = texts;
  desk.composer.setState({ texts: others });
  if (desk.clients.getState().selectedId === client.id) leaveClient(desk);
  desk.tell({ kind: 'done', what: 'client_forgotten' });
  await refreshClients(desk);
  return true;
}

function leaveClient(desk: Desk): void {
  desk.clients.setState({ selectedId: null, selected: null });
  desk.timeline.setState(createTimelineStore().getInitialState());
  desk.memory.setState(createMemoryStore().getInitialState());
  desk.details.setState({ byReply: {} });
}
