import { createInterface } from 'node:readline/promises';
import type { Client } from '../shared/client.ts';
import { DeskError } from '../shared/fault.ts';
import type { Core } from '../main/core.ts';
import { listClients } from '../main/db/clients.ts';
import { outputFor, type Cli, type JsonOption } from './command.ts';
import { withDesk } from './desk.ts';
import { CliError, exitCodes } from './exit.ts';
import { findClient } from './find-client.ts';

/** `client delete`: as guest too; what the running app keeps from being wiped is wiped at its next start. */
export async function deleteClient(
  cli: Cli,
  name: string,
  options: JsonOption & { yes?: boolean },
): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core, role }) => {
    const client = findClient(core.db, name);
    if (!options.yes) await confirm(client);
    const left = await forget(core, client.id);
    if (left !== null) out.remark(left);
    else if (role === 'guest')
      out.remark('Jiwa Desk is running: its window shows the change after a restart.');
    const result = { deleted: client, hasTracesLeft: left !== null };
    out.result(result, () => `Deleted ${client.name} and everything that was kept of them.`);
  });
}

/** What is still to be done, in words: the running app keeps files busy, and the next start wipes them. */
async function forget(core: Core, clientId: string): Promise<string | null> {
  try {
    await core.forgetClient(clientId);
    return null;
  } catch (error) {
    const isGone = listClients(core.db, '').every(({ id }) => id !== clientId);
    if (isGone && error instanceof DeskError && error.code === 'conflict') return error.message;
    throw error;
  }
}

/** Deleting cannot be undone, so the name is asked for again where somebody can answer. */
async function confirm({ name }: Client): Promise<void> {
  if (!process.stdin.isTTY)
    throw new CliError(
      'wrong_usage',
      exitCodes.usage,
      'Deleting cannot be undone. Add --yes to do it without being asked.',
    );
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await lines.question(
      `This cannot be undone. Type the name (${name}) to delete the client: `,
    );
    if (typed.trim() !== name)
      throw new CliError('cancelled', exitCodes.failure, 'That is not the name; nothing was deleted.');
  } finally {
    lines.close();
  }
}
