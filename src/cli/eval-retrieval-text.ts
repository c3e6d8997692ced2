import type {
  RetrievalFailure,
  RetrievalFigures,
  RetrievalResult,
  WeighedCandidate,
} from '../main/eval/retrieval.ts';
import { figure, figuresTable, time, type FigureColumn } from './eval-table.ts';
import { columns, oneLine } from './output.ts';
import { paint } from './paint.ts';

const figureColumns: readonly FigureColumn<RetrievalFigures>[] = [
  { heading: 'n', cell: ({ n }) => String(n) },
  { heading: 'recall@5', cell: ({ recallAt5 }) => figure(recallAt5) },
  { heading: 'MRR@10', cell: ({ mrrAt10 }) => figure(mrrAt10) },
  { heading: 'silent on plain', cell: ({ silentOnPlain }) => figure(silentOnPlain) },
  { heading: 'embed p50', cell: ({ embedP50Ms }) => time(embedP50Ms) },
  { heading: 'p95', cell: ({ embedP95Ms }) => time(embedP95Ms) },
  { heading: 'search p50', cell: ({ searchP50Ms }) => time(searchP50Ms) },
  { heading: 'p95', cell: ({ searchP95Ms }) => time(searchP95Ms) },
];

/** The figures as a table, and the failures one by one where they are wanted. */
export function retrievalText(result: RetrievalResult, failures: readonly RetrievalFailure[] | null): string {
  const table = figuresTable<RetrievalFigures>(result, result, figureColumns);
  if (failures === null) return table;
  const count = `${failures.length} of ${result.n} queries failed.`;
  return [table, '', count, ...failures.flatMap((failure) => ['', failureText(failure)])].join('\n');
}

function failureText(failure: RetrievalFailure): string {
  const { line, text, kind, lang, relevant } = failure;
  const wanted = relevant.length === 0 ? 'none may be given' : `wanted ${relevant.join(', ')}`;
  return [
    `${paint.strong(`line ${line}`)}  ${[kind, lang].filter(Boolean).join(' · ')}  ${paint.warning(wanted)}`,
    `  “${text}”`,
    failure.candidates.length === 0
      ? paint.quiet('  nothing came near')
      : columns(failure.candidates.map((one) => candidateCells(one, failure.floor))),
  ].join('\n');
}

function candidateCells(candidate: WeighedCandidate, floor: number): string[] {
  const { id, isRelevant, score, lexical, vector, trigger } = candidate;
  return [
    `  ${isRelevant ? paint.good('✓') : ' '} ${id}`,
    `score ${figure(score)}`,
    `words ${figure(lexical)}`,
    `vectors ${figure(vector)}`,
    fateText(candidate, floor),
    trigger === null ? '' : paint.quiet(`by “${oneLine(trigger, 60)}”`),
  ];
}

function fateText({ fate }: WeighedCandidate, floor: number): string {
  switch (fate) {
    case 'taken':
      return paint.accent('given');
    case 'floor':
      return `under the floor of ${floor}`;
    case 'behind':
      return 'hardly touches it';
    case 'repetition':
      return 'repeats one that was given';
    case 'limit':
      return 'behind the limit';
    case 'unseen':
      return paint.warning('no list brought it');
  }
}
