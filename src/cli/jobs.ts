import { Option, type Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobStates, type Job, type JobState } from '../shared/job.ts';
import type { Db } from '../main/db/db.ts';
import { cancelJob, retryJob } from '../main/db/job-control.ts';
import {
  countJobs,
  findJobs,
  listDependencies,
  listJobs,
  listRequests,
  readJob,
} from '../main/db/job-rows.ts';
import { ringBell } from '../main/jobs/bell.ts';
import { listWaits } from '../main/db/job-waits.ts';
import { timelineOf } from '../main/jobs/timeline.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, withDesk } from './desk.ts';
import { exitCodes } from './exit.ts';
import { jobLine, jobText, listText } from './jobs-text.ts';
import { onlyOne } from './only-one.ts';
import { countOption } from './options.ts';
import type { Output } from './output.ts';
import { withRows } from './rows.ts';
import { untilInterrupted } from './signals.ts';

const LOOK_MS = 500;
const alive: readonly JobState[] = ['waiting', 'running'];

/** `jobs list|show|run|retry|cancel|watch`. */
export function addJobCommands(group: Command, cli: Cli): void {
  withCommon(group.command('list').description('show the jobs of offline work, newest first'), [
    'jobs list',
    'jobs list --state failed --json',
  ])
    .addOption(new Option('-s, --state <state...>', 'only in these states').choices(jobStates))
    .option('-k, --kind <kind>', 'only of this kind')
    .addOption(countOption('-n, --limit <count>', 'how many', 50, 10_000))
    .action((options: ListOptions) => list(cli, options));

  withJob(group.command('show').description('show one job: attempts, errors, requests, cost'), 'show').action(
    (job: string, options: JsonOption) => show(cli, job, options),
  );

  withCommon(
    group.command('run').description('work through what is due, also beside the running app; Ctrl+C is safe'),
    ['jobs run', 'jobs run --wait'],
  )
    .option('--wait', 'go on until no job waits or runs any more')
    .action((options: JsonOption & { wait?: boolean }) => run(cli, options));

  withJob(
    group.command('retry').description('give a failed or cancelled job all its attempts again'),
    'retry',
  ).action((job: string, options: JsonOption) => change(cli, job, options, retryJob, 'waits again'));

  withJob(group.command('cancel').description('end a job, and what it has at the endpoint'), 'cancel').action(
    (job: string, options: JsonOption) => change(cli, job, options, cancelJob, 'was cancelled'),
  );

  withCommon(
    group
      .command('watch')
      .description('show what changes until no job waits or runs; --json: a line per change'),
    ['jobs watch'],
  ).action((options: JsonOption) => watch(cli, options));
}

function withJob(command: Command, name: string): Command {
  const examples = [`jobs ${name} 85cb79bcdb91`, `jobs ${name} 85cb79bcdb91 --json`];
  return withCommon(command.argument('<job>', 'its id, or the end of it'), examples);
}

interface ListOptions extends JsonOption {
  readonly state?: JobState[];
  readonly kind?: string;
  readonly limit: number;
}

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const { state: states = jobStates, kind = null, limit } = options;
  const out = outputFor(options);
  await withRows(cli, ({ db, clock }) => {
    const jobs = listJobs(db, { states, kind, limit });
    out.result(jobs, () => listText(jobs, countJobs(db), clock.now()));
  });
}

/** The one job whose id is, or ends with, what a person typed. Throws CliError. */
function chooseJob(db: Db, wanted: string): Job {
  return readJob(db, onlyOne(findJobs(db, wanted), { wanted, kind: 'job', listedBy: 'jobs list' }));
}

async function show(cli: Cli, wanted: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db, clock }) => {
    const job = chooseJob(db, wanted);
    const requests = listRequests(db, job.id);
    const timeline = timelineOf(job, requests, listWaits(db, job.id));
    const after = listDependencies(db, job.id);
    out.result({ ...job, after, requests, timeline }, () =>
      jobText(job, { after, requests, timeline }, clock.now()),
    );
  });
}

async function change(
  cli: Cli,
  wanted: string,
  options: JsonOption,
  act: (db: Db, jobId: string, now: number) => unknown,
  done: string,
): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db, clock }) => {
    const { id } = chooseJob(db, wanted);
    act(db, id, clock.now());
    // The app may be running on the folder: it goes on with it, or takes back what is out.
    ringBell(dataDirOf(cli), clock.now());
    const job = readJob(db, id);
    out.result(job, () => `The job ${job.kind} ${id} ${done}.`);
  });
}

async function run(cli: Cli, options: JsonOption & { wait?: boolean }): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core: { db, jobs, clock } }) => {
    const stop = untilInterrupted();
    let runs = await jobs.runOnce();
    const left = () => listJobs(db, { states: alive, kind: null, limit: 10_000 });
    const ours = () => left().filter(({ kind }) => jobs.kinds.includes(kind));
    while (options.wait && !stop.signal.aborted && ours().length > 0) {
      await sleep(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      runs += await jobs.runOnce();
    }
    stop.end();
    const unknown = left().length - ours().length;
    if (unknown > 0)
      out.remark(
        `${unknown === 1 ? '1 job waits' : `${unknown} jobs wait`} that this version does not know how to run.`,
      );
    const counts = countJobs(db);
    out.result({ runs, counts }, () => `${runs} runs. ${listText([], counts, clock.now())}`);
    if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
  });
}

async function watch(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, async ({ db, clock }) => {
    const stop = untilInterrupted();
    const seen = new Map<string, string>();
    const states = () => listJobs(db, { states: alive, kind: null, limit: 10_000 });
    for (let jobs = states(); ; jobs = states()) {
      const ended = [...seen.keys()]
        .filter((id) => !jobs.some((job) => job.id === id))
        .map((id) => readJob(db, id));
      for (const job of [...jobs, ...ended]) tellChange(out, job, seen, clock.now());
      for (const { id } of ended) seen.delete(id);
      if (jobs.length === 0 || stop.signal.aborted) break;
      await sleep(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    stop.end();
    if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
    else out.write('No job waits or runs.\n');
  });
}

function tellChange(out: Output, job: Job, seen: Map<string, string>, now: number): void {
  const { state, attempt, waitsFor, progress } = job;
  const current = JSON.stringify([state, attempt, waitsFor, progress]);
  if (seen.get(job.id) === current) return;
  seen.set(job.id, current);
  if (out.isJson) process.stdout.write(`${JSON.stringify(job)}\n`);
  else out.write(`${jobLine(job, now)}\n`);
}
