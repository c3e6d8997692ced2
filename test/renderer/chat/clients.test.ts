import { describe, expect, test } from 'vitest';
import {
  createClient,
  forgetClient,
  searchClients,
  selectClient,
  updateClient,
} from '../../../src/renderer/chat/clients-actions.ts';
import { openClient } from '../../../src/renderer/chat/clients-store.ts';
import { clientNamed, startedDesk } from '../desk-fixture.ts';

const shownName = (desk: Awaited<ReturnType<typeof startedDesk>>['desk']) =>
  openClient(desk.clients.getState())?.name;

describe('the open client', () => {
  test('stays open while the list is searched for another', async () => {
    const { desk } = await startedDesk();
    await searchClients(desk, 'Wayan');
    expect(desk.clients.getState().rows.map(({ name }) => name)).toEqual(['Wayan Ardana']);
    expect(shownName(desk)).toBe('Mario Rinaldi');
    await searchClients(desk, 'Waya');
    expect(shownName(desk)).toBe('Mario Rinaldi');
  });

  test('may be one that the searched list does not show', async () => {
    const { desk } = await startedDesk();
    const emily = clientNamed(desk, 'Emily Carter').id;
    await searchClients(desk, 'Wayan');
    await selectClient(desk, emily);
    expect(shownName(desk)).toBe('Emily Carter');
    expect(desk.clients.getState().query).toBe('');
  });

  test('is called by its new name at once, also while the list is searched for another', async () => {
    const { desk } = await startedDesk();
    const { id, addressAs, language, formality } = clientNamed(desk, 'Mario Rinaldi');
    await searchClients(desk, 'Wayan');
    await updateClient(desk, id, { name: 'Mario Rinaldi Sartori', addressAs, language, formality });
    expect(shownName(desk)).toBe('Mario Rinaldi Sartori');
  });

  test('is nobody once forgotten, until another one is opened', async () => {
    const { desk, bridge } = await startedDesk();
    const mario = clientNamed(desk, 'Mario Rinaldi');
    await searchClients(desk, 'Wayan');
    bridge.refuseNext('client:list', 'internal');
    await forgetClient(desk, mario);
    expect(shownName(desk)).toBeUndefined();
  });
});

test('a client that is opened leaves behind what lay over the one before', async () => {
  const { desk } = await startedDesk();
  desk.app.setState({ overlay: { kind: 'details', replyId: 'of-mario' } });
  await selectClient(desk, clientNamed(desk, 'Wayan Ardana').id);
  expect(desk.app.getState().overlay).toBeNull();
});

test('a form for a new client stays while the list opens a client by itself', async () => {
  const { desk } = await startedDesk();
  desk.clients.setState({ selectedId: null });
  desk.app.setState({ overlay: { kind: 'new_client' } });
  await searchClients(desk, '');
  expect(desk.clients.getState().selectedId).not.toBeNull();
  expect(desk.app.getState().overlay).toEqual({ kind: 'new_client' });
});

test('a new client is opened also when its list cannot be read', async () => {
  const { desk, bridge } = await startedDesk();
  bridge.refuseNext('client:list', 'internal');
  const profile = { name: 'Putu Sari', addressAs: null, language: 'id', formality: 'informal' } as const;
  expect(await createClient(desk, profile)).toBe(true);
  expect(shownName(desk)).toBe('Putu Sari');
});
