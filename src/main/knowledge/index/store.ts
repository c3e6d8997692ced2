import type { Log } from '../../log.ts';
import { openFlatIndex } from './flat-index.ts';
import { keptBytes, settleFolder } from './folder.ts';
import { startIndexThread, type IndexThread } from './index-thread.ts';
import { loadIndex } from './load.ts';
import type { BuildRequest, Built, IndexStore } from './vector-index.ts';

export interface IndexStoreOptions {
  readonly dir: string;
  /** The database that indexes are built from. */
  readonly file: string;
  /** Whether this process owns the data folder. Who does not own it reads the kept index and builds in memory only. */
  readonly isOwner: boolean;
  /** Ids of embedders that others keep vectors with. */
  readonly otherEmbedders: readonly string[];
  readonly log: Log;
  /** A kept index of so many bytes is read without a thread. */
  readonly readAtOnceBytes?: number;
}

/** An index of this size (1,700 vectors) is read in some 15 ms, sooner than a thread starts. */
const usualReadAtOnce = 3_000_000;

/** Keeps the index in Vectra's binary format; a worker thread loads and builds it. */
export function openIndexStore(options: IndexStoreOptions): IndexStore {
  const { dir, isOwner, log, readAtOnceBytes = usualReadAtOnce } = options;
  if (isOwner) settleFolder(dir);
  const run = async (thread: IndexThread, signal: AbortSignal) => {
    const end = () => void thread.end();
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    try {
      return await thread.result;
    } catch (error) {
      if (isOwner) settleAgain(dir, log);
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  };
  return {
    async load(signal) {
      try {
        if (keptBytes(dir) <= readAtOnceBytes) {
          const small = loadIndex(dir);
          return small && (await openFlatIndex(small));
        }
        const loaded = await run(startIndexThread({ kind: 'load', dir }, refuse), signal);
        return loaded.index && (await openFlatIndex(loaded.index));
      } catch (error) {
        if (signal.aborted) return null;
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'index folder not readable');
        return null;
      }
    },
    build: async (request) => finishBuild(await run(startBuild(options, request), request.signal), log),
  };
}

/** A thread may have been ended in the middle of a swap. */
function settleAgain(dir: string, log: Log): void {
  try {
    settleFolder(dir);
  } catch (error) {
    log.warn({ code: (error as NodeJS.ErrnoException).code ?? 'unknown' }, 'index folder not tidied');
  }
}

function startBuild(options: IndexStoreOptions, request: BuildRequest): IndexThread {
  const { embedder, now } = request;
  const { file, isOwner, otherEmbedders } = options;
  const task = {
    kind: 'build',
    file,
    dir: isOwner ? options.dir : null,
    // An embedder itself cannot go into another thread.
    embedder: { id: embedder.id, dimension: embedder.dimension },
    otherEmbedders,
    now,
  } as const;
  return startIndexThread(task, async ({ texts, done, of }) => {
    request.onProgress({ done, of });
    const embedded = await request.embed(texts);
    request.onProgress({ done: done + texts.length, of });
    return embedded;
  });
}

async function finishBuild(report: Awaited<IndexThread['result']>, log: Log): Promise<Built> {
  if (report.kind !== 'built') throw new Error('The thread of the index did another task.');
  // An index that cannot be kept (a full disk) still answers; the next start builds it again.
  if (report.keepError) log.error({ code: report.keepError }, 'index folder not writable');
  return { index: await openFlatIndex(report.index), unused: report.unused };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('Loading an index asks for no vectors.'));
}
