import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { z } from 'zod';
import { DeskError } from '../../shared/fault.ts';
import { type Emit } from '../../shared/events.ts';
import {
  requests,
  type Answer,
  type ParsedInput,
  type RequestName,
  type RequestOutput,
} from '../../shared/ipc.ts';
import type { Log } from '../log.ts';

/** Registers the handler of one request. Handlers just return or throw. */
export type Handle = <K extends RequestName>(
  name: K,
  handler: (input: ParsedInput<K>) => RequestOutput<K> | Promise<RequestOutput<K>>,
) => void;

export interface Bridge {
  readonly handle: Handle;
  /** Tells every trusted window. */
  readonly emit: Emit;
  /** Makes a window's contents a trusted sender until it is destroyed. */
  trust(contents: WebContents): void;
}

/**
 * The only door between renderer and core. Each request: trusted sender, then schema, then handler; each answer
 * has the one shape of `Answer`. `origin` is where our own pages live.
 */
export function openBridge(origin: string, log: Log): Bridge {
  const trusted = new Set<WebContents>();
  return {
    trust: (contents) => {
      trusted.add(contents);
      contents.once('destroyed', () => trusted.delete(contents));
    },
    handle: (name, handler) => {
      ipcMain.handle(name, async (event, raw: unknown) => {
        if (!isTrusted(event, trusted, origin)) return refuse(name, log);
        return answer(name, () => handler(parse(name, raw)), log);
      });
    },
    emit: (name, value) => {
      for (const contents of trusted) if (!contents.isDestroyed()) contents.send(name, value);
    },
  };
}

function isTrusted(event: IpcMainInvokeEvent, trusted: ReadonlySet<WebContents>, origin: string): boolean {
  const frame = event.senderFrame;
  if (!frame || !trusted.has(event.sender) || frame.parent !== null) return false;
  const url = new URL(frame.url);
  return `${url.protocol}//${url.host}` === origin;
}

function refuse(name: RequestName, log: Log): Answer<never> {
  log.warn({ request: name }, 'refused a request from an untrusted sender');
  return { ok: false, code: 'untrusted_sender', message: 'This page may not ask for that.' };
}

function parse<K extends RequestName>(name: K, raw: unknown): ParsedInput<K> {
  const parsed = requests[name].input.safeParse(raw);
  if (!parsed.success) throw new DeskError('bad_input', `${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data as ParsedInput<K>;
}

async function answer<T>(name: RequestName, run: () => T | Promise<T>, log: Log): Promise<Answer<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (error instanceof DeskError) return { ok: false, code: error.code, message: error.message };
    // The message of an unexpected error may hold data, so only its kind and place are logged.
    log.error({ request: name, error: (error as Error).name, stack: places(error) }, 'a request failed');
    return { ok: false, code: 'internal', message: `${name} failed unexpectedly. The log has the details.` };
  }
}

function places(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => line.trim().startsWith('at ')).slice(0, 8);
}
