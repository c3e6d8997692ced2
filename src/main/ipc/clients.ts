import type { Core } from '../core.ts';
import { createClient, listClients, updateClient } from '../db/clients.ts';
import type { Handle } from '../shell/ipc.ts';

/** Clients: list, create, update, forget. */
export function registerClients(handle: Handle, desk: () => Core): void {
  handle('client:list', ({ query }) => listClients(desk().db, query));
  handle('client:create', (profile) =>
    announced(desk(), createClient(desk().db, profile, desk().clock.now())),
  );
  handle('client:update', ({ clientId, ...profile }) =>
    announced(desk(), updateClient(desk().db, clientId, profile, desk().clock.now())),
  );
  handle('client:forget', ({ clientId }) => desk().forgetClient(clientId));
}

function announced<T extends { readonly id: string }>(core: Core, client: T): T {
  core.emit('client:changed', { clientId: client.id });
  return client;
}
