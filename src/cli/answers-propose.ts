import { Option, type Command } from 'commander';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../shared/language.ts';
import { proposalStates, type ProposalState } from '../shared/proposal.ts';
import {
  approveIntent,
  approveVariation,
  rejectIntent,
  rejectVariation,
} from '../main/answers/propose/accept.ts';
import { readJob } from '../main/db/job-rows.ts';
import { listProposedIntents } from '../main/db/proposed-intents.ts';
import { listProposedVariations } from '../main/db/proposed-variations.ts';
import type { Db } from '../main/db/db.ts';
import { ringBell } from '../main/jobs/bell.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, withDesk } from './desk.ts';
import { CliError, exitCodes } from './exit.ts';
import { onlyOne } from './only-one.ts';
import { languageOption } from './options.ts';
import { proposalsText } from './proposals-text.ts';
import { requireEndpoint } from './require-endpoint.ts';
import { withRows } from './rows.ts';
import { untilInterrupted } from './signals.ts';

const lookMs = 500;

/** `answers propose` and `answers proposals list|approve|reject`. */
export function addProposeCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('propose')
      .description(
        'have LLaMA propose further ways to ask, and questions that came often without an answer; Ctrl+C is safe',
      ),
    ['answers propose', 'answers propose --only intents', 'answers propose -i office-hours -l it --json'],
  )
    .option('-i, --intent <slug>', 'ways to ask this question alone')
    .addOption(languageOption('in this language alone'))
    .addOption(new Option('--only <what>', 'one of the two').choices(['variations', 'intents']))
    .action((options: ProposeOptions) => propose(cli, options));
  const proposals = group.command('proposals').description('what was proposed: list, approve, reject');
  withCommon(proposals.command('list').description('what waits for a person, newest first'), [
    'answers proposals list',
    'answers proposals list --state rejected --json',
  ])
    .addOption(new Option('--state <state>', 'in this state').choices(proposalStates).default('waiting'))
    .action((options: JsonOption & { state: ProposalState }) => list(cli, options));
  for (const decision of ['approve', 'reject'] as const)
    withCommon(
      proposals
        .command(`${decision} <id>`)
        .description(decision === 'approve' ? 'put it into use' : 'refuse it; it does not come back'),
      [`answers proposals ${decision} 85cb79bcdb91`],
    ).action((id: string, options: JsonOption) => decide(cli, id, decision, options));
}

interface ProposeOptions extends JsonOption {
  readonly intent?: string;
  readonly language?: Language;
  readonly only?: 'variations' | 'intents';
}

async function propose(cli: Cli, options: ProposeOptions): Promise<void> {
  const out = outputFor(options);
  const { intent, language, only: what } = options;
  await withDesk(cli, {}, async ({ core }) => {
    requireEndpoint(core.llama);
    const started = await core.proposals.start({ intent, language, what });
    const count = started.jobs.length;
    const isAlive = () => started.jobs.filter((id) => readJob(core.db, id).finishedAt === null).length;
    const stop = untilInterrupted();
    if (count > 0) core.jobs.start();
    out.write(`${count} requests, ${started.questions} of them about questions that came often.\n`);
    for (let told = count, alive = isAlive(); alive > 0 && !stop.signal.aborted; alive = isAlive()) {
      if (alive !== told) out.write(`${count - alive} of ${count} requests over\n`);
      told = alive;
      await sleep(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    stop.end();
    await core.jobs.stop();
    const found = readProposals(core.db, ['waiting', 'approved', 'rejected'], started.jobs);
    out.result({ ...started, alive: isAlive(), ...found }, () => proposalsText(found));
    if (stop.signal.aborted) process.exitCode = exitCodes.interrupted;
  });
}

/** All of these states; of these jobs alone where they are given. */
function readProposals(db: Db, states: readonly ProposalState[], jobs?: readonly string[]) {
  const isOf = ({ jobId }: { readonly jobId: string | null }) =>
    jobs === undefined || (jobId !== null && jobs.includes(jobId));
  return {
    variations: listProposedVariations(db, states).filter(isOf),
    intents: listProposedIntents(db, states).filter(isOf),
  };
}

async function list(cli: Cli, options: JsonOption & { state: ProposalState }): Promise<void> {
  const out = outputFor(options);
  const found = await withRows(cli, ({ db }) => readProposals(db, [options.state]));
  out.result(found, () => proposalsText(found));
}

async function decide(
  cli: Cli,
  wanted: string,
  decision: 'approve' | 'reject',
  options: JsonOption,
): Promise<void> {
  const out = outputFor(options);
  const decided = await withRows(cli, ({ db, clock }) => {
    const { variations, intents } = readProposals(db, ['waiting']);
    const ids = [...variations, ...intents]
      .map((one) => one.id)
      .filter((one) => one.endsWith(wanted.toLowerCase()));
    const id = onlyOne(ids, { wanted, kind: 'proposal', listedBy: 'answers proposals list' });
    const isIntent = intents.some((one) => one.id === id);
    const now = clock.now();
    return db
      .transaction(() => {
        if (isIntent) return decision === 'approve' ? approveIntent(db, id, now) : rejectIntent(db, id, now);
        return decision === 'approve'
          ? approveVariation(db, id, undefined, now)
          : rejectVariation(db, id, now);
      })
      .immediate();
  });
  if (decided === null) throw new CliError('not_found', exitCodes.notFound, 'It does not wait any more.');
  // The app looks at its queue: answers may be asked for.
  ringBell(dataDirOf(cli), Date.now());
  out.result(decided.after, () =>
    decision === 'approve' ? 'It is in use.' : 'It is refused and does not come back.',
  );
}
