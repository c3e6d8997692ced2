import { beforeEach, expect, it } from 'vitest';
import { machineGates, type Machine } from '../../../src/main/jobs/machine-gates.ts';
import { waits } from '../../../src/shared/job-waits.ts';
import { MINUTE } from '../../../src/shared/time.ts';
import { testClock } from '../../fixtures/desk.ts';

let says: { asleep: boolean; battery: boolean; idle: number };
let settings: { pausesOnBattery: boolean; isPaused: boolean };
beforeEach(() => {
  says = { asleep: false, battery: false, idle: 0 };
  settings = { pausesOnBattery: true, isPaused: false };
});

const machine: Machine = {
  isAsleep: () => says.asleep,
  isOnBattery: () => says.battery,
  idleMs: () => says.idle,
};
const gates = (hour = 12) =>
  machineGates(machine, () => settings, testClock(new Date(2026, 10, 22, hour).getTime()));
const shut = (because: string, lookAgainMs: number | null) => ({ isOpen: false, because, lookAgainMs });

it('holds nothing back on a computer that is awake, plugged in, and not paused', () => {
  const { awake, begin, spend, windows } = gates();
  expect([awake(), begin(), spend(), windows.now()].map(({ isOpen }) => isOpen)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('stops everything while the computer sleeps', () => {
  says.asleep = true;
  expect(gates().awake()).toEqual(shut(waits.asleep, null));
});

it('begins nothing on the battery, unless the operator wants that, and looks again by itself', () => {
  says.battery = true;
  expect(gates().begin()).toEqual(shut(waits.battery, MINUTE));
  settings.pausesOnBattery = false;
  expect(gates().begin()).toEqual({ isOpen: true });
});

it('begins nothing while the operator has paused it', () => {
  settings.isPaused = true;
  expect(gates().begin()).toEqual(shut(waits.paused, null));
});

it('opens the idle window when nobody has used the computer for a while', () => {
  says.idle = 2 * MINUTE;
  expect(gates().windows.idle()).toEqual(shut(waits.idle, 3 * MINUTE));
  says.idle = 5 * MINUTE;
  expect(gates().windows.idle()).toEqual({ isOpen: true });
});

it('opens the night window from ten in the evening to six in the morning', () => {
  expect([21, 22, 23, 0, 5, 6].map((hour) => gates(hour).windows.night().isOpen)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(gates(20).windows.night()).toEqual(shut(waits.night, 120 * MINUTE));
});
