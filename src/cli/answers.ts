import type { Command } from 'commander';
import type { Client } from '../shared/client.ts';
import type { Language } from '../shared/language.ts';
import type { Match } from '../main/answers/answers.ts';
import { exportAnswers } from '../main/answers/export.ts';
import { importAnswers } from '../main/answers/import.ts';
import { listStandings } from '../main/answers/learning.ts';
import { markWrong } from '../main/chat/consultant.ts';
import { readSettingsFile } from '../main/settings-file.ts';
import { detectLanguage } from '../main/text/language.ts';
import { addPrepareCommand } from './answers-prepare.ts';
import { addShowCommand } from './answers-show.ts';
import { addProposeCommands } from './answers-propose.ts';
import { addShadowCommands } from './answers-shadow.ts';
import { outputFor, readInput, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, withDesk } from './desk.ts';
import { findClient } from './find-client.ts';
import { countText, parseLines } from './jsonl.ts';
import { languageOption } from './options.ts';
import { columns } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';
import { standingsText } from './standings-text.ts';

/** `answers import|export|match|show|thresholds|wrong|prepare|shadow|enable|disable|propose|proposals`. */
export function addAnswerCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('import <file>')
      .description('take intents with prepared answers from a JSONL file (- reads stdin)'),
    ['answers import intents.jsonl'],
  ).action((file: string, options: JsonOption) => importAll(cli, file, options));

  withCommon(
    group.command('export').description('print intents and answers as JSONL that import takes back'),
    ['answers export > intents.jsonl'],
  ).action((options: JsonOption) => exportAll(cli, options));

  withCommon(
    group
      .command('match <text>')
      .description('show which prepared answer a message would get, and why or why not'),
    [
      'answers match "Quanto costa il KITAS investitore?"',
      'answers match "Berapa lama prosesnya?" --client Wayan',
    ],
  )
    .option('-c, --client <client>', 'as this client would get it; without it, as somebody new would')
    .addOption(languageOption('language of the message; without it, it is detected'))
    .action((text: string, options: MatchOptions) => match(cli, text, options));
  addShowCommand(group, cli);
  addLearningCommands(group, cli);
  addPrepareCommand(group, cli);
  addShadowCommands(group, cli);
  addProposeCommands(group, cli);
}

function addLearningCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('thresholds')
      .description(
        'what was learnt of each intent: served, labels, errors, bound, threshold, direct or draft',
      ),
    ['answers thresholds', 'answers thresholds --json'],
  ).action((options: JsonOption) => thresholds(cli, options));

  withCommon(
    group
      .command('wrong <replyId>')
      .description('mark the prepared answer of a reply as wrong for its message, or take that back'),
    ['answers wrong 01a2113a-1905-7349-83af-eed383d32241', 'answers wrong 01a2… --undo'],
  )
    .option('--undo', 'take the mark back')
    .action((replyId: string, options: WrongOptions) => markAnswer(cli, replyId, options));
}

interface WrongOptions extends JsonOption {
  readonly undo?: boolean;
}

async function thresholds(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const { maxErrorPercent } = readSettingsFile(dataDirOf(cli)).settings;
  const standings = await withRows(cli, ({ db, clock }) =>
    listStandings(db, maxErrorPercent / 100, clock.now()),
  );
  out.result({ maxErrorPercent, intents: standings }, () => standingsText(standings, maxErrorPercent));
}

async function markAnswer(cli: Cli, replyId: string, options: WrongOptions): Promise<void> {
  const out = outputFor(options);
  const isWrong = options.undo !== true;
  const reply = await withRows(cli, ({ db }) => markWrong({ db, emit: () => undefined }, replyId, isWrong));
  out.result(reply, () => (isWrong ? 'Marked as a wrong answer.' : 'The mark is taken back.'));
}

interface MatchOptions extends JsonOption {
  readonly client?: string;
  readonly language?: Language;
}

async function importAll(cli: Cli, file: string, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const jsonl = readInput(file);
  const count = await withRows(cli, ({ db, clock }) => importAnswers(db, clock, jsonl, 'import'));
  out.result(count, () => countText('intents', count));
}

async function exportAll(cli: Cli, options: JsonOption): Promise<void> {
  const out = outputFor(options);
  const jsonl = await withRows(cli, ({ db }) => exportAnswers(db));
  out.result(options.json ? parseLines(jsonl) : null, () => jsonl);
}

async function match(cli: Cli, text: string, options: MatchOptions): Promise<void> {
  const out = outputFor(options);
  const language = options.language ?? detectLanguage(text).language;
  const found = await withDesk(cli, {}, async ({ core }) => {
    const client = options.client === undefined ? somebody(language) : findClient(core.db, options.client);
    return core.answers.match({ text, language, client, isFollowUp: false });
  });
  out.result({ language, ...found }, () => matchText(found));
}

/** Nobody in particular, for trying out a message. */
function somebody(language: Language | null): Client {
  return {
    id: '',
    name: '…',
    addressAs: null,
    language: language ?? 'en',
    formality: 'informal',
    createdAt: 0,
    updatedAt: 0,
  };
}

function matchText(match: Match): string {
  const stopped = match.explain.filter(({ isPassed }) => !isPassed);
  const reasons = stopped.map(({ gate, reason }) => [paint.warning(gate.replaceAll('_', ' ')), reason]);
  const candidates = match.candidates.map(({ intent, score, stoppedBy }) => [
    paint.accent(score.toFixed(2)),
    intent,
    stoppedBy === null ? paint.good('served') : paint.quiet(`stopped by ${stoppedBy.replaceAll('_', ' ')}`),
  ]);
  return [
    match.kind === 'hit'
      ? `${paint.good('Prepared answer')} ${match.intent}\n\n${match.text}`
      : `${paint.warning('No prepared answer')}: Claude would be asked.`,
    ...(reasons.length === 0 ? [] : ['', columns(reasons)]),
    ...(candidates.length === 0 ? [] : ['', columns(candidates)]),
  ].join('\n');
}
