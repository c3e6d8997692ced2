import type { Command } from 'commander';
import type { ClientFact, JiwaEntry } from '../shared/memory.ts';
import { readMemory } from '../main/memory/memory.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { findClient } from './find-client.ts';
import { clientOption } from './options.ts';
import { columns, dateTime } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

/** `memory show`. */
export function addMemoryCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('show')
      .description('show what is remembered of a client: facts and jiwa, with the words behind them'),
    ['memory show --client Mario', 'memory show --client Mario --json'],
  )
    .addOption(clientOption())
    .action((options: JsonOption & { client: string }) => show(cli, options));
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
