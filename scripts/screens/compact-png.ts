import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
/** So many places go to the most frequent colours; the others to those furthest from what is there already. */
const FREQUENT = 160;

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes per pixel: 3 or 4. */
  readonly step: number;
  readonly pixels: Buffer;
}

/**
 * The same picture with at most 256 colours, a third of the size: the most frequent ones and those that
 * differ most, such as a small dot in the accent colour, stay exact, the others take the nearest. Takes 8-bit RGB or RGBA without interlace, as Playwright writes it; transparency is dropped.
 */
export function compactPng(png: Buffer): Buffer {
  const picture = decode(png);
  const palette = choosePalette(picture);
  return encode(picture, palette);
}

function decode(png: Buffer): Picture {
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const step = png[25] === 6 ? 4 : 3;
  if (png[24] !== 8 || (png[25] !== 6 && png[25] !== 2) || png[28] !== 0)
    throw new Error('only plain 8-bit RGB and RGBA pictures can be made compact');
  return { width, height, step, pixels: unfilter(inflateSync(Buffer.concat(data)), width * step, step) };
}

/** Undoes the five row filters of PNG (specification, section 9). */
function unfilter(raw: Buffer, rowLength: number, step: number): Buffer {
  const rows = raw.length / (rowLength + 1);
  const out = Buffer.alloc(rows * rowLength);
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (rowLength + 1)] ?? 0;
    for (let column = 0; column < rowLength; column += 1) {
      const at = row * rowLength + column;
      const left = column < step ? 0 : (out[at - step] ?? 0);
      const up = row === 0 ? 0 : (out[at - rowLength] ?? 0);
      const corner = row === 0 || column < step ? 0 : (out[at - rowLength - step] ?? 0);
      const value = raw[row * (rowLength + 1) + 1 + column] ?? 0;
      out[at] = value + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** Colours as 0xRRGGBB to their place in the palette. */
type Palette = { readonly colours: readonly number[]; readonly indexOf: ReadonlyMap<number, number> };

function choosePalette(picture: Picture): Palette {
  const counts = new Map<number, number>();
  for (let at = 0; at < picture.pixels.length; at += picture.step) {
    const colour = picture.pixels.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const ranked = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const colours = ranked.slice(0, FREQUENT);
  const places = ranked.map((colour) => nearest(colours, colour));
  while (colours.length < Math.min(COLOURS, ranked.length)) {
    const next = furthest(places);
    const added = ranked[next] ?? 0;
    const index = colours.push(added) - 1;
    for (const [at, colour] of ranked.entries()) {
      const far = distance(added, colour);
      if (far < (places[at]?.distance ?? 0)) places[at] = { index, distance: far };
    }
  }
  return { colours, indexOf: new Map(ranked.map((colour, at) => [colour, places[at]?.index ?? 0])) };
}

interface Place {
  /** Of the nearest colour in the palette. */
  readonly index: number;
  readonly distance: number;
}

function nearest(colours: readonly number[], wanted: number): Place {
  let best: Place = { index: 0, distance: Infinity };
  for (const [index, colour] of colours.entries()) {
    const far = distance(colour, wanted);
    if (far < best.distance) best = { index, distance: far };
  }
  return best;
}

function furthest(places: readonly Place[]): number {
  let found = 0;
  for (const [at, place] of places.entries()) if (place.distance > (places[found]?.distance ?? 0)) found = at;
  return found;
}

/** Squared distance of two colours 0xRRGGBB. */
function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function encode({ width, height, step, pixels }: Picture, { colours, indexOf }: Palette): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const colour = pixels.readUIntBE((row * width + column) * step, 3);
      rows[row * (width + 1) + 1 + column] = indexOf.get(colour) ?? 0;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', header), chunk('PLTE', table), chunk('IDAT', deflateSync(rows, { level: 9 }))];
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
