import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDemoServer } from '../demo/server.ts';
import type { Desk as DeskName } from '../shared/app.ts';
import type { Emit } from '../shared/events.ts';
import type { Settings } from '../shared/settings.ts';
import { SECOND } from '../shared/time.ts';
import { systemClock } from './clock.ts';
import type { ClaudeAccess } from './chat/claude-on-demand.ts';
import { openCore, type Core } from './core.ts';
import { demoDataDir, ownDataDir, unusableFolder, type Location } from './data-dir.ts';
import { withDemoLlama } from './demo-endpoint.ts';
import { demoSecrets } from './demo-secrets.ts';
import type { Log } from './log.ts';
import { machineGates, type Machine } from './jobs/machine-gates.ts';
import { openLog, type LogFile } from './log-file.ts';
import { seedDemo } from './seed.ts';
import { openSecrets, type Secrets } from './shell/secrets.ts';
import { openSettings, type SettingsStore } from './shell/settings.ts';
import { systemLanguage } from './shell/system-language.ts';

/** A data folder with everything that is open on it. */
export interface Desk {
  readonly name: DeskName;
  readonly dataDir: string;
  readonly core: Core;
  readonly settings: SettingsStore;
  readonly secrets: Secrets;
  setLogLevel(level: Settings['logLevel']): void;
  close(): Promise<void>;
}

export interface DeskPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly location: Location;
  readonly resourcesDir: string;
  readonly emit: Emit;
  /** Bundle of the thread that embeds. */
  readonly embedWorker: string;
  /** What holds offline work back. */
  readonly machine: Machine;
}

/** Opens one of the desks. Throws as `openCore` does, and nothing is left open then. */
export function openDesk(name: DeskName, place: DeskPlace): Promise<Desk> {
  return name === 'demo' ? openDemoDesk(place) : openOwnDesk(place);
}

/** The user's own desk: key and address from Settings, else from `ANTHROPIC_API_KEY` and `ANTHROPIC_BASE_URL`. */
function openOwnDesk(place: DeskPlace): Promise<Desk> {
  const dataDir = ownDataDir(place.env, place.platform, place.location);
  const fromEnvironment = {
    claude: place.env['ANTHROPIC_API_KEY'] || null,
    embedder: place.env['JIWA_EMBEDDER_KEY'] || null,
    llama: place.env['JIWA_LLAMA_KEY'] || null,
  };
  return open('own', dataDir, place, {
    keys: (log) => openSecrets(dataDir, fromEnvironment, log),
    settings: (log) => openSettings(dataDir, log),
    access: (settings, secrets) => () => ({
      baseUrl: settings.read().claude.baseUrl || (place.env['ANTHROPIC_BASE_URL'] ?? ''),
      apiKey: secrets.read('claude'),
    }),
    llamaEnv: place.env,
  });
}

/** The demo: its own data folder, invented clients, and a server on this machine that speaks as Claude and LLaMA do and calls no model. */
async function openDemoDesk(place: DeskPlace): Promise<Desk> {
  const server = await startDemoServer();
  const dataDir = demoDataDir(place.env, place.platform);
  let desk: Desk | null = null;
  const close = async () => {
    try {
      await desk?.close();
    } finally {
      await server.close();
    }
  };
  try {
    desk = await open('demo', dataDir, place, {
      keys: async () => demoSecrets,
      settings: (log) => withDemoLlama(openSettings(dataDir, log), server.url),
      access: (_settings, secrets) => () => ({ baseUrl: server.url, apiKey: secrets.read('claude') }),
      // The demo spends nobody's money: a real endpoint of the environment is not for it.
      llamaEnv: {},
    });
    await seedDemo(desk.core);
    return { ...desk, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the two desks have each in its own way. */
interface DeskParts {
  keys(this: void, log: Log): Promise<Secrets>;
  settings(this: void, log: Log): SettingsStore;
  access(this: void, settings: SettingsStore, secrets: Secrets): () => ClaudeAccess;
  readonly llamaEnv: DeskPlace['env'];
}

async function open(name: DeskName, dataDir: string, place: DeskPlace, parts: DeskParts): Promise<Desk> {
  const logFile = await openLogIn(dataDir);
  const { log } = logFile;
  try {
    const settings = parts.settings(log);
    logFile.setLevel(settings.read().logLevel);
    const secrets = await parts.keys(log);
    const core = await openCore({
      dataDir,
      resourcesDir: place.resourcesDir,
      settings: () => settings.read(),
      systemLanguage,
      claudeAccess: parts.access(settings, secrets),
      clock: systemClock,
      log,
      emit: place.emit,
      role: 'owner',
      // The window loads meanwhile.
      readAheadAfterMs: 0.8 * SECOND,
      embedding: {
        ...hubOf(place.env),
        remoteKey: () => secrets.read('embedder'),
        workerFile: place.embedWorker,
        settleAfterMs: 3 * SECOND,
      },
      llama: { env: parts.llamaEnv, key: () => secrets.read('llama') },
      offline: { gates: machineGates(place.machine, () => settings.read().offline, systemClock) },
    });
    return {
      name,
      dataDir,
      core,
      settings,
      secrets,
      setLogLevel: logFile.setLevel,
      close: () => closeBoth(core, logFile),
    };
  } catch (error) {
    await logFile.close();
    throw unusableFolder(error, dataDir);
  }
}

/** Another hub of models, by the variable that its own tools read. */
function hubOf({ HF_ENDPOINT: hub }: DeskPlace['env']): { readonly hub?: string } {
  return hub ? { hub } : {};
}

/** The log last: it is told how the core closes. */
async function closeBoth(core: Core, logFile: LogFile): Promise<void> {
  try {
    await core.close();
  } finally {
    await logFile.close();
  }
}

async function openLogIn(dataDir: string): Promise<LogFile> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await openLog({ dir: join(dataDir, 'logs'), level: 'info' });
  } catch (error) {
    throw unusableFolder(error, dataDir);
  }
}
