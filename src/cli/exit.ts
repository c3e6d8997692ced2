import { CommanderError } from 'commander';
import { DeskError } from '../shared/fault.ts';

/** What the process ends with; said in `--help`. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  dataFolder: 4,
  interrupted: 130,
} as const;
type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export const exitCodesHelp = `
Exit codes:
  0    done
  1    failed: what was asked could not be done
  2    wrong usage: unknown command or option, missing or impossible value
  3    not found: no such client, no open conversation
  4    the data folder is in use by the running app, or cannot be used
  130  interrupted with Ctrl+C; the reply so far is kept`;

/** A failure of the command line itself, in words a person can act on. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  /** Machine-readable, for --json. */
  readonly code: string;

  constructor(code: string, exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CliError';
    this.code = code;
    this.exitCode = exitCode;
  }
}

export interface Failure {
  readonly exitCode: number;
  readonly code: string;
  /** Null when it was said already. */
  readonly message: string | null;
}

const byDeskCode: Readonly<Record<DeskError['code'], ExitCode>> = {
  bad_input: exitCodes.failure,
  not_found: exitCodes.notFound,
  conflict: exitCodes.failure,
  data_folder_in_use: exitCodes.dataFolder,
  database_from_future: exitCodes.dataFolder,
  file_unreadable: exitCodes.dataFolder,
  untrusted_sender: exitCodes.failure,
  embedder_unreachable: exitCodes.failure,
  internal: exitCodes.failure,
};

/** What an error means for whoever called the command; null when it is no failure (help was asked for). */
export function toFailure(error: unknown): Failure | null {
  if (error instanceof CliError) return error;
  if (error instanceof DeskError)
    return { exitCode: byDeskCode[error.code], code: error.code, message: error.message };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return null;
    return { exitCode: exitCodes.usage, code: 'wrong_usage', message: null };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: exitCodes.failure, code: 'internal', message: `Something went wrong: ${message}` };
}
