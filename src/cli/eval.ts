import { Option, type Command } from 'commander';
import { join } from 'node:path';
import type { Core } from '../main/core.ts';
import type { EvalPlace } from '../main/eval/place.ts';
import type { SetFile } from '../main/eval/set-file.ts';
import type { Embedders } from '../main/knowledge/embedders.ts';
import { readSettingsFile } from '../main/settings-file.ts';
import { outputFor, readInput, withCommon, type Cli, type JsonOption } from './command.ts';
import { dataDirOf, embeddingWorld } from './desk.ts';
import { answersText } from './eval-answers-text.ts';
import { redactionText } from './eval-redaction-text.ts';
import { retrievalText } from './eval-retrieval-text.ts';
import { CliError, exitCodes } from './exit.ts';
import { silentLog } from './silent-log.ts';

interface EvalOptions extends JsonOption {
  readonly explain?: boolean;
}
interface RetrievalOptions extends EvalOptions {
  readonly insights: string;
  readonly queries: string;
  readonly embedder: 'builtin' | 'own';
}
interface AnswersOptions extends EvalOptions {
  readonly intents: string;
  readonly tests: string;
}

interface RedactionOptions extends EvalOptions {
  readonly conversations: string;
}

const resourcesDir = join(import.meta.dirname, '..', '..', 'resources');
const explainFlag = '--explain';
const explainText = 'list each failure with its candidates and what decided';

/** `eval retrieval|answers|redaction`. */
export function addEvalCommands(group: Command, cli: Cli): void {
  withCommon(
    group
      .command('retrieval')
      .description('measure how well insights are found for messages, on a data folder of its own'),
    [
      'eval retrieval --insights insights.jsonl --queries queries.jsonl',
      'eval retrieval --insights insights.jsonl --queries queries.jsonl --explain | less',
    ],
  )
    .requiredOption('--insights <file>', 'JSONL: {id, text, guidance?, category, language, triggers[]}')
    .requiredOption('--queries <file>', 'JSONL: {text, lang, relevant: [ids], kind?}')
    .addOption(
      new Option('--embedder <which>', 'the builtin one, or the one of your settings')
        .choices(['builtin', 'own'])
        .default('builtin'),
    )
    .option(explainFlag, explainText)
    .action((options: RetrievalOptions) => evalRetrieval(cli, options));

  withCommon(
    group
      .command('answers')
      .description('measure how well prepared answers are chosen, on a data folder of its own'),
    ['eval answers --intents intents.jsonl --tests tests.jsonl --json'],
  )
    .requiredOption('--intents <file>', 'JSONL: {intent, variations: [text or {language, text}]}')
    .requiredOption('--tests <file>', 'JSONL: {text, lang, intent: name or null, kind?}')
    .option(explainFlag, explainText)
    .action((options: AnswersOptions) => evalAnswers(options));

  withCommon(
    group
      .command('redaction')
      .description('measure how well personal data is hidden before a text leaves this computer'),
    ['eval redaction --conversations conversations.jsonl --explain'],
  )
    .requiredOption(
      '--conversations <file>',
      'JSONL: {id, messages: [{role, text, at}], pii: [{text, type}], client?: {name, addressAs}}',
    )
    .option(explainFlag, 'list each datum that leaked and each place that was hidden for nothing')
    .action((options: RedactionOptions) => evalRedaction(options));
}

async function evalRedaction(options: RedactionOptions): Promise<void> {
  const [{ readRedactionSet }, { evaluateRedaction }] = await Promise.all([
    import('../main/eval/redaction-set.ts'),
    import('../main/eval/redaction.ts'),
  ]);
  const out = outputFor(options);
  const set = readRedactionSet(setFile(options.conversations));
  set.remarks.forEach((remark) => out.remark(remark));
  const { result, failures } = evaluateRedaction(set.conversations);
  out.result(options.explain ? { ...result, failures } : result, () =>
    redactionText(result, options.explain ? failures : null),
  );
}

async function evalRetrieval(cli: Cli, options: RetrievalOptions): Promise<void> {
  const [{ readRetrievalSet }, { importInsights }, { evaluateRetrieval }] = await Promise.all([
    import('../main/eval/retrieval-set.ts'),
    import('../main/knowledge/exchange.ts'),
    import('../main/eval/retrieval.ts'),
  ]);
  const out = outputFor(options);
  const set = readRetrievalSet(setFile(options.insights), setFile(options.queries));
  set.remarks.forEach((remark) => out.remark(remark));
  const own = options.embedder === 'own' ? ownEmbedder(cli) : {};
  const { result, failures } = await measured(own, async ({ db, clock, embedders, knowledge }, signal) => {
    assertChosen(embedders, own.embedder);
    importInsights(db, clock, set.insights, 'import');
    await embedders.wake();
    await knowledge.rebuild();
    return evaluateRetrieval({ knowledge, queries: set.queries, idOf: set.idOf, signal });
  });
  out.result(options.explain ? { ...result, failures } : result, () =>
    retrievalText(result, options.explain ? failures : null),
  );
}

async function evalAnswers(options: AnswersOptions): Promise<void> {
  const [{ readAnswersSet }, { importAnswers }, { evaluateAnswers }] = await Promise.all([
    import('../main/eval/answers-set.ts'),
    import('../main/answers/import.ts'),
    import('../main/eval/answers.ts'),
  ]);
  const out = outputFor(options);
  const set = readAnswersSet(setFile(options.intents), setFile(options.tests));
  set.remarks.forEach((remark) => out.remark(remark));
  const { result, failures } = await measured({}, ({ db, clock, answers }, signal) => {
    importAnswers(db, clock, set.intents, 'import');
    return evaluateAnswers({ answers, messages: set.messages, nameOf: set.nameOf, signal });
  });
  const { guesses } = set;
  out.result(options.explain ? { ...result, failures, guesses } : result, () =>
    answersText(result, options.explain ? { failures, guesses } : null),
  );
}

function setFile(name: string): SetFile {
  return { name, jsonl: readInput(name) };
}

type OwnEmbedder = Pick<EvalPlace, 'embedder' | 'embedding'>;

/** The embedder of the user's settings; its model, if it is one, stays where it is. */
function ownEmbedder(cli: Cli): OwnEmbedder {
  const dataDir = dataDirOf(cli);
  const { embedder } = readSettingsFile(dataDir).settings;
  return { embedder, embedding: { ...embeddingWorld(cli), modelsDir: join(dataDir, 'models') } };
}

/** Figures of the builtin embedder must not pass for those of another one. */
function assertChosen(embedders: Embedders, wanted: OwnEmbedder['embedder']): void {
  if (!wanted || embedders.current().id.startsWith(wanted.kind)) return;
  const message =
    'The embedder of your settings cannot be used: its model is not here, or its server has no address.';
  throw new CliError('embedder_unreachable', exitCodes.failure, message);
}

/** Runs on a temporary data folder that is gone afterwards, also after Ctrl+C, which ends it with the usual exit code. */
async function measured<T>(
  own: OwnEmbedder,
  action: (core: Core, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { withEmptyCore } = await import('../main/eval/place.ts');
  const stopping = new AbortController();
  const stop = () =>
    stopping.abort(
      new CliError('interrupted', exitCodes.interrupted, 'Interrupted: nothing was measured to its end.'),
    );
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of signals) process.once(name, stop);
  try {
    return await withEmptyCore({ resourcesDir, log: silentLog, ...own }, stopping.signal, (core) =>
      action(core, stopping.signal),
    );
  } finally {
    for (const name of signals) process.off(name, stop);
  }
}
