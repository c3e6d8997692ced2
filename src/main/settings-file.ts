import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyPatch,
  defaultSettings,
  settingsPatchSchema,
  type Settings,
  type SettingsPatch,
} from '../shared/settings.ts';

/** Name of the settings file inside the data folder, without `.json`. */
export const settingsFileName = 'settings';

export interface ParsedSettings {
  readonly settings: Settings;
  /** One sentence per field that was not usable; that field keeps its default. */
  readonly problems: readonly string[];
}

/** Settings out of whatever a file held. A wrong field costs that field only, never the others of its group. */
export function parseSettings(raw: unknown): ParsedSettings {
  const whole = settingsPatchSchema.safeParse(raw);
  const problems = (whole.error?.issues ?? []).map(
    (issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`,
  );
  return { settings: applyPatch(defaultSettings, usableOf(raw)), problems };
}

/** What is left when every wrong field is taken out. */
function usableOf(raw: unknown): SettingsPatch {
  const parsed = settingsPatchSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  // One field may have several complaints; taken out twice, it would take its group with it.
  const wrong = new Map(parsed.error.issues.map(({ path }) => [path.join('\0'), path]));
  const rest = [...wrong.values()].reduce<unknown>(without, raw);
  return usableOf(rest ?? {});
}

/** The value without what the path leads to; without its parent where that is missing. Undefined = nothing is left. */
function without(value: unknown, [key, ...deeper]: readonly PropertyKey[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
    return undefined;
  const { [key]: inner, ...others } = value as Record<PropertyKey, unknown>;
  const kept = deeper.length === 0 ? undefined : without(inner, deeper);
  return kept === undefined ? others : { ...others, [key]: kept };
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
