import type { Command } from 'commander';
import type { HouseFact } from '../shared/answer.ts';
import type { Language } from '../shared/language.ts';
import { listHouseFacts } from '../main/db/house-facts.ts';
import { importFacts } from '../main/answers/import.ts';
import { outputFor, readInput, withCommon, type Cli, type JsonOption } from './command.ts';
import { countText } from './jsonl.ts';
import { languageOption } from './options.ts';
import { columns, dateTime } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

/** `facts import|list`. */
export function addFactCommands(group: Command, cli: Cli): void {
  withCommon(
    group.command('import <file>').description('take house facts from a JSONL file (- reads stdin)'),
    ['facts import house-facts.jsonl'],
  ).action((file: string, options: JsonOption) => importAll(cli, file, options));

  withCommon(group.command('list').description('list the house facts with source and end of validity'), [
    'facts list',
    'facts list --language it --json',
  ])
    .addOption(languageOption('language of the values shown').default('en'))
    .action((options: JsonOption & { language: Language }) => list(cli, options));
}

async function importAll(cli: Cli, file: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const jsonl = readInput(file);
  const count = await withRows(cli, ({ db, clock }) => importFacts(db, clock, jsonl));
  out.result(count, () => countText('house facts', count));
}

async function list(cli: Cli, options: JsonOption & { language: Language }): Promise<void> {
  const out = outputFor(options);
  const now = Date.now();
  const facts = await withRows(cli, ({ db }) => listHouseFacts(db));
  out.result(facts, () => {
    if (facts.length === 0) return 'No house facts yet. `facts import` brings them.';
    return columns(facts.map((fact) => factCells(fact, options.language, now)));
  });
}

function factCells(
  { slug, value, source, validUntil }: HouseFact,
  language: Language,
  now: number,
): string[] {
  const isExpired = validUntil !== null && validUntil < now;
  const end = validUntil === null ? '' : `until ${dateTime(validUntil).slice(0, 10)}`;
  return [
    paint.accent(slug),
    isExpired ? paint.bad('expired') : paint.quiet(end),
    paint.quiet(source),
    value[language],
  ];
}
