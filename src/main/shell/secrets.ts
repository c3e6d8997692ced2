import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { keyNames, type KeyName, type KeyState } from '../../shared/app.ts';
import type { Log } from '../log.ts';
import { removePrivateFile, writePrivateFile } from './private-file.ts';

const fileSchema = z.partialRecord(z.enum(keyNames), z.base64());
type SealedKeys = z.infer<typeof fileSchema>;

/** Keeps the keys: encrypted by the system's keyring, or for this run only where there is none. */
export interface Secrets {
  /** The key, or null. Never crosses the bridge. */
  read(name: KeyName): string | null;
  set(name: KeyName, key: string): Promise<KeyState>;
  clear(name: KeyName): Promise<KeyState>;
  state(name: KeyName): KeyState;
}

/** Where LLaMA runs is said by the environment first, and a key entered for another place must not go there. */
const environmentFirst: ReadonlySet<KeyName> = new Set(['llama']);

/**
 * Opens the secrets of a data folder. `fromEnvironment` is used where no key was entered, for `llama` before an entered one; a key that can no longer
 * be decrypted (another user, another machine) counts as not entered and is kept on disk.
 */
export async function openSecrets(
  dataDir: string,
  fromEnvironment: Readonly<Record<KeyName, string | null>>,
  log: Log,
): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const hasKeyring = await canEncrypt();
  const sealed = readSealed(file, log);
  const keys = new Map<KeyName, string>();
  for (const name of hasKeyring ? keyNames : []) {
    const key = await unseal(sealed[name], log);
    if (key !== null) keys.set(name, key);
  }
  const kept = new Set(keys.keys());
  const isOwnUsed = (name: KeyName) =>
    keys.has(name) && !(environmentFirst.has(name) && fromEnvironment[name] !== null);
  const read = (name: KeyName) => (isOwnUsed(name) ? (keys.get(name) ?? null) : fromEnvironment[name]);
  const placeOf = (name: KeyName) => {
    if (isOwnUsed(name)) return kept.has(name) ? 'keyring' : 'run';
    return fromEnvironment[name] === null ? null : 'environment';
  };
  const state = (name: KeyName): KeyState => ({
    isSet: read(name) !== null,
    keptIn: placeOf(name),
    hasKeyring,
  });
  return {
    read,
    state,
    set: async (name, key) => {
      if (hasKeyring) {
        sealed[name] = await seal(key);
        writePrivateFile(file, JSON.stringify(sealed));
        kept.add(name);
      }
      keys.set(name, key);
      return state(name);
    },
    clear: async (name) => {
      delete sealed[name];
      keys.delete(name);
      kept.delete(name);
      if (Object.keys(sealed).length === 0) removePrivateFile(file);
      else writePrivateFile(file, JSON.stringify(sealed));
      return state(name);
    },
  };
}

// Electron 46 removes the synchronous calls; older runtimes have no others.
async function canEncrypt(): Promise<boolean> {
  const isPlainText =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend?.() === 'basic_text';
  if (isPlainText) return false;
  return 'isAsyncEncryptionAvailable' in safeStorage
    ? safeStorage.isAsyncEncryptionAvailable()
    : (safeStorage as Electron.SafeStorage).isEncryptionAvailable();
}

async function seal(key: string): Promise<string> {
  const sealed =
    'encryptStringAsync' in safeStorage
      ? await safeStorage.encryptStringAsync(key)
      : (safeStorage as Electron.SafeStorage).encryptString(key);
  return sealed.toString('base64');
}

function readSealed(file: string, log: Log): SealedKeys {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.warn({}, 'the kept keys could not be read');
    return {};
  }
}

async function unseal(sealed: string | undefined, log: Log): Promise<string | null> {
  if (sealed === undefined) return null;
  try {
    const bytes = Buffer.from(sealed, 'base64');
    if ('decryptStringAsync' in safeStorage) return (await safeStorage.decryptStringAsync(bytes)).result;
    return (safeStorage as Electron.SafeStorage).decryptString(bytes);
  } catch {
    log.warn({}, 'a kept key could not be decrypted');
    return null;
  }
}
