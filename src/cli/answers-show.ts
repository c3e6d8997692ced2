import type { Command } from 'commander';
import type { AnswerHistory } from '../shared/answer.ts';
import type { Language } from '../shared/language.ts';
import { listAnswerHistories } from '../main/db/answer-histories.ts';
import { intentIdOf } from '../main/db/intents.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { languageOption } from './options.ts';
import { dateTime } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

/** `answers show`. */
export function addShowCommand(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('show <intent>')
      .description('the answers to a question: who wrote each, on which facts it stands, how it fared'),
    ['answers show kitas-investor-price', 'answers show kitas-investor-price --language it --json'],
  )
    .addOption(languageOption('in this language alone'))
    .action((intent: string, options: ShowOptions) => show(cli, intent, options));
}

interface ShowOptions extends JsonOption {
  readonly language?: Language;
}

async function show(cli: Cli, intent: string, options: ShowOptions): Promise<void> {
  const out = outputFor(options);
  const histories = await withRows(cli, ({ db, clock }) =>
    listAnswerHistories(db, intentIdOf(db, intent), clock.now()),
  );
  const shown = histories.filter(
    ({ language }) => options.language === undefined || language === options.language,
  );
  out.result(shown, () => shown.map(historyText).join('\n\n') || 'There is no answer yet.');
}

const colours: Readonly<Record<AnswerHistory['status'], (text: string) => string>> = {
  live: paint.good,
  review: paint.accent,
  stale: paint.warning,
  off: paint.quiet,
};

function historyText(history: AnswerHistory): string {
  const { language, formality, status, text, facts, isDoubted } = history;
  return [
    `${paint.accent(language)} ${formality}  ${colours[status](status)}${isDoubted ? `  ${paint.bad('found wrong')}` : ''}`,
    `  ${text}`,
    `  ${paint.quiet(originText(history))}`,
    ...facts.map(
      ({ slug, value, isExpired }) => `  ${slug}: ${value}${isExpired ? paint.bad(' (expired)') : ''}`,
    ),
    `  ${paint.quiet(faredText(history))}`,
  ].join('\n');
}

function originText({ source, model, promptVersion, jobId, createdAt, updatedAt }: AnswerHistory): string {
  const by = source === 'generated' ? [model ?? 'an unnamed model', promptVersion ?? ''] : [source];
  return [
    ...by.filter(Boolean),
    dateTime(createdAt),
    ...(updatedAt > createdAt ? [`changed ${dateTime(updatedAt)}`] : []),
    // The end of an id tells jobs apart.
    ...(jobId === null ? [] : [`job ${jobId.slice(-12)}`]),
  ].join(', ');
}

function faredText({ served, servedAt, labels }: AnswerHistory): string {
  if (servedAt === null) return 'never served';
  const found = labels.map(({ label, by, n }) => `${n} ${label} by ${by}`);
  return [`served ${served} times, last ${dateTime(servedAt)}`, ...found].join('; ');
}
