import { join } from 'node:path';
import { DeskError } from '../shared/fault.ts';
import type { Emit } from '../shared/events.ts';
import type { Settings } from '../shared/settings.ts';
import type { ClaudeAccess } from '../main/chat/claude-on-demand.ts';
import type { Core, CoreOptions } from '../main/core.ts';
import { ownDataDir, readLocation, unusableFolder } from '../main/data-dir.ts';
import type { EmbeddingWorld } from '../main/knowledge/embedders.ts';
import { readSettingsFile } from '../main/settings-file.ts';
import type { Cli } from './command.ts';
import { CliError, exitCodes } from './exit.ts';

/** The product, open on the user's own data folder. */
export interface CliDesk {
  readonly core: Core;
  readonly dataDir: string;
  /** `guest`: the app is running on this folder; the index is its business then. */
  readonly role: 'owner' | 'guest';
}

export interface OpenOptions {
  readonly emit?: Emit;
  /** For this command only; nothing is written to the settings file. */
  readonly replyMode?: Settings['replyMode'] | undefined;
  /** Set: the command must own the folder, and this says what for. */
  readonly ownedFor?: string;
}

/** The product's own texts, lexicon and starter pack. */
export const resourcesDir = join(import.meta.dirname, '..', '..', 'resources');

/** Where the user's data lies: `JIWA_DATA_DIR`, or where the app keeps it. */
export function dataDirOf({ env, platform }: Cli): string {
  return ownDataDir(env, platform, readLocation(env, platform));
}

/** Settings first, then the environment, as the app does it. The app's keyring cannot be read from here. */
export function claudeAccess(settings: Settings, { env }: Cli): ClaudeAccess {
  return {
    baseUrl: settings.claude.baseUrl || (env['ANTHROPIC_BASE_URL'] ?? ''),
    apiKey: env['ANTHROPIC_API_KEY'] || null,
  };
}

/** What embedders take from the environment, as the app does it. */
export function embeddingWorld({ env }: Cli): EmbeddingWorld {
  const hub = env['HF_ENDPOINT'];
  return { remoteKey: () => env['JIWA_EMBEDDER_KEY'] || null, ...(hub ? { hub } : {}) };
}

/** Where LLaMA runs by the environment, and its key: the app's keyring cannot be read from here. */
export function llamaWorld({ env }: Cli): NonNullable<CoreOptions['llama']> {
  return { env, key: () => env['JIWA_LLAMA_KEY'] || null };
}

/**
 * Opens the product for one command and closes it whatever happens: as owner of the data folder when it is free, else
 * as guest beside the running app. Throws CliError and DeskError.
 */
export async function withDesk<T>(
  cli: Cli,
  options: OpenOptions,
  action: (desk: CliDesk) => Promise<T>,
): Promise<T> {
  const dataDir = dataDirOf(cli);
  const { settings: kept } = readSettingsFile(dataDir);
  const settings = { ...kept, replyMode: options.replyMode ?? kept.replyMode };
  const open = (role: CliDesk['role']) => openAs(role, { cli, dataDir, settings, emit: options.emit });
  const desk = await open('owner').catch((error: unknown) => {
    if (!(error instanceof DeskError) || error.code !== 'data_folder_in_use')
      throw unusableFolder(error, dataDir);
    if (options.ownedFor) throw mustClose(options.ownedFor, error);
    return open('guest').catch((error: unknown) => Promise.reject(unusableFolder(error, dataDir)));
  });
  try {
    return await action(desk);
  } finally {
    await desk.close();
  }
}

/**
 * Waits until the index has what the data has; a new data folder has none yet. Returns what is wrong in words where it
 * cannot be built now: search goes by words alone then.
 */
export async function settleIndex({ core }: CliDesk): Promise<string | null> {
  // A command has the time that a message in the app has not.
  await core.embedders.wake();
  try {
    await core.knowledge.ready();
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `The cultural index could not be built, so insights are found by words alone: ${why}`;
  }
}

interface Opening {
  readonly cli: Cli;
  readonly dataDir: string;
  readonly settings: Settings;
  readonly emit: Emit | undefined;
}

async function openAs(
  role: CliDesk['role'],
  { cli, dataDir, settings, emit }: Opening,
): Promise<CliDesk & { close(): Promise<void> }> {
  // Loaded here, so that help and wrong usage never wait for the database and Claude's SDK.
  const [{ openCore }, { openLog }, { systemClock }] = await Promise.all([
    import('../main/core.ts'),
    import('../main/log-file.ts'),
    import('../main/clock.ts'),
  ]);
  // The app rotates its files; two processes must not rotate the same ones.
  const dir = role === 'owner' ? join(dataDir, 'logs') : join(dataDir, 'logs', 'beside');
  const logFile = await openLog({ dir, level: settings.logLevel });
  try {
    const core = await openCore({
      dataDir,
      resourcesDir,
      settings: () => settings,
      claudeAccess: () => claudeAccess(settings, cli),
      clock: systemClock,
      log: logFile.log,
      emit: emit ?? (() => undefined),
      embedding: embeddingWorld(cli),
      llama: llamaWorld(cli),
      role,
      // A command that answers a message must not begin an hour of offline work.
      runsJobs: false,
    });
    const close = async () => {
      await core.close();
      await logFile.close();
    };
    return { core, dataDir, role, close };
  } catch (error) {
    await logFile.close();
    throw error;
  }
}

function mustClose(what: string, cause: DeskError): CliError {
  const message = `${what} needs the data folder for itself. Close Jiwa Desk and try again. (${cause.message})`;
  return new CliError('data_folder_in_use', exitCodes.dataFolder, message);
}
