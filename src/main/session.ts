import type { Desk as DeskName } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Core } from './core.ts';
import { openDemoDesk, openOwnDesk, type Desk, type DeskPlace } from './desk.ts';
import type { LocationStore } from './shell/settings.ts';

/** The one desk that is open while the app runs, and the way from one to another. */
export interface Session {
  /** Null before one was chosen. Waits while one is being opened. */
  desk(): Promise<Desk | null>;
  /** The core of the open desk. Throws DeskError `conflict` when none is open. */
  core(): Core;
  /** Closes what is open and opens this one; remembers the choice. */
  choose(name: DeskName): Promise<Desk>;
  /** Closes the desk; nothing is lost, nothing stays open. */
  close(): Promise<void>;
}

/** Starts with the desk that was open last, if any; opening it goes on while the window loads. */
export function startSession(place: Omit<DeskPlace, 'location'>, location: LocationStore): Session {
  const open = (name: DeskName): Promise<Desk> =>
    (name === 'demo' ? openDemoDesk : openOwnDesk)({ ...place, location: location.read() });
  let current: Desk | null = null;
  const keep = (desk: Desk) => (current = desk);
  const last = location.read().desk;
  let opening: Promise<Desk | null> = last === null ? Promise.resolve(null) : open(last).then(keep);
  const close = async () => {
    const desk = await opening.catch(() => null);
    current = null;
    opening = Promise.resolve(null);
    await desk?.close();
  };
  return {
    desk: () => opening,
    core: () => {
      if (!current) throw new DeskError('conflict', 'No desk is open yet: choose one first.');
      return current.core;
    },
    choose: async (name) => {
      await close();
      const opened = open(name).then(keep);
      opening = opened;
      const desk = await opened;
      location.change({ desk: name });
      return desk;
    },
    close,
  };
}
