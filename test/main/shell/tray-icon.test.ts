import { expect, it } from 'vitest';
import { trayPixels } from '../../../src/main/shell/tray-icon.ts';

const side = 64;
const teal = [0x5a, 0x5b, 0x0f, 255];
const saffron = [0x54, 0xb3, 0xef, 255];
/** Teal all over but for a saffron dot where the icon has it. */
const icon = Buffer.alloc(side * side * 4);
for (let at = 0; at < side * side; at += 1) {
  const far = Math.hypot((at % side) + 0.5 - 34.4, Math.floor(at / side) + 0.5 - 15.4);
  icon.set(far < 4.6 ? saffron : teal, at * 4);
}
const pixelAt = (pixels: Buffer, x: number, y: number) => [
  ...pixels.subarray((y * side + x) * 4, (y * side + x) * 4 + 4),
];
const middle = [34, 15] as const;

it('has a full dot while something is worked on, and an empty one else', () => {
  expect(pixelAt(trayPixels(icon, side, 'working', false), ...middle)).toEqual(saffron);
  const idle = trayPixels(icon, side, 'idle', false);
  expect(pixelAt(idle, ...middle)).toEqual(teal);
  expect(pixelAt(idle, 34, 11)).toEqual(saffron);
});

it('as a template is black where something is drawn and nothing elsewhere', () => {
  const template = trayPixels(icon, side, 'working', true);
  expect(pixelAt(template, ...middle)).toEqual([0, 0, 0, 255]);
  expect(pixelAt(template, 5, 60)).toEqual([0, 0, 0, 0]);
});
