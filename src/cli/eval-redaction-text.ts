import type { RedactionFailure, RedactionFigures, RedactionResult } from '../main/eval/redaction.ts';
import { figure, figuresTable, type FigureColumn } from './eval-table.ts';
import { oneLine } from './output.ts';
import { paint } from './paint.ts';

const figureColumns: readonly FigureColumn<RedactionFigures>[] = [
  { heading: 'n', cell: ({ n }) => String(n) },
  { heading: 'recall', cell: ({ recall }) => figure(recall) },
  { heading: 'precision', cell: ({ precision }) => figure(precision) },
];

/** Recall by the set's types, precision by what things were hidden as, and the failures one by one where they are wanted. */
export function redactionText(result: RedactionResult, failures: readonly RedactionFailure[] | null): string {
  const byHidden = Object.fromEntries(
    Object.entries(result.byHidden).map(([type, figures]) => [`hidden as ${type}`, figures]),
  );
  const table = figuresTable<RedactionFigures>(
    result,
    { byKind: result.byType, byLanguage: byHidden },
    figureColumns,
  );
  if (failures === null) return table;
  return [table, '', `${failures.length} places failed.`, ...failures.map(failureText)].join('\n');
}

function failureText({ line, kind, type, text, hidden }: RedactionFailure): string {
  const fault = kind === 'leaked' ? paint.warning('leaked') : 'hidden for nothing';
  return `${paint.strong(`line ${line}`)}  ${fault}  ${type}  “${oneLine(text, 80)}”  ${paint.quiet(oneLine(hidden, 160))}`;
}
