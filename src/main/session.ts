import type { Desk as DeskName } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Core } from './core.ts';
import type { Location } from './data-dir.ts';
import type { Desk } from './desk.ts';
import type { LocationStore } from './shell/settings.ts';

/** The one desk that is open while the app runs, and the way from one to another. */
export interface Session {
  /** The open desk. Waits while one is being opened. */
  desk(): Promise<Desk>;
  /** The desk that was chosen; null on the first run, when the user's own is open to take a language and a key. */
  chosen(): DeskName | null;
  /** The core of the open desk. Throws DeskError `conflict` while none is. */
  readonly core: () => Core;
  /** Whether one is open now. */
  isOpen(): boolean;
  /** Opens this desk, unless it is the open one, and remembers the choice. True when the screen shows another one now. */
  choose(name: DeskName): Promise<boolean>;
  /** Opens the user's own desk on this folder. Throws as `openCore` does; the desk that was open is open again then. */
  moveTo(dataDir: string): Promise<void>;
  /** Closes the desk; nothing is lost, nothing stays open. */
  close(): Promise<void>;
}

type OpenDesk = (name: DeskName, location: Location) => Promise<Desk>;

/**
 * Starts with the desk that was open last, else with the user's own; opening it goes on while the window loads. Changes
 * go one after the other: a second click must not open what the first one is opening.
 */
export function startSession(openDesk: OpenDesk, location: LocationStore): Session {
  const slot = createSlot(openDesk, location);
  const inTurn = createTurns();
  let isClosed = false;
  const reopen = (next: Location): Promise<Desk> => {
    if (isClosed) throw new DeskError('conflict', 'The desk is closing.');
    return slot.reopen(next);
  };
  const choose = async (name: DeskName): Promise<boolean> => {
    const isFirstRun = location.read().desk === null;
    const { name: openName, settings } = await slot.desk();
    // The one that is open stays so: where there is no keyring, its key is kept nowhere else.
    if (openName === name) {
      location.change({ desk: name });
      return false;
    }
    const desk = await reopen({ ...location.read(), desk: name });
    // The language chosen on the first screen is meant for whatever is looked at first.
    if (isFirstRun) desk.settings.change({ language: settings.read().language });
    return true;
  };
  return {
    desk: () => slot.desk(),
    chosen: () => location.read().desk,
    core: () => slot.core(),
    isOpen: () => slot.isOpen(),
    choose: (name) => inTurn(() => choose(name)),
    moveTo: (dataDir) => inTurn(async () => void (await reopen({ desk: 'own', dataDir }))),
    close: () =>
      inTurn(async () => {
        isClosed = true;
        await slot.close();
      }),
  };
}

/** Runs work one after the other, whatever becomes of each. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}

/** The place for one open desk. */
function createSlot(openDesk: OpenDesk, location: LocationStore) {
  let current: Desk | null = null;
  const open = async (): Promise<Desk> => {
    const at = location.read();
    current = await openDesk(at.desk ?? 'own', at);
    return current;
  };
  let opening = open();
  const close = async (): Promise<void> => {
    await opening.catch(() => null);
    const desk = current;
    current = null;
    await desk?.close();
  };
  return {
    desk: () => opening,
    isOpen: () => current !== null,
    core(): Core {
      if (!current) throw new DeskError('conflict', 'No desk is open at the moment.');
      return current.core;
    },
    close,
    async reopen(wanted: Location): Promise<Desk> {
      const before = location.read();
      const closed = close();
      const opened = closed.then(() => {
        location.change(wanted);
        return open();
      });
      // From here on everybody who asks for the desk waits for the next one, or for the one before it.
      opening = opened.catch(() => {
        location.change(before);
        return open();
      });
      await opening;
      return opened;
    },
  };
}
