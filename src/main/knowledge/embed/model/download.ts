import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../../../../shared/time.ts';
import { piecesOf, unlessAborted } from '../../../abort.ts';
import { diskError, isPassing, ModelError } from './fault.ts';
import { refusal, unreachable, type HubFile, type HubPlace } from './hub.ts';

/** How patient fetching is. */
export interface Patience {
  /** Longest silence of a hub, ms. */
  readonly stallMs: number;
  /** Tries in a row that bring nothing. */
  readonly tries: number;
  /** Pause before the second try, ms; doubled for each further one. */
  readonly pauseMs: number;
}
export const usualPatience: Patience = { stallMs: 30 * SECOND, tries: 4, pauseMs: SECOND };

export interface Download {
  readonly place: HubPlace;
  readonly url: string;
  readonly file: HubFile;
  /** Where the file stands once it is whole and right; `.part` is added while it is not. */
  readonly target: string;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  /** How many bytes of it are here. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Fetches a file unless it is here already, going on where an earlier attempt ended. It gets its name when its content is what the hub
 * said; wrong content is thrown away and fetched once more from the start. Rejects with ModelError, and with the signal's reason.
 */
export async function download(task: Download): Promise<void> {
  try {
    if (await isRight(task.target, task.file)) return task.onBytes(task.file.size);
    await mkdir(dirname(task.target), { recursive: true });
    for (let isLast = false; ; isLast = true) {
      await receiveAll(task);
      if (await isRight(partOf(task), task.file)) break;
      await rm(partOf(task), { force: true });
      if (isLast)
        throw new ModelError(
          'wrong_content',
          `${task.file.path} came with other content than the hub names.`,
        );
    }
    await rename(partOf(task), task.target);
  } catch (error) {
    task.signal.throwIfAborted();
    throw diskError(error, dirname(task.target));
  }
}

const partOf = ({ target }: Download) => `${target}.part`;

/** Brings all bytes, in as many requests as it takes. */
async function receiveAll(task: Download): Promise<void> {
  const { file, signal, patience } = task;
  let failed = 0;
  for (;;) {
    const before = await sizeOf(partOf(task));
    if (before === file.size) return;
    if (before > file.size) await rm(partOf(task));
    try {
      await receive(task, before > file.size ? 0 : before);
    } catch (error) {
      signal.throwIfAborted();
      const isStuck = (await sizeOf(partOf(task))) <= before;
      failed = isStuck ? failed + 1 : 1;
      if (!isPassing(error) || failed >= patience.tries) throw error;
      await sleep(patience.pauseMs * 2 ** (failed - 1), undefined, { signal });
    }
  }
}

/** One request, from byte `have` on. A hub that knows no ranges begins anew. */
async function receive(task: Download, have: number): Promise<void> {
  const silence = watchSilence(task);
  try {
    const response = await ask(task, have, silence.signal);
    const isRest = response.status === 206;
    const handle = await open(partOf(task), isRest ? 'a' : 'w');
    let bytes = isRest ? have : 0;
    try {
      for await (const chunk of piecesOf(response.body, silence.signal)) {
        silence.heard();
        bytes += chunk.byteLength;
        if (bytes > task.file.size) break;
        await handle.write(chunk);
        task.onBytes(bytes);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (bytes > task.file.size) await rm(partOf(task));
    if (bytes < task.file.size) throw new TypeError('the answer ended too early');
  } catch (error) {
    // Disk and hub say what it was themselves; anything else is the connection.
    const isKnown = error instanceof ModelError || (error as NodeJS.ErrnoException).syscall !== undefined;
    throw isKnown ? error : unreachable(task.place, error);
  } finally {
    silence.end();
  }
}

async function ask(task: Download, have: number, signal: AbortSignal): Promise<Response> {
  const range = have > 0 ? { range: `bytes=${have}-` } : {};
  const headers = { 'accept-encoding': 'identity', ...range };
  const response = await unlessAborted(fetch(task.url, { signal, headers }), signal);
  const isRest = response.status === 206 && startOf(response) === have;
  if (response.status === 200 || isRest) return response;
  // Read to the end, so that the connection can be used again.
  await unlessAborted(response.arrayBuffer(), signal).catch(() => undefined);
  // A range that does not fit is of another file than the one begun.
  if (response.status === 416 || response.status === 206) {
    await rm(partOf(task), { force: true });
    throw new ModelError('refused', `${task.file.path} could not be continued; it begins anew.`);
  }
  throw refusal(task.place, response.status);
}

/** Aborts when nothing comes for too long, or with the task. */
function watchSilence({ signal: outer, patience }: Download) {
  const controller = new AbortController();
  const give = () => controller.abort(outer.reason);
  const tooLong = () => controller.abort(new DOMException('the hub went silent', 'TimeoutError'));
  let timer = setTimeout(tooLong, patience.stallMs);
  outer.addEventListener('abort', give, { once: true });
  if (outer.aborted) give();
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(tooLong, patience.stallMs);
    },
    end: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', give);
    },
  };
}

/** Whether the file is there with the content the hub names. */
async function isRight(path: string, { size, check }: HubFile): Promise<boolean> {
  if ((await sizeOf(path)) !== size) return false;
  const hash = createHash(check.algorithm === 'sha256' ? 'sha256' : 'sha1');
  if (check.algorithm === 'git-sha1') hash.update(`blob ${size}\0`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === check.hex;
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
}
