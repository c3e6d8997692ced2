import { Notification, powerSaveBlocker } from 'electron';
import type { Emit, Events } from '../../shared/events.ts';
import { NightWatch, type NightWatchParts } from './night-watch.ts';

/** Follows nights with what Electron has: notifications, and a machine that stays awake. A click calls `onClick`. */
export function watchNights(
  parts: Pick<NightWatchParts, 'language' | 'keepsAwake'> & { readonly onClick: () => void },
): NightWatch {
  return new NightWatch({
    ...parts,
    notify: (title, body) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body, silent: true });
      notification.on('click', parts.onClick);
      notification.show();
    },
    stayAwake: () => {
      const id = powerSaveBlocker.start('prevent-app-suspension');
      return () => powerSaveBlocker.stop(id);
    },
  });
}

/** Passes on what is told, and tells the watch of nights. */
export function withNightWatch(emit: Emit, watch: NightWatch): Emit {
  return (name, value) => {
    emit(name, value);
    if (name === 'night:changed') watch.take(value as Events['night:changed']);
  };
}
