import type { Command } from 'commander';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { claudeAccess, dataDirOf } from './desk.ts';
import { checkClaude } from './doctor-claude.ts';
import { checkData } from './doctor-data.ts';
import { checkEndpoint } from './doctor-endpoint.ts';
import { checkMachine } from './doctor-machine.ts';
import { checkModel } from './doctor-model.ts';
import type { Check } from './doctor-check.ts';
import { exitCodes } from './exit.ts';
import { columns } from './output.ts';
import { paint } from './paint.ts';
import { readSettingsFile } from '../main/settings-file.ts';

/** `doctor`. */
export function addDoctor(command: Command, cli: Cli): void {
  withCommon(command, ['doctor', 'doctor --json']).action((options: JsonOption) => examine(cli, options));
}

async function examine(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const dataDir = dataDirOf(cli);
  const parsed = readSettingsFile(dataDir);
  const checks = [
    ...(await checkMachine(dataDir, parsed.problems)),
    ...(await checkData(dataDir, parsed.settings)),
    ...checkModel(dataDir, parsed.settings),
    ...(await checkClaude(parsed.settings, claudeAccess(parsed.settings, cli))),
    ...(await checkEndpoint(parsed.settings, cli)),
  ];
  const isFit = checks.every(({ state }) => state !== 'fail');
  out.result({ isFit, dataDir, checks }, () =>
    [columns(checks.map(checkCells)), '', verdict(checks)].join('\n'),
  );
  if (!isFit) process.exitCode = exitCodes.failure;
}

function checkCells({ name, state, finding, todo }: Check): string[] {
  const mark = { ok: paint.good('ok'), warn: paint.warning('warn'), fail: paint.bad('FAIL') }[state];
  return [mark, name, todo === null ? finding : `${finding} ${paint.strong(`→ ${todo}`)}`];
}

function verdict(checks: readonly Check[]): string {
  const count = (wanted: Check['state']) => checks.filter(({ state }) => state === wanted).length;
  const [fails, warnings] = [count('fail'), count('warn')];
  if (fails > 0) return paint.bad(`${fails} of ${checks.length} checks failed: see → for what to do.`);
  if (warnings > 0)
    return paint.warning(`It works, with ${warnings === 1 ? 'one remark' : `${warnings} remarks`}.`);
  return paint.good('Everything is in order.');
}
