import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, defaultSettings, settingsPatchSchema, type Settings } from '../shared/settings.ts';

/** Name of the settings file inside the data folder, without `.json`. */
export const settingsFileName = 'settings';

export interface ParsedSettings {
  readonly settings: Settings;
  /** One sentence per field that was not usable; that field keeps its default. */
  readonly problems: readonly string[];
}

/** Settings out of whatever a file held. A wrong field costs that field only, never the others. */
export function parseSettings(raw: unknown): ParsedSettings {
  const whole = settingsPatchSchema.safeParse(raw);
  if (whole.success) return { settings: applyPatch(defaultSettings, whole.data), problems: [] };
  const problems = whole.error.issues.map(
    (issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`,
  );
  const broken = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = typeof raw === 'object' && raw !== null ? Object.entries(raw) : [];
  const usable = settingsPatchSchema.safeParse(Object.fromEntries(rest.filter(([key]) => !broken.has(key))));
  return { settings: applyPatch(defaultSettings, usable.success ? usable.data : {}), problems };
}

/** The settings of a data folder, for processes without Electron. A missing file means defaults. */
export function readSettingsFile(dataDir: string): ParsedSettings {
  const file = join(dataDir, `${settingsFileName}.json`);
  try {
    return parseSettings(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { settings: defaultSettings, problems: [] };
    return { settings: defaultSettings, problems: [`${file} is not readable JSON: defaults are used.`] };
  }
}
