import type { Desk as DeskName } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Core } from './core.ts';
import type { Location } from './data-dir.ts';
import { openDemoDesk, openOwnDesk, type Desk, type DeskPlace } from './desk.ts';
import type { LocationStore } from './shell/settings.ts';

/** The one desk that is open while the app runs, and the way from one to another. */
export interface Session {
  /** The open desk. Waits while one is being opened. */
  desk(): Promise<Desk>;
  /** The desk that was chosen; null on the first run, when the user's own is open to take a language and a key. */
  chosen(): DeskName | null;
  /** The core of the open desk. Throws DeskError `conflict` while none is. */
  readonly core: () => Core;
  /** Opens this desk, unless it is the open one, and remembers the choice. True when the screen shows another one now. */
  choose(name: DeskName): Promise<boolean>;
  /** Opens the user's own desk on this folder. Throws as `openCore` does; the desk that was open is open again then. */
  moveTo(dataDir: string): Promise<void>;
  /** Closes the desk; nothing is lost, nothing stays open. */
  close(): Promise<void>;
}

/** Starts with the desk that was open last, else with the user's own; opening it goes on while the window loads. */
export function startSession(place: Omit<DeskPlace, 'location'>, location: LocationStore): Session {
  let current: Desk | null = null;
  const open = async (name: DeskName): Promise<Desk> => {
    const openDesk = name === 'demo' ? openDemoDesk : openOwnDesk;
    current = await openDesk({ ...place, location: location.read() });
    return current;
  };
  let opening = open(location.read().desk ?? 'own');
  const close = async (): Promise<void> => {
    const desk = await opening.catch(() => null);
    current = null;
    await desk?.close();
  };
  const reopen = async (next: Location): Promise<Desk> => {
    const before = location.read();
    await close();
    try {
      location.change(next);
      opening = open(next.desk ?? 'own');
      return await opening;
    } catch (error) {
      location.change(before);
      opening = open(before.desk ?? 'own');
      await opening;
      throw error;
    }
  };
  return {
    desk: () => opening,
    chosen: () => location.read().desk,
    core: () => {
      if (!current) throw new DeskError('conflict', 'No desk is open at the moment.');
      return current.core;
    },
    choose: async (name) => {
      const isFirstRun = location.read().desk === null;
      const { name: openName, settings } = await opening;
      // The one that is open stays so: where there is no keyring, its key is kept nowhere else.
      if (openName === name) {
        location.change({ desk: name });
        return false;
      }
      const desk = await reopen({ ...location.read(), desk: name });
      // The language chosen on the first screen is meant for whatever is looked at first.
      if (isFirstRun) desk.settings.change({ language: settings.read().language });
      return true;
    },
    moveTo: async (dataDir) => void (await reopen({ desk: 'own', dataDir })),
    close,
  };
}
