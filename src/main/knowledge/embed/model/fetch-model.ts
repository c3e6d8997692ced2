import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { download, usualPatience, type Patience } from './download.ts';
import { diskError, ModelError } from './fault.ts';
import { fileUrl, listModel, type HubListing, type HubPlace } from './hub.ts';
import { bytesIn, foldersOf, readModel, stampName, stampOf, type ReadyModel } from './model-folder.ts';

export interface FetchTask {
  readonly place: HubPlace;
  /** Where models are kept, each in a folder of its own. */
  readonly modelsDir: string;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number, total: number) => void;
  readonly patience?: Patience;
  /** Tries the model out before it gets its place. Rejects where it cannot be used. */
  readonly tryOut: (model: ReadyModel) => Promise<void>;
}

/**
 * Fetches a model beside its place, file by file, tries it out, and puts it there by renaming: what stands in its place is whole. What an
 * earlier attempt left is gone on with. Rejects with ModelError, and with the signal's reason when it aborts.
 */
export async function fetchModel(task: FetchTask): Promise<ReadyModel> {
  const { place, modelsDir, signal } = task;
  const { whole, partial } = foldersOf(modelsDir, place.model);
  const listing = await listModel(place, signal);
  try {
    await mkdir(partial, { recursive: true });
    await assertRoom(partial, listing);
    await fetchFiles(task, listing, partial);
    await writeFile(join(partial, stampName), stampOf(place.model, listing));
    await assertUsable(task, partial);
    signal.throwIfAborted();
    await rm(whole, { recursive: true, force: true });
    await rename(partial, whole);
  } catch (error) {
    signal.throwIfAborted();
    throw diskError(error, dirname(whole));
  }
  const model = readModel(whole);
  if (!model) throw new ModelError('folder', `${whole} changed while it was being written. Try again.`);
  return model;
}

async function fetchFiles(task: FetchTask, listing: HubListing, dir: string): Promise<void> {
  const { place, signal, patience = usualPatience } = task;
  let before = 0;
  for (const file of listing.files) {
    await download({
      place,
      url: fileUrl(place, listing.revision, file.path),
      file,
      target: join(dir, file.path),
      signal,
      patience,
      onBytes: (bytes) => task.onProgress(before + bytes, listing.total),
    });
    before += file.size;
  }
}

async function assertRoom(dir: string, { total }: HubListing): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const missing = total - (await bytesIn(dir));
  if (missing > bavail * bsize)
    throw new ModelError(
      'no_space',
      `${dir} has no room for ${Math.ceil(missing / 1e6)} MB. Free some and try again.`,
    );
}

/** Contents that are right and still of no use are thrown away: going on with them would never end well. */
async function assertUsable({ tryOut, signal }: FetchTask, partial: string): Promise<void> {
  const model = readModel(partial);
  if (!model) throw new ModelError('folder', `${partial} changed while it was being written. Try again.`);
  try {
    await tryOut(model);
  } catch (error) {
    signal.throwIfAborted();
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}
