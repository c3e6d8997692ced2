/** How the icon looks: with an empty dot, or with a full one while something is worked on. */
export type TrayLook = 'idle' | 'working';

/** The dot of the j, as parts of the icon's side. */
const dot = { x: 275 / 512, y: 123 / 512, radius: 37 / 512, ring: 0.62 } as const;
/** Blue, green, red. */
const teal = [0x5a, 0x5b, 0x0f] as const;
/** Darker than the first is background, lighter than the second is drawn. */
const drawn = { from: 100, to: 170 } as const;

/**
 * The product's icon as the tray shows it, from its own pixels (square, four bytes each: blue, green, red, alpha). A template
 * is black where something is drawn and empty elsewhere; macOS gives it the colour of its menu bar.
 */
export function trayPixels(icon: Buffer, side: number, look: TrayLook, isTemplate: boolean): Buffer {
  const pixels = Buffer.from(icon);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [(at % side) + 0.5, Math.floor(at / side) + 0.5];
    const far = Math.hypot(x / side - dot.x, y / side - dot.y) / dot.radius;
    const pixel = pixels.subarray(at * 4, at * 4 + 4);
    if (look === 'idle' && far < dot.ring) pixel.set(teal);
    if (isTemplate) pixel.set([0, 0, 0, drawnShare(pixel) * (pixel[3] ?? 0)]);
  }
  return pixels;
}

function drawnShare([blue = 0, green = 0, red = 0]: Uint8Array): number {
  const light = 0.1 * blue + 0.6 * green + 0.3 * red;
  return Math.min(1, Math.max(0, (light - drawn.from) / (drawn.to - drawn.from)));
}
