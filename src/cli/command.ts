import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { CliError, exitCodes } from './exit.ts';
import { openOutput, type Output } from './output.ts';

/** What every command is given. */
export interface Cli {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

export interface JsonOption {
  readonly json?: boolean;
}

/** Adds what every command has: `--json`, and examples at the end of its help. */
export function withCommon(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ npm run --silent jiwa -- ${example}`);
  return command
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

export function outputFor(options: JsonOption): Output {
  return openOutput(options.json === true);
}

/** The text of a file, or of stdin for `-`. Throws CliError when it cannot be read. */
export function readInput(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A closed stdin gives EOF or EAGAIN: there is no text to read.
    if (file === '-' && (code === 'EOF' || code === 'EAGAIN')) return '';
    const why = code === 'ENOENT' ? 'there is no such file' : String(code);
    throw new CliError('file_unreadable', exitCodes.failure, `${file} cannot be read: ${why}.`);
  }
}
