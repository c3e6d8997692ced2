import { columns, span } from './output.ts';
import { paint } from './paint.ts';

/** A column of a table of figures: its heading, and what a group shows there. */
export interface FigureColumn<F> {
  readonly heading: string;
  readonly cell: (figures: F) => string;
}

type Groups<F> = Readonly<Record<string, F>>;

/** Figures of all, of each kind and of each language, one line each, numbers right-aligned. */
export function figuresTable<F>(
  all: F,
  { byKind, byLanguage }: { readonly byKind: Groups<F>; readonly byLanguage: Groups<F> },
  figures: readonly FigureColumn<F>[],
): string {
  const rows: [string, F][] = [['all', all], ...Object.entries(byKind), ...Object.entries(byLanguage)];
  const headings = figures.map(({ heading }) => heading);
  const cells = rows.map(([name, group]) => [name, ...figures.map(({ cell }) => cell(group))]);
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...cells.map((row) => row[at + 1]?.length ?? 0)),
  );
  const alignRight = ([name = '', ...rest]: readonly string[]) => [
    name,
    ...rest.map((cell, at) => cell.padStart(widths[at] ?? 0)),
  ];
  const [top = '', total = '', ...others] = columns([['', ...headings], ...cells].map(alignRight)).split(
    '\n',
  );
  const kinds = Object.keys(byKind).length;
  return [
    paint.quiet(top),
    paint.strong(total),
    ...spaced(others.slice(0, kinds)),
    ...spaced(others.slice(kinds)),
  ].join('\n');
}

/** A share or another figure 0..1; "–" where it does not apply. */
export function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** A time; "–" where it does not apply. */
export function time(ms: number | null): string {
  return ms === null ? '–' : span(ms);
}

const spaced = (lines: readonly string[]) => (lines.length === 0 ? [] : ['', ...lines]);
