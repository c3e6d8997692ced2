import { waits } from '../../shared/job-waits.ts';
import type { Settings } from '../../shared/settings.ts';
import { MINUTE } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import { allOf, open, type Gate, type Gates, type Standing } from './gates.ts';

/** What the computer says of itself. Whoever has it nudges the queue when it changes. */
export interface Machine {
  /** It is about to sleep, or sleeps. */
  isAsleep(): boolean;
  isOnBattery(): boolean;
  /** How long nobody has used it. */
  idleMs(): number;
}

const IDLE_MS = 5 * MINUTE;
const NIGHT = { from: 22, to: 6 } as const;

/** What holds the app's offline work back: sleep, the battery and the pause button, and the windows of jobs. */
export function machineGates(
  machine: Machine,
  settings: () => Pick<Settings['offline'], 'pausesOnBattery' | 'isPaused'>,
  clock: Clock,
): Gates {
  const paused: Gate = () => (settings().isPaused ? shut(waits.paused, null) : open);
  const battery: Gate = () =>
    // Not every system tells when the plug is pulled.
    settings().pausesOnBattery && machine.isOnBattery() ? shut(waits.battery, MINUTE) : open;
  return {
    awake: () => (machine.isAsleep() ? shut(waits.asleep, null) : open),
    begin: allOf(paused, battery),
    spend: () => open,
    windows: {
      now: () => open,
      idle: () => {
        const left = IDLE_MS - machine.idleMs();
        return left <= 0 ? open : shut(waits.idle, left);
      },
      night: () => {
        const ms = msToNight(clock.now());
        return ms === 0 ? open : shut(waits.night, ms);
      },
    },
  };
}

/** How long until night begins, in the machine's time zone; 0 at night. */
function msToNight(now: number): number {
  const at = new Date(now);
  if (at.getHours() >= NIGHT.from || at.getHours() < NIGHT.to) return 0;
  return at.setHours(NIGHT.from, 0, 0, 0) - now;
}

const shut = (because: string, lookAgainMs: number | null): Standing => ({
  isOpen: false,
  because,
  lookAgainMs,
});
