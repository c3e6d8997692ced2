import { Argument, type Command } from 'commander';
import { preferences, type Preference } from '../shared/message.ts';
import { prefer } from '../main/chat/consultant.ts';
import { enableIntent } from '../main/db/intents.ts';
import { listComparisons, listShadows, type ListedShadow } from '../main/db/shadow-replies.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { countOption } from './options.ts';
import { columns, dollars } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

const answersChoices = [...preferences, 'none'] as const;

/** `answers shadow list|prefer` and `answers enable|disable`. */
export function addShadowCommands(group: Command, cli: Cli): void {
  const shadow = group
    .command('shadow')
    .description("Claude's own answers beside prepared ones: list, prefer; the share is in the settings");
  withCommon(
    shadow.command('list').description('the newest ones, and what comparing each question came to'),
    ['answers shadow list', 'answers shadow list --intent office-hours --json'],
  )
    .option('-i, --intent <slug>', 'of this question alone')
    .addOption(countOption('-n, --limit <count>', 'at most so many', 20, 1_000))
    .action((options: ListOptions) => list(cli, options));
  withCommon(
    shadow
      .command('prefer')
      .description('say which of a prepared answer and its shadow is better, or take that back')
      .argument('<replyId>', 'the reply')
      .addArgument(new Argument('<which>', 'the better one').choices(answersChoices)),
    ['answers shadow prefer 01a2113a-1905-7349-83af-eed383d32241 claude'],
  ).action((replyId: string, which: Preference | 'none', options: JsonOption) =>
    choose(cli, replyId, which, options),
  );
  for (const isEnabled of [true, false])
    withCommon(
      group
        .command(`${isEnabled ? 'enable' : 'disable'} <slug>`)
        .description(
          isEnabled
            ? 'use prepared answers for a question again'
            : 'let Claude answer a question from now on',
        ),
      [`answers ${isEnabled ? 'enable' : 'disable'} office-hours`],
    ).action((slug: string, options: JsonOption) => enable(cli, slug, isEnabled, options));
}

interface ListOptions extends JsonOption {
  readonly intent?: string;
  readonly limit: number;
}

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const out = outputFor(options);
  const { intent = null, limit } = options;
  const found = await withRows(cli, ({ db }) => ({
    shadows: listShadows(db, { intent, limit }),
    questions: listComparisons(db).filter(
      (one) => one.shadows > 0 && (intent === null || one.intent === intent),
    ),
  }));
  out.result(found, () => listText(found));
}

function listText({
  shadows,
  questions,
}: {
  shadows: readonly ListedShadow[];
  questions: ReturnType<typeof listComparisons>;
}): string {
  if (shadows.length === 0) return 'Claude has written no answer beside a prepared one.';
  const head = ['question', 'compared', 'prepared better', 'Claude better', 'cost', ''].map(paint.quiet);
  const rows = questions.map((one) => [
    one.intent,
    String(one.shadows),
    String(one.preparedBetter),
    String(one.claudeBetter),
    one.costUsd === null ? 'unknown' : dollars(one.costUsd),
    one.isEnabled ? '' : paint.warning('answered by Claude'),
  ]);
  return [columns([head, ...rows]), ...shadows.map(shadowText)].join('\n\n');
}

function shadowText({ replyId, intent, prepared, text, model, error, preferred }: ListedShadow): string {
  const better = preferred === null ? '' : ` · ${paint.good(`${preferred} is better`)}`;
  return [
    `${paint.accent(intent ?? 'a question that is gone')} ${paint.quiet(replyId)}${better}`,
    `${paint.quiet('prepared')} ${prepared}`,
    `${paint.quiet(model)} ${text}${error === null ? '' : paint.warning(` (${error.replaceAll('_', ' ')})`)}`,
  ].join('\n');
}

async function choose(
  cli: Cli,
  replyId: string,
  which: Preference | 'none',
  options: JsonOption,
): Promise<void> {
  const out = outputFor(options);
  const preferred = which === 'none' ? null : which;
  const shadow = await withRows(cli, ({ db }) => prefer({ db, emit: () => undefined }, replyId, preferred));
  out.result(shadow, () => (preferred === null ? 'Taken back.' : `Kept: ${preferred} is better.`));
}

async function enable(cli: Cli, slug: string, isEnabled: boolean, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db, clock }) => enableIntent(db, slug, isEnabled, clock.now()));
  out.result({ intent: slug, isEnabled }, () =>
    isEnabled ? `Prepared answers are used for ${slug}.` : `Claude answers ${slug} from now on.`,
  );
}
