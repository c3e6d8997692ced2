import { Option, type Command } from 'commander';
import {
  mostAtOnce,
  rejectionReasons,
  reviewKinds,
  type RejectionReason,
  type ReviewKind,
  type ReviewOutcome,
  type ReviewRef,
  type ReviewVerdict,
} from '../shared/review.ts';
import { countQueue, findRefs, listRefs, pageOfQueue } from '../main/db/review-queue.ts';
import type { Db } from '../main/db/db.ts';
import { ringBell } from '../main/jobs/bell.ts';
import { decide, undoBatch } from '../main/review/decide.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf } from './desk.ts';
import { CliError, exitCodes } from './exit.ts';
import { onlyOne } from './only-one.ts';
import { countOption } from './options.ts';
import { queueText } from './review-text.ts';
import { withRows } from './rows.ts';

/** `review list|approve|reject|undo`. */
export function addReviewCommands(group: Command, cli: Cli): void {
  withFilter(
    withCommon(group.command('list').description('show what waits for a person, newest first'), [
      'review list',
      'review list --kind insight --reason one_client --json',
    ]),
  )
    .addOption(countOption('-n, --limit <count>', 'how many', 50, 10_000))
    .action((options: ListOptions) => list(cli, options));

  withItems(group.command('approve').description('let it be used'), 'approve')
    .option('--text <text>', 'approve it with this text instead; one item only')
    .action((items: string[], options: ItemOptions & { text?: string }) => {
      const edit = options.text === undefined ? null : { text: options.text };
      return decideAbout(cli, items, options, { decision: 'approve', reason: null, note: null, edit });
    });

  withItems(group.command('reject').description('refuse it; it is kept and does not come back'), 'reject')
    .addOption(new Option('--because <reason>', 'what is wrong with it').choices(rejectionReasons))
    .option('--note <text>', 'the same in your words')
    .action((items: string[], options: ItemOptions & { because?: RejectionReason; note?: string }) => {
      const { because: reason = null, note = null } = options;
      return decideAbout(cli, items, options, { decision: 'reject', reason, note, edit: null });
    });

  withCommon(group.command('undo').description('take back the last decision, or a named one'), [
    'review undo',
    'review undo 0199f3c2-4e1a-7000-8000-000000000000',
  ])
    .argument('[decision]', 'its id; without it, the last one')
    .action((batchId: string | undefined, options: JsonOption) => undo(cli, batchId ?? null, options));
}

interface FilterOptions extends JsonOption {
  readonly kind?: ReviewKind;
  readonly reason?: string;
}
interface ListOptions extends FilterOptions {
  readonly limit: number;
}
interface ItemOptions extends FilterOptions {
  readonly all?: boolean;
}

function withFilter(command: Command): Command {
  return command
    .addOption(new Option('-k, --kind <kind>', 'only of this kind').choices(reviewKinds))
    .option('-r, --reason <reason>', 'only what waits for this reason');
}

function withItems(command: Command, name: string): Command {
  const examples = [`review ${name} 85cb79bcdb91`, `review ${name} --all --kind insight --reason one_client`];
  return withFilter(
    withCommon(command.argument('[items...]', 'ids, or the ends of them'), examples).option(
      '--all',
      'everything of the kind and reason that are given',
    ),
  );
}

const filterOf = ({ kind, reason }: FilterOptions) => ({ kind: kind ?? null, reason: reason ?? null });

async function list(cli: Cli, options: ListOptions): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, ({ db }) => {
    const counts = countQueue(db);
    const page = pageOfQueue(db, { ...filterOf(options), before: null, limit: options.limit });
    out.result({ ...counts, ...page }, () => queueText(page.items, counts));
  });
}

async function decideAbout(
  cli: Cli,
  items: readonly string[],
  options: ItemOptions,
  verdict: ReviewVerdict,
): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, async (rows) => {
    const refs = chooseItems(rows.db, items, options);
    if (verdict.edit !== null && refs.length !== 1)
      throw new CliError('bad_input', exitCodes.usage, 'A text fits one item only: name exactly one.');
    const outcome: ReviewOutcome =
      refs.length === 0
        ? { batchId: null, decided: 0, skipped: 0, problem: null }
        : await decide(rows, refs, verdict);
    // The app may be running on the folder: its screen follows.
    ringBell(dataDirOf(cli), rows.clock.now());
    const what = verdict.decision === 'approve' ? 'approved' : 'rejected';
    out.result(outcome, () => outcomeText(outcome, what));
  });
}

function outcomeText({ batchId, decided, skipped, problem }: ReviewOutcome, what: string): string {
  const left = skipped === 0 ? '' : ` ${skipped} skipped${problem === null ? '' : `: ${problem}`}`;
  const back = batchId === null ? '' : `\nTake it back: review undo ${batchId}`;
  return `${decided} ${what}.${left}${back}`;
}

function chooseItems(db: Db, items: readonly string[], options: ItemOptions): ReviewRef[] {
  if (options.all) return listRefs(db, filterOf(options), mostAtOnce);
  if (items.length === 0)
    throw new CliError('bad_input', exitCodes.usage, 'Name what is meant, or say --all. See `review list`.');
  return items.map((wanted) => {
    const found = findRefs(db, wanted);
    const chosen = onlyOne(
      found.map(({ id }) => id),
      { wanted, kind: 'waiting item', listedBy: 'review list' },
    );
    return found.find(({ id }) => id === chosen) ?? { kind: 'insight', id: chosen };
  });
}

async function undo(cli: Cli, batchId: string | null, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  await withRows(cli, async (rows) => {
    const outcome = await undoBatch(rows, batchId);
    ringBell(dataDirOf(cli), rows.clock.now());
    const { undone, kept } = outcome;
    const keptText = kept === 0 ? '' : ` ${kept} kept: changed since.`;
    out.result(outcome, () =>
      undone + kept === 0 ? 'There is nothing to take back.' : `${undone} taken back.${keptText}`,
    );
  });
}
