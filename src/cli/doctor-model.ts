import { join } from 'node:path';
import { foldersOf, readModel } from '../main/knowledge/embed/model/model-folder.ts';
import type { Settings } from '../shared/settings.ts';
import { ok, warn, type Check } from './doctor-check.ts';

/** The model on this computer, where the settings choose one. */
export function checkModel(dataDir: string, { embedder }: Settings): Check[] {
  if (embedder.kind !== 'transformers') return [];
  const { localModel } = embedder;
  const found = readModel(foldersOf(join(dataDir, 'models'), localModel).whole);
  if (found) return [ok('model', `${localModel}, ${Math.round(found.total / 1e6)} MB`)];
  const finding = `${localModel} is not here, or not whole: the builtin embedder serves.`;
  return [warn('model', finding, 'Fetch it in the app: Settings, Knowledge.')];
}
