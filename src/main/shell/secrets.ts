import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { KeyState } from '../../shared/app.ts';
import type { Log } from '../log.ts';
import { removePrivateFile, writePrivateFile } from './private-file.ts';

const fileSchema = z.object({ claude: z.base64() });

/** Keeps the Claude key: encrypted by the system's keyring, or for this run only where there is none. */
export interface Secrets {
  /** The key, or null. Never crosses the bridge. */
  read(): string | null;
  set(key: string): Promise<KeyState>;
  clear(): KeyState;
  state(): KeyState;
}

/**
 * Opens the secrets of a data folder. `fromEnvironment` is used where no key was entered; a key that can no longer
 * be decrypted (another user, another machine) counts as not entered and is kept on disk.
 */
export async function openSecrets(
  dataDir: string,
  fromEnvironment: string | null,
  log: Log,
): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json');
  const hasKeyring = await canEncrypt();
  let key = hasKeyring ? await readKey(file, log) : null;
  let isKept = key !== null;
  const state = (): KeyState => ({
    isSet: (key ?? fromEnvironment) !== null,
    keptIn: key === null ? (fromEnvironment === null ? null : 'environment') : isKept ? 'keyring' : 'run',
    hasKeyring,
  });
  return {
    read: () => key ?? fromEnvironment,
    state,
    set: async (value) => {
      if (hasKeyring) await writeKey(file, value);
      key = value;
      isKept = hasKeyring;
      return state();
    },
    clear: () => {
      removePrivateFile(file);
      key = null;
      isKept = false;
      return state();
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

async function writeKey(file: string, key: string): Promise<void> {
  const sealed =
    'encryptStringAsync' in safeStorage
      ? await safeStorage.encryptStringAsync(key)
      : (safeStorage as Electron.SafeStorage).encryptString(key);
  writePrivateFile(file, JSON.stringify({ claude: sealed.toString('base64') }));
}

async function readKey(file: string, log: Log): Promise<string | null> {
  try {
    const sealed = Buffer.from(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).claude, 'base64');
    if ('decryptStringAsync' in safeStorage) return (await safeStorage.decryptStringAsync(sealed)).result;
    return (safeStorage as Electron.SafeStorage).decryptString(sealed);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.warn({}, 'the kept key could not be decrypted');
    return null;
  }
}
