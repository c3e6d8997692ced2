import type { Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../shared/language.ts';
import { preparedSoFar, type PreparedSoFar } from '../main/db/answer-origins.ts';
import { requireEndpoint } from './require-endpoint.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { withDesk, type CliDesk } from './desk.ts';
import { exitCodes } from './exit.ts';
import { languageOption } from './options.ts';
import { columns, dollars, type Output } from './output.ts';
import { untilInterrupted } from './signals.ts';

const lookMs = 500;

/** `answers prepare`. */
export function addPrepareCommand(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('prepare')
      .description(
        'have LLaMA write the prepared answers that are lacking; Ctrl+C is safe, the same command goes on',
      ),
    [
      'answers prepare',
      'answers prepare --intent kitas-investor-price --language it',
      'answers prepare --review --json',
    ],
  )
    .option('-i, --intent <slug>', 'for this question alone')
    .addOption(languageOption('in this language alone'))
    .option('--review', 'let a person look at them before they are said')
    .action((options: PrepareOptions) => prepare(cli, options));
}

interface PrepareOptions extends JsonOption {
  readonly intent?: string;
  readonly language?: Language;
  readonly review?: boolean;
}

async function prepare(cli: Cli, options: PrepareOptions): Promise<void> {
  const out = outputFor(options);
  const { intent, language } = options;
  await withDesk(cli, {}, async (desk) => {
    const { preparation, llama } = desk.core;
    if (preparation.lacking({ intent, language }).length > 0) requireEndpoint(llama);
    const started = preparation.start({ intent, language, ...(options.review ? { goesTo: 'review' } : {}) });
    const onTheirWay = started.jobs.length - started.added;
    if (started.jobs.length > 0)
      out.write(
        `${started.missing} answers are lacking: ${started.added} requests, ${onTheirWay} on their way already.\n`,
      );
    await seeThrough(desk, started.jobs, out);
  });
}

/** Works on jobs until they are over, or it is interrupted. */
async function seeThrough({ core }: CliDesk, jobs: readonly string[], out: Output): Promise<void> {
  const stop = untilInterrupted();
  let now = preparedSoFar(core.db, jobs);
  let told = now.over;
  if (now.alive > 0) core.jobs.start();
  while (now.alive > 0 && !stop.signal.aborted) {
    await sleep(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    now = preparedSoFar(core.db, jobs);
    if (now.over === told) continue;
    told = now.over;
    out.write(
      `${now.over} of ${jobs.length} requests, ${now.taken} answers taken, ${now.rejected} refused, ${dollars(now.costUsd)}\n`,
    );
  }
  stop.end();
  await core.jobs.stop();
  now = preparedSoFar(core.db, jobs);
  out.result({ jobs, ...now }, () => soFarText(now, jobs.length));
  if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
  else if (now.failed > 0) {
    out.remark(`${now.failed} requests failed: \`jobs list\` says why.`);
    process.exitCode = exitCodes.failure;
  }
}

function soFarText(
  { over, failed, taken, rejected, reasons, costUsd, silent }: PreparedSoFar,
  all: number,
): string {
  if (all === 0) return 'Every question has enough answers.';
  const why = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  return columns([
    ['requests', `${over} of ${all} over, ${failed} failed`],
    ['answers', `${taken} taken`],
    ['refused', [String(rejected), ...why].join(', ')],
    ...(silent.length === 0
      ? []
      : [['nothing to do', silent.map(({ because, count }) => `${count}: ${because}`).join(' ')]]),
    ['cost', dollars(costUsd)],
  ]);
}
