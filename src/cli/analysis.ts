import type { Command } from 'commander';
import type { Analysis, AnalysisClaim, ClientAnalysis } from '../shared/analysis.ts';
import { readClientAnalysis } from '../main/analysis/queue.ts';
import { listAnalyses } from '../main/db/analyses.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { findClient } from './find-client.ts';
import { clientOption } from './options.ts';
import { columns, dateTime } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

type ShowOptions = JsonOption & { readonly client: string; readonly all?: boolean };

/** `analysis show`. */
export function addAnalysisCommands(group: Command, cli: Cli): void {
  withCommon(group.command('show').description('show what was understood of a client’s last conversation'), [
    'analysis show --client Mario',
    'analysis show -c Mario --all --json',
  ])
    .addOption(clientOption())
    .option('--all', 'every analysis of the client, the newest first')
    .action((options: ShowOptions) => show(cli, options));
}

async function show(cli: Cli, options: ShowOptions): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const client = findClient(db, options.client);
    const { standing, last } = readClientAnalysis(db, client.id);
    const analyses = options.all ? listAnalyses(db, client.id) : last === null ? [] : [last];
    out.result({ client, standing, analyses }, () => {
      const head = standingText({ standing, last });
      return [head, ...analyses.map(analysisText)].join('\n\n');
    });
  });
}

const standings = {
  none: 'No conversation has ended yet.',
  temporary: 'The last conversation was temporary: nothing of it is learnt.',
  short: 'Too little was said in the last conversation.',
  off: 'The last conversation is not analysed.',
  waiting: 'The last conversation will be analysed.',
  running: 'The last conversation is being analysed.',
  failed: 'The analysis of the last conversation failed.',
  done: 'The last conversation was analysed.',
} as const;

function standingText({ standing }: ClientAnalysis): string {
  const { state, waitsFor, jobId } = standing;
  const why = waitsFor === null ? '' : ` ${waitsFor}`;
  return `${standings[state]}${why}${jobId === null ? '' : paint.quiet(`  job ${jobId.slice(-12)}`)}`;
}

function analysisText({ createdAt, model, costUsd, result }: Analysis): string {
  const { claims, dropped, messages } = result;
  const left = Object.entries(dropped).map(([reason, n]) => `${n} ${reason.replaceAll('_', ' ')}`);
  return [
    paint.strong(`${dateTime(createdAt)}  ${model ?? ''}  $${costUsd.toFixed(4)}`),
    columns(claims.map(claimCells)),
    ...(messages.read < messages.said
      ? [`Only the newest ${messages.read} of ${messages.said} messages were read.`]
      : []),
    ...(left.length > 0 ? [`Not believed: ${left.join(', ')}.`] : []),
  ].join('\n');
}

function claimCells({ topic, key, text, confidence, fate, reason, quote }: AnalysisClaim): string[] {
  const what = key === null ? topic : `${topic} ${key}`;
  const became = reason === null ? fate : `${fate}: ${reason}`;
  return [
    paint.quiet(what.replaceAll('_', ' ')),
    text,
    paint.accent(`${Math.round(confidence * 100)} %`),
    became.replaceAll('_', ' '),
    paint.quiet(`“${quote}”`),
  ];
}
