import type { Client } from '../shared/client.ts';
import type { Db } from '../main/db/db.ts';
import { listClients, readClient } from '../main/db/clients.ts';
import { fold } from '../main/db/full-text.ts';
import { CliError, exitCodes } from './exit.ts';

/** The client a person means. Throws CliError `not_found`, and `ambiguous` with the candidates. */
export function findClient(db: Db, wanted: string): Client {
  return readClient(db, chooseClient(listClients(db, ''), wanted).id);
}

/** By id, else by exact name, else by the only name that begins so, letter case and accents aside. */
export function chooseClient<T extends Pick<Client, 'id' | 'name'>>(
  clients: readonly T[],
  wanted: string,
): T {
  const start = fold(wanted.trim());
  const steps: ((client: T) => boolean)[] = [
    (client) => client.id === wanted,
    (client) => client.name === wanted,
    (client) => fold(client.name) === start,
    (client) => start !== '' && fold(client.name).startsWith(start),
  ];
  const found = steps.map((fits) => clients.filter(fits)).find((some) => some.length > 0) ?? [];
  const [only, ...others] = found;
  if (!only) {
    const hint = '`client list` shows who is there, `client add` adds somebody.';
    throw new CliError('not_found', exitCodes.notFound, `There is no client "${wanted}". ${hint}`);
  }
  if (others.length === 0) return only;
  const list = found.map(({ id, name }) => `  ${name}  ${id}`).join('\n');
  const message = `"${wanted}" fits ${found.length} clients. Give more of the name, or the id:\n${list}`;
  throw new CliError('ambiguous', exitCodes.usage, message);
}
