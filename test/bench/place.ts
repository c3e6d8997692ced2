import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectDir } from '../../scripts/project.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openCore, type Core } from '../../src/main/core.ts';
import { createClient } from '../../src/main/db/clients.ts';
import { openLog } from '../../src/main/log-file.ts';
import type { Client } from '../../src/shared/client.ts';
import type { Emit, Events } from '../../src/shared/events.ts';
import { defaultSettings, type Settings } from '../../src/shared/settings.ts';

export interface Place {
  readonly dataDir: string;
  readonly core: Core;
  /** From the start until the product was open, and until its index answered. */
  readonly openedMs: number;
  readonly indexedMs: number;
  /** Called with every piece of a reply that is shown, until another is set. */
  onStreamed: (piece: Events['reply:streamed']) => void;
  /** Resolves when the index holds all insights. */
  indexed(): Promise<void>;
  /** A client nobody wrote to yet. */
  readonly newClient: (profile?: Partial<Pick<Client, 'language' | 'formality'>>) => Client;
  /** Closes the product and removes the folder. */
  close(): Promise<void>;
  /** Closes the product; the folder stays and is the caller's to remove. */
  closeAndKeep(): Promise<string>;
}

interface PlaceOptions {
  /** Where Claude is. */
  readonly baseUrl?: string;
  readonly settings?: () => Settings;
  /** A folder that was closed before; a new one unless it is given. */
  readonly dataDir?: string;
}

/** The whole product with the starter pack on its data folder, as the app opens it, but for the window. */
export async function openPlace(options: PlaceOptions = {}): Promise<Place> {
  const { baseUrl = 'http://127.0.0.1:9', settings = () => defaultSettings } = options;
  const { dataDir = mkdtempSync(join(tmpdir(), 'jiwa-bench-')) } = options;
  const startedAt = performance.now();
  const logFile = await openLog({ dir: join(dataDir, 'logs'), level: 'info' });
  const emit: Emit = (name, value) => {
    if (name === 'reply:streamed') place.onStreamed(value as Events['reply:streamed']);
  };
  const core = await openCore({
    dataDir,
    resourcesDir: join(projectDir, 'resources'),
    settings,
    claudeAccess: () => ({ baseUrl, apiKey: 'bench-key' }),
    clock: systemClock,
    log: logFile.log,
    emit,
    role: 'owner',
  });
  const openedMs = performance.now() - startedAt;
  let clients = 0;
  const place: Place = {
    dataDir,
    core,
    openedMs,
    indexedMs: openedMs,
    onStreamed: () => undefined,
    async indexed() {
      while (core.knowledge.status().state !== 'ready') await sleep(5);
    },
    newClient: (profile = {}) => {
      const name = `Invented Client ${(clients += 1)}`;
      const usual = { addressAs: null, language: 'id', formality: 'informal' } as const;
      return createClient(core.db, { ...usual, ...profile, name }, Date.now());
    },
    async closeAndKeep() {
      await core.close();
      await logFile.close();
      return dataDir;
    },
    async close() {
      await place.closeAndKeep();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await place.indexed();
  return Object.assign(place, { indexedMs: performance.now() - startedAt });
}
