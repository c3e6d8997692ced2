import type { Command } from 'commander';
import { listRejected } from '../main/db/knowledge-batches.ts';
import { findRuns, listRuns, readRun } from '../main/db/knowledge-runs.ts';
import type { Db } from '../main/db/db.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { settleIndex, withDesk } from './desk.ts';
import { runsText, runText } from './knowledge-run-text.ts';
import { onlyOne } from './only-one.ts';
import { countOption } from './options.ts';
import { remarkOn } from './output.ts';
import { withRows } from './rows.ts';

/** `knowledge runs list|show|undo|again|cancel`; `runs` alone lists. */
export function addRunCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('list', { isDefault: true })
      .description('compare the runs: yield, rejects by reason, cost, model, prompt'),
    ['knowledge runs', 'knowledge runs --json'],
  ).action((options: JsonOption) => list(cli, options));

  withRun(group.command('show').description('show one run and what did not pass in it'), 'show')
    .addOption(countOption('-n, --limit <count>', 'rejects to show', 20, 10_000))
    .action((run: string, options: JsonOption & { limit: number }) => show(cli, run, options));

  withRun(
    group.command('undo').description('remove exactly what a run made; its numbers stay'),
    'undo',
  ).action((run: string, options: JsonOption) => undo(cli, run, options));

  withRun(
    group.command('again').description('begin another run that wants as much; `generate` works on it'),
    'again',
  ).action((run: string, options: JsonOption) => begin(cli, run, options));

  withRun(
    group.command('cancel').description('end a run, here and at the endpoint; what it made stays'),
    'cancel',
  ).action((run: string, options: JsonOption) => cancel(cli, run, options));
}

function withRun(command: Command, name: string): Command {
  const examples = [`knowledge runs ${name} 85cb79bcdb91`, `knowledge runs ${name} 85cb79bcdb91 --json`];
  return withCommon(command.argument('<run>', 'its id, or the end of it'), examples);
}

async function list(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const runs = await withRows(cli, ({ db }) => listRuns(db));
  out.result(runs, () => runsText(runs));
}

async function show(cli: Cli, wanted: string, options: JsonOption & { limit: number }): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const run = readRun(db, chooseRun(db, wanted));
    const rejected = listRejected(db, run.id, options.limit);
    out.result({ ...run, rejectedItems: rejected }, () => runText(run, rejected));
  });
}

async function undo(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async (desk) => {
    const { core, role } = desk;
    const { removed, run } = core.generation.undo(chooseRun(core.db, wanted));
    if (role === 'owner') remarkOn(out, await settleIndex(desk));
    out.result({ removed, run }, () => `${removed} insights of the run ${run.id} were removed.`);
  });
}

async function begin(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core }) => {
    const run = core.generation.again(chooseRun(core.db, wanted));
    out.result(
      run,
      () => `The run ${run.id} was begun. \`knowledge generate\` works on it, and so does the app.`,
    );
  });
}

async function cancel(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core }) => {
    const run = core.generation.cancel(chooseRun(core.db, wanted));
    out.result(run, () => `The run ${run.id} was cancelled; ${run.taken} insights of it stay.`);
  });
}

/** The one run whose id is, or ends with, what a person typed. Throws CliError. */
function chooseRun(db: Db, wanted: string): string {
  return onlyOne(findRuns(db, wanted), { wanted, kind: 'run', listedBy: 'knowledge runs' });
}
