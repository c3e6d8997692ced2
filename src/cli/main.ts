import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Cli } from './command.ts';
import { toFailure, type Failure } from './exit.ts';
import { forgiveClosedPipes } from './output.ts';
import { buildProgram } from './program.ts';

const cli: Cli = { env: process.env, platform: process.platform };
// Reading and compiling the sources is most of a command's time; the second time they are there.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'jiwa-desk', 'compiled'));
forgiveClosedPipes();
goWhereTyped(cli);
await run(process.argv.slice(2));

/** npm runs a script in the project's folder; files are named from where the command was typed. */
function goWhereTyped({ env }: Cli): void {
  const typedIn = env['INIT_CWD'];
  if (env['npm_lifecycle_event'] !== 'jiwa' || !typedIn || !existsSync(typedIn)) return;
  process.chdir(typedIn);
}

async function run(args: readonly string[]): Promise<void> {
  try {
    const program = await buildProgram(args, cli);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const failure = toFailure(error);
    if (failure) fail(failure, args.includes('--json'));
  }
}

function fail({ exitCode, code, message }: Failure, isJson: boolean): void {
  process.exitCode = exitCode;
  if (message !== null) process.stderr.write(`${message}\n`);
  const said = message ?? 'Wrong usage; the words on stderr say what.';
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, message: said } }, null, 2)}\n`);
}
