import { Option, type Command } from 'commander';
import {
  insightCategories,
  insightStatuses,
  type Insight,
  type InsightCategory,
  type InsightStatus,
} from '../shared/insight.ts';
import { signalLanguages, type SignalLanguage } from '../shared/language.ts';
import { listInsights } from '../main/db/insights.ts';
import { exportInsights, importInsights } from '../main/knowledge/exchange.ts';
import { outputFor, readInput, withCommon, type Cli, type JsonOption } from './command.ts';
import { settleIndex, withDesk } from './desk.ts';
import { addGenerateCommand } from './knowledge-generate.ts';
import { addMissesCommand } from './knowledge-misses.ts';
import { addRunCommands } from './knowledge-runs.ts';
import { countText, parseLines } from './jsonl.ts';
import { countOption } from './options.ts';
import { columns, oneLine, remarkOn } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

/** `knowledge import|export|list|search|misses|generate|runs`. */
export function addKnowledgeCommands(group: Command, cli: Cli): void {
  withCommon(group.command('import <file>').description('take insights from a JSONL file (- reads stdin)'), [
    'knowledge import insights.jsonl',
    'knowledge import - < insights.jsonl',
  ]).action((file: string, options: JsonOption) => importAll(cli, file, options));

  withFilters(
    withCommon(group.command('export').description('print the insights as JSONL that import takes back'), [
      'knowledge export > insights.jsonl',
    ]),
  ).action((options: FilterOptions) => exportAll(cli, options));

  withFilters(
    withCommon(group.command('list').description('list the insights'), [
      'knowledge list --category money --language it',
      'knowledge list --status review --json',
    ]),
  ).action((options: FilterOptions) => list(cli, options));

  withCommon(
    group
      .command('search <text>')
      .description('show the insights that fit a message, as a reply would find them'),
    ['knowledge search "aku malu nanya ini"'],
  )
    .addOption(countOption('-n, --limit <count>', 'how many at most', 5, 50))
    .action((text: string, options: JsonOption & { limit: number }) => search(cli, text, options));

  addMissesCommand(group, cli);
  addGenerateCommand(group, cli);
  addRunCommands(
    group.command('runs').description('runs of the generator: list, show, undo, again, cancel'),
    cli,
  );
}

interface FilterOptions extends JsonOption {
  readonly category?: InsightCategory;
  readonly language?: SignalLanguage;
  readonly status?: InsightStatus;
}

function withFilters(command: Command): Command {
  return command
    .addOption(new Option('--category <category>', 'only of this category').choices(insightCategories))
    .addOption(new Option('--language <language>', 'only signals in this language').choices(signalLanguages))
    .addOption(new Option('--status <status>', 'only with this status').choices(insightStatuses));
}

async function importAll(cli: Cli, file: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const jsonl = readInput(file);
  await withDesk(cli, {}, async (desk) => {
    const { core, role } = desk;
    const count = importInsights(core.db, core.clock, jsonl, 'import');
    // Beside the running app the index is the app's business; it sees the change by itself.
    if (role === 'owner') remarkOn(out, await settleIndex(desk));
    out.result(count, () => countText('insights', count));
  });
}

async function exportAll(cli: Cli, { json, ...filter }: FilterOptions): Promise<void> {
  const out = outputFor({ json: json === true });
  const jsonl = await withRows(cli, ({ db }) => exportInsights(db, filter));
  out.result(json ? parseLines(jsonl) : null, () => jsonl);
}

async function list(cli: Cli, { json, ...filter }: FilterOptions): Promise<void> {
  const out = outputFor({ json: json === true });
  const insights = await withRows(cli, ({ db }) => listInsights(db, filter));
  out.result(insights, () =>
    insights.length === 0 ? 'No insight fits.' : columns(insights.map(insightCells)),
  );
}

function insightCells({ slug, category, language, status, text }: Insight): string[] {
  const mark = status === 'live' ? '' : paint.warning(status);
  return [paint.accent(slug), category, language, mark, paint.quiet(oneLine(text, 80))];
}

async function search(cli: Cli, text: string, options: JsonOption & { limit: number }): Promise<void> {
  const out = outputFor(options);
  const found = await withDesk(cli, {}, async (desk) => {
    remarkOn(out, await settleIndex(desk));
    return desk.core.knowledge.retrieve(text, { limit: options.limit });
  });
  out.result(found, () => {
    if (found.length === 0) return 'No insight fits: a reply to this would have none in its prompt.';
    return found
      .flatMap(({ score, slug, trigger, text, guidance }) => [
        `${paint.accent(score.toFixed(2))}  ${paint.strong(slug)}${trigger === null ? '' : paint.quiet(`  by “${trigger}”`)}`,
        `      ${text}`,
        paint.quiet(`      ${guidance}`),
      ])
      .join('\n');
  });
}
