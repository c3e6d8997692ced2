import type { Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunGoal } from '../shared/knowledge-run.ts';
import { waits } from '../shared/job-waits.ts';
import type { Core } from '../main/core.ts';
import { readJob } from '../main/db/job-rows.ts';
import { listAliveJobs } from '../main/db/knowledge-batches.ts';
import { readRun } from '../main/db/knowledge-runs.ts';
import { readSettingsFile } from '../main/settings-file.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, settleIndex, withDesk, type CliDesk } from './desk.ts';
import { exitCodes } from './exit.ts';
import { estimateText, progressText, runText } from './knowledge-run-text.ts';
import { countOption } from './options.ts';
import { remarkOn, type Output } from './output.ts';
import { requireEndpoint } from './require-endpoint.ts';
import { untilInterrupted } from './signals.ts';

const lookMs = 500;

/** `knowledge generate`. */
export function addGenerateCommand(group: Command, cli: Cli): void {
  const { target } = readSettingsFile(dataDirOf(cli)).settings.knowledge;
  withCommon(
    group
      .command('generate')
      .description('make insights with LLaMA; Ctrl+C is safe, the same command goes on'),
    [
      'knowledge generate --target 200 --review',
      'knowledge generate --estimate',
      'knowledge generate --json',
    ],
  )
    .addOption(countOption('-t, --target <count>', 'insights to make', target, 50_000))
    .option('--review', 'let a person look at them before they are used')
    .option('--estimate', 'say what it will take, and begin nothing')
    .action((options: GenerateOptions) => generate(cli, options));
}

interface GenerateOptions extends JsonOption {
  readonly target: number;
  readonly review?: boolean;
  readonly estimate?: boolean;
}

async function generate(cli: Cli, options: GenerateOptions): Promise<void> {
  const out = outputFor(options);
  const { knowledge } = readSettingsFile(dataDirOf(cli)).settings;
  const goesTo: RunGoal = options.review ? 'review' : knowledge.goesTo;
  await withDesk(cli, {}, async (desk) => {
    const { generation, llama } = desk.core;
    const estimate = generation.estimate(options.target);
    if (options.estimate) return out.result(estimate, () => estimateText(estimate));
    requireEndpoint(llama);
    const going = generation.current();
    if (going) out.write(`The run ${going.id} goes on: ${going.taken} of ${going.target}.\n`);
    else out.write(`${estimateText(estimate)}\n`);
    const run = going ? generation.resume(going.id) : generation.start({ target: options.target, goesTo });
    await seeThrough(desk, run.id, out);
  });
}

/** Works on a run until it is over, or has nothing alive any more, or is interrupted. */
async function seeThrough(desk: CliDesk, runId: string, out: Output): Promise<void> {
  const { core, role } = desk;
  const stop = untilInterrupted();
  core.jobs.start();
  let told = '';
  let run = readRun(core.db, runId);
  const startedAt = core.clock.now();
  const takenBefore = run.taken;
  while (run.state === 'running' && run.alive > 0 && !stop.signal.aborted) {
    await sleep(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    run = readRun(core.db, runId);
    const held = heldBy(core, runId);
    const said = JSON.stringify([run.taken, run.rejected, held]);
    if (said === told) continue;
    told = said;
    const ms = core.clock.now() - startedAt;
    const line = progressText(run, { taken: run.taken - takenBefore, ms });
    out.write(`${[line, ...held].join('. ')}\n`);
  }
  stop.end();
  await core.jobs.stop();
  if (role === 'owner' && !stop.signal.aborted) remarkOn(out, await settleIndex(desk));
  run = readRun(core.db, runId);
  out.result(run, () => runText(run));
  if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
  else if (run.state === 'running') {
    out.remark(`The run stands; the same command goes on with it. ${run.lastError ?? ''}`);
    process.exitCode = exitCodes.failure;
  }
}

/** What an endpoint works on is no hindrance. */
const usual: ReadonlySet<string> = new Set([waits.full, waits.handedOver, waits.queued, waits.working]);

const isHeld = (why: string | null): why is string => why !== null && !usual.has(why);

/** Why a run does not go on, in words: a spent budget, a network that is gone. */
function heldBy(core: Core, runId: string): string[] {
  const waiting = listAliveJobs(core.db, runId).map((id) => readJob(core.db, id).waitsFor);
  return [...new Set([...core.jobsOverview().holds, ...waiting].filter(isHeld))];
}
