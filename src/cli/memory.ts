import type { Command } from 'commander';
import type { Client } from '../shared/client.ts';
import type { ClientFact, JiwaEntry, JiwaField } from '../shared/memory.ts';
import type { Db } from '../main/db/db.ts';
import { exportMemory, historyOf } from '../main/memory/export.ts';
import { clearJiwa, lockFact, lockJiwa, readMemory, removeFact } from '../main/memory/memory.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { CliError, exitCodes } from './exit.ts';
import { findClient } from './find-client.ts';
import { clientOption } from './options.ts';
import { columns, dateTime } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

type FieldOptions = JsonOption & { readonly client: string; readonly field: string };

/** `memory show|history|lock|forget|export`. */
export function addMemoryCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('show')
      .description('show what is remembered of a client: facts and jiwa, with the words behind them'),
    ['memory show --client Mario', 'memory show --client Mario --json'],
  )
    .addOption(clientOption())
    .action((options: JsonOption & { client: string }) => show(cli, options));

  withField(group.command('history').description('show what a field held before, and by which words'), [
    'memory history --client Mario --field anxieties',
    'memory history -c Mario -f passport_expiry --json',
  ]).action((options: FieldOptions) => showHistory(cli, options));

  withField(
    group.command('lock').description('lock a field: no model changes it then').option('--off', 'unlock it'),
    ['memory lock --client Mario --field dreams', 'memory lock -c Mario -f dreams --off'],
  ).action((options: FieldOptions & { off?: boolean }) => lock(cli, options));

  withField(
    group
      .command('forget')
      .description('end one field; it stays as history (`client delete` removes a client)'),
    ['memory forget --client Mario --field interests'],
  ).action((options: FieldOptions) => forget(cli, options));

  withCommon(
    group
      .command('export')
      .description('print all that is remembered of a client as JSON: memory, history, analyses, what waits'),
    ['memory export --client Mario > mario.json'],
  )
    .addOption(clientOption())
    .action((options: JsonOption & { client: string }) => exportAll(cli, options));
}

function withField(command: Command, examples: readonly string[]): Command {
  return withCommon(command, examples)
    .addOption(clientOption())
    .requiredOption('-f, --field <field>', 'a jiwa field, or the topic of a fact');
}

async function showHistory(cli: Cli, options: FieldOptions): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const client = findClient(db, options.client);
    const entries = historyOf(db, client.id, options.field);
    if (entries.length === 0) throw unknownField(client.name, options.field);
    out.result({ client, field: options.field, entries }, () =>
      columns(
        entries.map((entry) => [
          paint.quiet(entry.validTo === null ? 'now' : 'until then'),
          ...entryCells(entry),
        ]),
      ),
    );
  });
}

async function lock(cli: Cli, options: FieldOptions & { off?: boolean }): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const client = findClient(db, options.client);
    const place = placeOf(db, client, options.field);
    const isLocked = !options.off;
    const entry =
      place.kind === 'jiwa'
        ? lockJiwa(db, client.id, place.field, isLocked)
        : lockFact(db, client.id, place.factId, isLocked);
    out.result(
      { client, entry },
      () => `${options.field} is ${isLocked ? 'locked' : 'unlocked'}: ${entry.value}`,
    );
  });
}

async function forget(cli: Cli, options: FieldOptions): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db, clock }) => {
    const client = findClient(db, options.client);
    const place = placeOf(db, client, options.field);
    if (place.kind === 'jiwa') clearJiwa(db, clock, client.id, place.field);
    else removeFact(db, clock, client.id, place.factId);
    out.result(
      { client, forgotten: options.field },
      () => `${options.field} holds no longer; it stays as history.`,
    );
  });
}

async function exportAll(cli: Cli, options: JsonOption & { client: string }): Promise<void> {
  const text = await withRows(cli, ({ db }) => exportMemory(db, findClient(db, options.client).id));
  process.stdout.write(`${JSON.stringify(text, null, options.json ? undefined : 2)}\n`);
}

type Place =
  | { readonly kind: 'jiwa'; readonly field: JiwaField }
  | { readonly kind: 'fact'; readonly factId: string };

/** What holds now under a field. Throws CliError `not_found`. */
function placeOf(db: Db, client: Pick<Client, 'id' | 'name'>, field: string): Place {
  const { facts, jiwa } = readMemory(db, client.id);
  const entry = jiwa.find((one) => one.field === field);
  if (entry) return { kind: 'jiwa', field: entry.field };
  const fact = facts.find(({ topic }) => topic === field);
  if (fact) return { kind: 'fact', factId: fact.id };
  throw unknownField(client.name, field);
}

function unknownField(name: string, field: string): CliError {
  const message = `Nothing is remembered of ${name} under ${field}. \`memory show\` says what is.`;
  return new CliError('not_found', exitCodes.notFound, message);
}

async function show(cli: Cli, options: JsonOption & { client: string }): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const client = findClient(db, options.client);
    const { facts, jiwa } = readMemory(db, client.id);
    out.result({ client, facts, jiwa }, () => {
      if (facts.length + jiwa.length === 0) return `Nothing is remembered of ${client.name} yet.`;
      return [
        ...section(
          'Jiwa',
          jiwa.map((entry) => [paint.quiet(entry.field.replaceAll('_', ' ')), ...entryCells(entry)]),
        ),
        ...section(
          'Facts',
          facts.map((fact) => [paint.quiet(fact.topic.replaceAll('_', ' ')), ...entryCells(fact)]),
        ),
      ].join('\n');
    });
  });
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [paint.strong(title), columns(rows)];
}

function entryCells({
  value,
  confidence,
  isLocked,
  author,
  validFrom,
  evidence,
}: ClientFact | JiwaEntry): string[] {
  const sure = `${isLocked ? 'locked ' : ''}${Math.round(confidence * 100)} %`;
  const since = `${author}, ${dateTime(validFrom).slice(0, 10)}`;
  return [value, paint.accent(sure), paint.quiet(since), evidence ? paint.quiet(`“${evidence.quote}”`) : ''];
}
