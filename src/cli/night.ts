import { InvalidArgumentError, Option, type Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Night } from '../shared/night.ts';
import type { Core } from '../main/core.ts';
import type { Db } from '../main/db/db.ts';
import { readJob } from '../main/db/job-rows.ts';
import { listNightJobs, listNights, readNight } from '../main/db/nights.ts';
import { detailsOf } from '../main/nights/report.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { withDesk, type CliDesk } from './desk.ts';
import { exitCodes } from './exit.ts';
import { nightLine, nightText, planText, undoneText } from './night-text.ts';
import { onlyOne } from './only-one.ts';
import type { Output } from './output.ts';
import { requireEndpoint } from './require-endpoint.ts';
import { withRows } from './rows.ts';
import { untilInterrupted } from './signals.ts';

const LOOK_MS = 500;

/** `night run|list|show|undo`. */
export function addNightCommands(group: Command, cli: Cli): void {
  withCommon(
    group.command('run').description('do the work of a night now; Ctrl+C is safe, the same command goes on'),
    ['night run', 'night run --dry-run', 'night run --date 2026-11-25 --json'],
  )
    .addOption(
      new Option('-d, --date <day>', 'the night that was due on this local day').argParser(localDate),
    )
    .option('--dry-run', 'say what would be done; nothing is asked and nothing changed')
    .action((options: RunOptions) => run(cli, options));

  withCommon(group.command('list').description('show the nights, newest first'), [
    'night list --json',
  ]).action((options: JsonOption) => list(cli, options));

  withNight(group.command('show').description('show the report of a night'), 'show').action(
    (night: string, options: JsonOption) => show(cli, night, options),
  );

  withNight(
    group.command('undo').description('put back all that a night changed, but what somebody changed since'),
    'undo',
  ).action((night: string, options: JsonOption) => undo(cli, night, options));
}

function withNight(command: Command, name: string): Command {
  return withCommon(command, [`night ${name} 2026-11-25`, `night ${name} 4f1a09d2c7be`]).argument(
    '<night>',
    'its local day, or its id or the end of it',
  );
}

interface RunOptions extends JsonOption {
  readonly date?: string;
  readonly dryRun?: boolean;
}

function localDate(value: string): string {
  const at = Date.parse(`${value}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('It must be a day, for example 2026-11-25.');
  return value;
}

async function run(cli: Cli, options: RunOptions): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async (desk) => {
    const { nights, llama } = desk.core;
    if (options.dryRun) {
      const plan = nights.plan(options.date);
      return out.result(plan, () => planText(plan));
    }
    requireEndpoint(llama);
    await seeThrough(desk, nights.run(options.date), out);
  });
}

/** Works on a night until it is over, or it is interrupted. */
async function seeThrough({ core }: CliDesk, begun: Night, out: Output): Promise<void> {
  const stop = untilInterrupted();
  core.jobs.start();
  let night = begun;
  let told = '';
  while ((night.state === 'waiting' || night.state === 'running') && !stop.signal.aborted) {
    const said = standingOf(core, night);
    if (said !== told) out.write(`${said}\n`);
    told = said;
    await sleep(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    night = readNight(core.db, begun.id);
  }
  stop.end();
  await core.jobs.stop();
  const details = core.nights.show(begun.id);
  out.result(details, () => nightText(details));
  if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
  else if (details.night.state === 'failed') {
    out.remark('The night failed: `jobs list --kind night` says why.');
    process.exitCode = exitCodes.failure;
  }
}

function standingOf(core: Core, { id, jobId, localDate: day, conversations }: Night): string {
  const { db } = core;
  const jobs = listNightJobs(db, id);
  const over = jobs.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
  const why = jobId === null ? 'It waits for the night before it.' : readJob(db, jobId).waitsFor;
  const parts = [`Night of ${day}: ${conversations} conversations, ${over} of ${jobs.length} jobs over`];
  return [...parts, ...core.jobsOverview().holds, why ?? ''].filter(Boolean).join('. ');
}

async function list(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const nights = await withRows(cli, ({ db }) => listNights(db));
  out.result(nights, () =>
    nights.length === 0 ? 'There was no night yet.' : nights.map(nightLine).join('\n'),
  );
}

async function show(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const details = await withRows(cli, ({ db }) => detailsOf(db, findNight(db, wanted)));
  out.result(details, () => nightText(details));
}

async function undo(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const undone = await withDesk(cli, {}, async ({ core }) => core.nights.undo(findNight(core.db, wanted)));
  out.result(undone, () => undoneText(undone));
}

/** By local day, of which the newest is meant that was not undone, or by the end of its id. */
function findNight(db: Db, wanted: string): string {
  const nights = listNights(db);
  const ofDay = nights.filter((one) => one.localDate === wanted);
  const found = ofDay.find(({ state }) => state !== 'undone') ?? ofDay[0];
  if (found) return found.id;
  const ids = nights.map(({ id }) => id).filter((id) => id.endsWith(wanted.toLowerCase()));
  return onlyOne(ids, { wanted, kind: 'night', listedBy: 'night list' });
}
