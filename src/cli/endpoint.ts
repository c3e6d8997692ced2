import type { Command } from 'commander';
import { openLlama } from '../main/llama/llama.ts';
import { readSettingsFile } from '../main/settings-file.ts';
import type { EndpointReport } from '../shared/endpoint.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, llamaWorld } from './desk.ts';
import { exitCodes } from './exit.ts';
import { span } from './output.ts';
import { paint } from './paint.ts';

/** `endpoint test`. */
export function addEndpointCommands(group: Command, cli: Cli): void {
  withCommon(group.command('test').description('say what answers where LLaMA runs, or what is wrong'), [
    'endpoint test',
    'endpoint test --wake --json',
  ])
    .option('--wake', 'wake a RunPod endpoint that sleeps; it takes minutes and is paid for')
    .action((options: TestOptions) => test(cli, options));
}

interface TestOptions extends JsonOption {
  readonly wake?: boolean;
}

async function test(cli: Cli, options: TestOptions): Promise<void> {
  const out = outputFor(options);
  const { settings } = readSettingsFile(dataDirOf(cli));
  const report = await openLlama({ settings: () => settings.llama, ...llamaWorld(cli) }).test({
    wakes: options.wake === true,
  });
  out.result(report, () => reportText(report));
  if (!report.ok) process.exitCode = exitCodes.failure;
}

function reportText(report: EndpointReport): string {
  if (!report.ok) return `${paint.bad('Nothing answers.')} ${report.message}`;
  const { model, latencyMs, queue, isAsleep } = report;
  const lines = isAsleep
    ? [
        `${paint.good('Key and endpoint are right.')} No worker is awake: the first request wakes one, which takes minutes; --wake does it now.`,
      ]
    : [`${paint.good(model ?? 'A model without a name')} answered in ${span(latencyMs)}.`];
  if (queue) lines.push(`Requests there: ${queue.waiting} waiting, ${queue.running} running.`);
  return lines.join('\n');
}
