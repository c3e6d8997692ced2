import type { Command } from 'commander';
import type { IndexStatus } from '../shared/insight.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { settleIndex, withDesk } from './desk.ts';
import { remarkOn } from './output.ts';
import { paint } from './paint.ts';

/** `index rebuild|status`. */
export function addIndexCommands(group: Command, cli: Cli): void {
  withCommon(group.command('rebuild').description('build the cultural index anew; the app must be closed'), [
    'index rebuild',
  ]).action((options: JsonOption) => rebuild(cli, options));

  withCommon(group.command('status').description('show the state of the cultural index'), [
    'index status --json',
  ]).action((options: JsonOption) => show(cli, options));
}

async function rebuild(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const status = await withDesk(cli, { ownedFor: 'Building the index' }, ({ core }) =>
    core.knowledge.rebuild(),
  );
  out.result(status, () => statusText(status));
}

async function show(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const status = await withDesk(cli, {}, async (desk) => {
    // What its opening has begun is seen through; beside the running app nothing is written.
    if (desk.core.knowledge.status().state === 'building') remarkOn(out, await settleIndex(desk));
    return desk.core.knowledge.status();
  });
  out.result(status, () => statusText(status));
}

function statusText({ state, insights, vectors, embedder, dimension }: IndexStatus): string {
  const colour = state === 'ready' ? paint.good : paint.warning;
  return `The index is ${colour(state)}: ${insights} insights, ${vectors} vectors of ${dimension} by ${embedder}.`;
}
