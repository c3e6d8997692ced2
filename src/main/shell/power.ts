import { powerMonitor } from 'electron';
import { SECOND } from '../../shared/time.ts';

/** What the computer says of itself. */
export interface Power {
  isAsleep(): boolean;
  isOnBattery(): boolean;
  /** How long nobody has used it. */
  idleMs(): number;
}

/** Follows the computer's sleep and power; `onChange` when they change, where the system tells. After the app is ready. */
export function watchPower(onChange: () => void): Power {
  let isAsleep = false;
  powerMonitor.on('suspend', () => {
    isAsleep = true;
    onChange();
  });
  powerMonitor.on('resume', () => {
    isAsleep = false;
    onChange();
  });
  powerMonitor.on('on-battery', onChange);
  powerMonitor.on('on-ac', onChange);
  return {
    isAsleep: () => isAsleep,
    isOnBattery: () => powerMonitor.isOnBatteryPower(),
    idleMs: () => powerMonitor.getSystemIdleTime() * SECOND,
  };
}
