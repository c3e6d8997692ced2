const WIDTH = 920;
const HEIGHT = 600;
const LEFT = 64;
const RIGHT = 36;

type Point = readonly [x: number, y: number];

interface PanelShape {
  readonly top: number;
  readonly height: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Panel {
  /** Title, horizontal lines and their numbers. */
  frame(title: string, lines: readonly number[]): string[];
  /** The axis below: its name, and where its numbers stand. */
  ticks(title: string, at: readonly (readonly [number, string])[]): string[];
  line(kind: string, points: readonly Point[]): string;
  /** Between two lines with the same x. */
  area(kind: string, low: readonly Point[], high: readonly Point[]): string;
  /** A vertical line with its words at the top, one under the other. */
  moment(at: number, words: readonly string[], anchor?: 'start' | 'end'): string[];
  note(x: number, y: number, words: string, kind: string, anchor?: 'start' | 'end'): string;
}

/** A rectangle of the picture with axes of its own. */
export function openPanel({ top, height, x, y }: PanelShape): Panel {
  const across = (value: number) => LEFT + ((value - x[0]) / (x[1] - x[0])) * (WIDTH - LEFT - RIGHT);
  const down = (value: number) => top + height - ((value - y[0]) / (y[1] - y[0])) * height;
  const path = (points: readonly Point[]) =>
    points.map(([at, value]) => `${across(at).toFixed(1)} ${down(value).toFixed(1)}`).join(' L');
  return {
    frame: (title, lines) => [
      text(LEFT, top - 34, title, 'title'),
      ...lines.flatMap((value) => [
        `<path class="grid" d="M${LEFT} ${down(value)} H${WIDTH - RIGHT}"/>`,
        text(LEFT - 8, down(value) + 4, String(value), 'number', 'end'),
      ]),
    ],
    ticks: (title, at) => [
      ...at.map(([value, words]) => text(across(value), top + height + 18, words, 'number', 'middle')),
      text((LEFT + WIDTH - RIGHT) / 2, top + height + 40, title, 'axis', 'middle'),
    ],
    line: (kind, points) => `<path class="line ${kind}" d="M${path(points)}"/>`,
    area: (kind, low, high) =>
      `<path class="area ${kind}" d="M${path(high)} L${path(low.slice().reverse())} Z"/>`,
    moment: (at, words, anchor = 'start') => [
      `<path class="moment" d="M${across(at).toFixed(1)} ${top} V${top + height}"/>`,
      ...words.map((word, row) =>
        text(across(at) + (anchor === 'start' ? 5 : -5), top - 14 + row * 13, word, 'when', anchor),
      ),
    ],
    note: (at, value, words, kind, anchor = 'start') =>
      text(across(at), down(value), words, `note ${kind}`, anchor),
  };
}

function text(x: number, y: number, words: string, kind: string, anchor = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${kind}" text-anchor="${anchor}">${words}</text>`;
}

/** The colours of the app, light and dark, as the reader's system has it. */
const style = `
  .ground { fill: #ffffff; stroke: #e5dbc9 }
  text { font: 13px system-ui, sans-serif; fill: #1e292c }
  .title { font-weight: 600 } .number, .axis, .when { fill: #526267; font-size: 12px }
  .grid { stroke: #e5dbc9; fill: none } .moment { stroke: #526267; stroke-dasharray: 3 4; fill: none }
  .line { fill: none; stroke-width: 1.6 } .line.fixed { stroke: #b0452d; stroke-width: 2 }
  .line.learnt { stroke: #0e5a5a; stroke-opacity: .75 } .line.bound { stroke: #c97a10; stroke-width: 1.6; stroke-dasharray: 7 4 }
  .note.fixed { fill: #8f3521 } .note.learnt { fill: #0b4b4b } .note.bound { fill: #7a4a06 }
  .area.alone { fill: #0e5a5a } .area.draft { fill: #f0d9ae } .area.claude { fill: #f3ecdf }
  .note.on-alone { fill: #ffffff } .note.on-draft { fill: #5c3804 } .note.on-claude { fill: #1e292c }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #172124; stroke: #2a393d }
    text { fill: #efe8db } .number, .axis, .when { fill: #a9b8ba }
    .grid { stroke: #2a393d } .moment { stroke: #a9b8ba }
    .line.fixed { stroke: #e58468 } .line.learnt { stroke: #4fb0a6 } .line.bound { stroke: #efb252 }
    .note.fixed { fill: #f0a48d } .note.learnt { fill: #8fd6cd } .note.bound { fill: #f3c77f }
    .area.alone { fill: #2f857d } .area.draft { fill: #5b4520 } .area.claude { fill: #1e2b2f }
    .note.on-alone { fill: #ffffff } .note.on-draft { fill: #f3c77f } .note.on-claude { fill: #efe8db }
  }`;

/** A whole picture; `title` is what a screen reader says of it. */
export function toSvg(title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">`,
    `<title>${title}</title>`,
    `<style>${style}\n</style>`,
    `<rect class="ground" x=".5" y=".5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="12"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}
