import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deleteClientRow,
  findClientsByName,
  listClients,
  readClient,
  updateClient,
} from '../../../src/main/db/clients.ts';
import { newId } from '../../../src/main/db/id.ts';
import { aClient, openTestDb, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';
import { aConversation, aMessage } from '../../fixtures/messages.ts';

let desk: TestDb;
let clock: TestClock;

beforeEach(() => {
  desk = openTestDb();
  clock = testClock();
});

afterEach(() => {
  desk.cleanUp();
});

function named(name: string, addressAs: string | null = null): string {
  clock.advance(1_000);
  return aClient(desk.db, { name, addressAs }, clock).id;
}

/** Says it in the client's conversation, a second after what came before. */
function say(clientId: string, text: string, reply: Parameters<typeof aMessage>[1]['reply'] = null): void {
  clock.advance(1_000);
  const conversationId = aConversation(desk.db, clientId);
  aMessage(desk.db, { clientId, conversationId, text, at: clock.now(), reply });
}

const names = (query: string) => listClients(desk.db, query).map((row) => row.name);
const onlyRow = () => listClients(desk.db, '')[0];

it('reads what was created', () => {
  const client = aClient(desk.db, { name: 'Giulia Rossi', addressAs: 'Giulia', language: 'it' }, clock);
  expect(readClient(desk.db, client.id)).toEqual(client);
  expect(client.createdAt).toBe(clock.now());
});

it('changes the given fields only', () => {
  const before = aClient(desk.db, { addressAs: 'Bli Made' }, clock);
  clock.advance(5);
  const after = updateClient(desk.db, before.id, { addressAs: null, formality: 'formal' }, clock.now());
  expect(after).toEqual({ ...before, addressAs: null, formality: 'formal', updatedAt: before.createdAt + 5 });
  expect(readClient(desk.db, before.id)).toEqual(after);
});

it('says so when there is no such client', () => {
  const missing = expect.objectContaining({ name: 'DeskError', code: 'not_found' });
  expect(() => readClient(desk.db, newId())).toThrow(missing);
  expect(() => updateClient(desk.db, newId(), { name: 'Nobody' }, 1)).toThrow(missing);
  expect(deleteClientRow(desk.db, newId())).toBe(false);
});

it('finds clients by a typed name, letter case and accents aside', () => {
  const id = named('Niccolò Dé');
  named('Niccolo Demetri');
  expect(findClientsByName(desk.db, ' niccolo de ').map((client) => client.id)).toEqual([id]);
});

describe('the list', () => {
  it('has the newest activity first', () => {
    const early = named('Early');
    named('Late');
    expect(names('')).toEqual(['Late', 'Early']);
    say(early, 'Halo');
    expect(names('')).toEqual(['Early', 'Late']);
  });

  it('shows the last message that was really said', () => {
    const id = named('Wayan');
    expect(onlyRow()).toMatchObject({ lastMessage: null, isWaiting: false });
    say(id, 'Halo');
    const at = clock.now();
    say(id, 'A draft', { state: 'draft' });
    expect(onlyRow()?.lastMessage).toEqual({ text: 'Halo', at, author: 'client' });
    say(id, 'Sent', { state: 'sent' });
    expect(onlyRow()?.lastMessage).toEqual({ text: 'Sent', at: clock.now(), author: 'desk' });
    say(id, 'x'.repeat(5_000));
    expect(onlyRow()?.lastMessage?.text).toHaveLength(200);
  });

  it.each([
    ['waits', 'wrote and has no reply', [null], true],
    ['waits', 'has a reply being written', [null, 'streaming'], true],
    ['waits', 'has a draft', [null, 'draft'], true],
    ['does not wait', 'has a sent reply', [null, 'sent'], false],
    ['waits', 'has a failed reply only', [null, 'failed'], true],
    ['waits', 'wrote again after a sent reply', [null, 'sent', null], true],
    ['does not wait', 'has a sent reply after a replaced one', [null, 'replaced', 'sent'], false],
    ['waits', 'has a draft after a sent reply', [null, 'sent', 'draft'], true],
  ] as const)('says that a client %s who %s', (_waits, _who, states, isWaiting) => {
    const id = named('Wayan');
    for (const state of states) say(id, 'text', state === null ? null : { state });
    expect(onlyRow()?.isWaiting).toBe(isWaiting);
  });

  it('keeps those whose name holds the query', () => {
    named('Wayan Suastika');
    named('Chiara Wàyne', 'Signora Chiara');
    named('Emma Walker');
    expect(names('way')).toEqual(['Chiara Wàyne', 'Wayan Suastika']);
    expect(names('  SIGNORA ')).toEqual(['Chiara Wàyne']);
    expect(names('nobody')).toEqual([]);
    expect(names('   ')).toHaveLength(3);
  });

  it('keeps those who said the words of the query, or were told them', () => {
    const asked = named('Wayan');
    const told = named('Emma');
    const failed = named('Mario');
    say(asked, 'Kapan paspor saya selesai?');
    say(told, 'Your passport: paspor is ready', { state: 'sent' });
    say(failed, 'paspor', { state: 'failed' });
    expect(names('paspor')).toEqual(['Emma', 'Wayan']);
    expect(names('paspor sele')).toEqual(['Wayan']);
  });

  it.each(['"', '%', '_', "'; DROP TABLE clients", 'a OR b', 'NEAR(', '*', '💥', '\0'])(
    'takes the query %j as mere text',
    (query) => {
      named('Wayan');
      expect(names(query)).toEqual([]);
      expect(names('')).toEqual(['Wayan']);
    },
  );
});
