import type { Command } from 'commander';
import { DAY } from '../shared/time.ts';
import { readMessage } from '../main/db/messages.ts';
import { listSearchMisses, type SearchMiss } from '../main/db/used-insights.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { countOption } from './options.ts';
import { dateTime, oneLine } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';

interface MissesOptions extends JsonOption {
  readonly days: number;
  readonly limit: number;
}

/** `knowledge misses`: what replies used and search had not found. */
export function addMissesCommand(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('misses')
      .description('list insights that replies used and search had not found: what search can learn from'),
    ['knowledge misses', 'knowledge misses --days 7 --json'],
  )
    .addOption(countOption('-d, --days <days>', 'how far back', 30, 3_650))
    .addOption(countOption('-n, --limit <count>', 'how many at most', 50, 10_000))
    .action((options: MissesOptions) => list(cli, options));
}

async function list(cli: Cli, options: MissesOptions): Promise<void> {
  const out = outputFor(options);
  const misses = await withRows(cli, ({ db, clock }) =>
    listSearchMisses(db, { since: clock.now() - options.days * DAY, limit: options.limit }).map((miss) => ({
      ...miss,
      message: readMessage(db, miss.clientId, miss.messageId).text,
    })),
  );
  out.result(misses, () =>
    misses.length === 0
      ? `Search missed nothing that a reply used in the last ${options.days} days.`
      : misses.map(missText).join('\n'),
  );
}

function missText({
  at,
  slug,
  text,
  origin,
  message,
  found,
  thumb,
}: SearchMiss & { message: string }): string {
  const instead = found.length === 0 ? 'nothing' : found.map((hit) => hit.slug).join(', ');
  const verdict = thumb === 'down' ? paint.bad('  marked bad') : '';
  return [
    `${paint.quiet(dateTime(at))}  ${paint.strong(slug)}${verdict}`,
    `      ${oneLine(text, 100)}`,
    paint.quiet(`      for “${oneLine(message, 100)}”`),
    paint.quiet(
      `      ${origin === 'opened' ? 'opened from' : 'read in'} the catalogue; search had found ${instead}`,
    ),
  ].join('\n');
}
