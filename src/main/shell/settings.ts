import { renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { applyPatch, type Settings, type SettingsPatch } from '../../shared/settings.ts';
import { locationFileName, locationSchema, type Location } from '../data-dir.ts';
import type { Log } from '../log.ts';
import { parseSettings, settingsFileName } from '../settings-file.ts';

export interface SettingsStore {
  read(): Settings;
  /** Applies the patch, writes the file (atomically), returns the settings as they are now. */
  change(patch: SettingsPatch): Settings;
}

/** The settings of one data folder. An unreadable file is moved aside, never overwritten. */
export function openSettings(dataDir: string, log: Log): SettingsStore {
  const store = openStore(dataDir, settingsFileName, log);
  const parsed = parseSettings(store.store);
  for (const problem of parsed.problems)
    log.warn({ problem }, 'a setting was not usable and keeps its default');
  let settings = parsed.settings;
  return {
    read: () => settings,
    change: (patch) => {
      settings = applyPatch(settings, patch);
      store.store = { ...settings };
      return settings;
    },
  };
}

export interface LocationStore {
  read(): Location;
  change(patch: Partial<Location>): void;
}

/** Which desk to open and where it lies; read before any data folder is known. */
export function openLocation(windowDir: string, log: Log): LocationStore {
  const store = openStore(windowDir, locationFileName, log);
  const read = () => {
    const parsed = locationSchema.safeParse(store.store);
    return parsed.success ? parsed.data : locationSchema.parse({});
  };
  return {
    read,
    change: (patch) => {
      store.store = { ...read(), ...patch };
    },
  };
}

function openStore(cwd: string, name: string, log: Log): ElectronStore {
  try {
    return new ElectronStore({ cwd, name });
  } catch (error) {
    const file = join(cwd, `${name}.json`);
    const aside = `${file}.unreadable`;
    renameSync(file, aside);
    log.warn(
      { file: name, error: (error as Error).name },
      'settings file was not readable JSON; moved aside',
    );
    return new ElectronStore({ cwd, name });
  }
}
