import { keepsLimit, ratioOf, type Measure, type Row } from './measure.ts';

const HEAD = [
  '| measured | samples | p50 | p95 | max | reference, p50 | p50 ÷ reference | limit | |',
  '|---|--:|--:|--:|--:|--:|--:|--:|---|',
];

/** One measure as a Markdown table under its title. `load`: how busy the machine was before. */
export function toMarkdown({ title }: Pick<Measure, 'title'>, load: number, rows: readonly Row[]): string {
  return [
    `### ${title}`,
    '',
    `Load of the machine before: ${load.toFixed(1)}.`,
    '',
    ...HEAD,
    ...rows.map(toLine),
    '',
  ].join('\n');
}

function toLine(row: Row): string {
  const { unit, reference, limit } = row;
  const ratio = ratioOf(row);
  const isKept = keepsLimit(row);
  const cells = [
    row.what,
    String(row.n),
    ...[row.p50, row.p95, row.max].map((value) => withUnit(value, unit)),
    reference === null ? '' : `${reference.what}: ${withUnit(reference.p50, unit)}`,
    ratio === null ? '' : plain(ratio),
    limit === null ? '' : `${limit.of} ≤ ${limit.of === 'ratio' ? limit.atMost : `${limit.atMost} ${unit}`}`,
    isKept === null ? '' : isKept ? 'ok' : '**over**',
  ];
  return `| ${cells.join(' | ')} |`;
}

function withUnit(value: number, unit: Row['unit']): string {
  return unit === 'times' ? plain(value) : `${plain(value)} ${unit}`;
}

/** Three significant digits, whole numbers from 100 on. */
function plain(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10
    ? value.toFixed(1)
    : Math.abs(value) >= 1
      ? value.toFixed(2)
      : value.toFixed(3);
}
