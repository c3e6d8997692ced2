import type { AnswersFailure, AnswersFigures, AnswersResult } from '../main/eval/answers.ts';
import { figure, figuresTable, time, type FigureColumn } from './eval-table.ts';
import { columns, oneLine } from './output.ts';
import { paint } from './paint.ts';

const figureColumns: readonly FigureColumn<AnswersFigures>[] = [
  { heading: 'n', cell: ({ n }) => String(n) },
  { heading: 'hit rate', cell: ({ hitRate }) => figure(hitRate) },
  { heading: 'accuracy of hits', cell: ({ accuracyOfHits }) => figure(accuracyOfHits) },
  { heading: 'false hits', cell: ({ falseHitRate }) => figure(falseHitRate) },
  { heading: 'p50', cell: ({ p50Ms }) => time(p50Ms) },
  { heading: 'p95', cell: ({ p95Ms }) => time(p95Ms) },
];

/** The figures as a table, and the failures one by one where they are wanted. */
export function answersText(
  result: AnswersResult,
  why: { readonly failures: readonly AnswersFailure[]; readonly guesses: readonly string[] } | null,
): string {
  const table = figuresTable<AnswersFigures>(result, result, figureColumns);
  if (why === null) return table;
  const { failures, guesses } = why;
  return [
    table,
    '',
    `${failures.length} of ${result.n} messages failed.`,
    ...failures.flatMap((failure) => ['', failureText(failure)]),
    ...(guesses.length === 0 ? [] : ['', 'Languages that could not be told:', ...guesses]),
  ].join('\n');
}

function failureText({ line, text, kind, lang, intent, served, readAs, ...rest }: AnswersFailure): string {
  const fault = served === null ? 'nothing was served' : `${served} was served`;
  const language = readAs === lang ? lang : `${lang}, read as ${readAs ?? 'no language'}`;
  const gates = rest.stoppedBy.map(({ gate, reason }) => [
    `  ${paint.warning(gate.replaceAll('_', ' '))}`,
    reason,
  ]);
  const candidates = rest.candidates.map((candidate) => [
    `  ${candidate.intent === intent ? paint.good('✓') : ' '} ${candidate.intent}`,
    `score ${figure(candidate.score)}`,
    `words ${figure(candidate.words)}`,
    `vectors ${figure(candidate.vector)}`,
    candidate.stoppedBy === null ? 'served' : `stopped by ${candidate.stoppedBy.replaceAll('_', ' ')}`,
    paint.quiet(`nearest “${oneLine(candidate.variation, 60)}”`),
  ]);
  return [
    `${paint.strong(`line ${line}`)}  ${[kind, language].filter(Boolean).join(' · ')}  wanted ${intent ?? 'none'}, ${paint.warning(fault)}`,
    `  “${text}”`,
    ...(gates.length === 0 ? [] : [columns(gates)]),
    candidates.length === 0 ? paint.quiet('  no intent came near') : columns(candidates),
  ].join('\n');
}
