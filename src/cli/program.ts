import { Command } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { Cli } from './command.ts';
import { exitCodesHelp } from './exit.ts';

type AddCommands = (group: Command, cli: Cli) => void;

/** Each group is loaded when it is named, so that help is there at once. */
const groups: readonly { name: string; summary: string; load: () => Promise<AddCommands> }[] = [
  {
    name: 'client',
    summary: 'clients: add, list, show, delete',
    load: async () => (await import('./client.ts')).addClientCommands,
  },
  {
    name: 'chat',
    summary: 'conversations: send, end',
    load: async () => (await import('./chat.ts')).addChatCommands,
  },
  {
    name: 'conversation',
    summary: 'conversations: end',
    load: async () => (await import('./conversation.ts')).addConversationCommands,
  },
  {
    name: 'analysis',
    summary: 'what was understood of conversations: show',
    load: async () => (await import('./analysis.ts')).addAnalysisCommands,
  },
  {
    name: 'memory',
    summary: 'what is remembered of a client: show, history, lock, forget, export',
    load: async () => (await import('./memory.ts')).addMemoryCommands,
  },
  {
    name: 'knowledge',
    summary: 'cultural insights: import, export, list, search, misses, generate, runs',
    load: async () => (await import('./knowledge.ts')).addKnowledgeCommands,
  },
  {
    name: 'answers',
    summary:
      'prepared answers: import, export, match, thresholds, wrong, prepare, propose, proposals, shadow, enable, disable',
    load: async () => (await import('./answers.ts')).addAnswerCommands,
  },
  {
    name: 'facts',
    summary: 'house facts: import, list',
    load: async () => (await import('./facts.ts')).addFactCommands,
  },
  {
    name: 'index',
    summary: 'the cultural index: rebuild, status',
    load: async () => (await import('./index-commands.ts')).addIndexCommands,
  },
  {
    name: 'endpoint',
    summary: 'where LLaMA runs: test',
    load: async () => (await import('./endpoint.ts')).addEndpointCommands,
  },
  {
    name: 'jobs',
    summary: 'offline work: list, show, run, retry, cancel, watch',
    load: async () => (await import('./jobs.ts')).addJobCommands,
  },
  {
    name: 'night',
    summary: 'what is learnt by night: run, list, show, undo',
    load: async () => (await import('./night.ts')).addNightCommands,
  },
  {
    name: 'review',
    summary: 'what waits for a person: list, approve, reject, undo',
    load: async () => (await import('./review.ts')).addReviewCommands,
  },
  {
    name: 'eval',
    summary: 'measure on a labelled set: retrieval, answers',
    load: async () => (await import('./eval.ts')).addEvalCommands,
  },
  {
    name: 'doctor',
    summary: 'check everything and say what to do',
    load: async () => (await import('./doctor.ts')).addDoctor,
  },
];

const environmentHelp = `
Environment:
  JIWA_DATA_DIR       the data folder; without it, the one the app uses
  ANTHROPIC_API_KEY   the Claude key (the app's keyring cannot be read from here)
  ANTHROPIC_BASE_URL  another address of the Messages API
  JIWA_EMBEDDER_KEY   the key of a server that measures meaning
  JIWA_LLAMA_KIND     where LLaMA runs, before the settings: runpod or openai
  JIWA_LLAMA_URL      its endpoint ID or address
  JIWA_LLAMA_KEY      its key
  JIWA_LLAMA_MODEL    its model
  HF_ENDPOINT         another hub of models
  NO_COLOR            no colours
${exitCodesHelp}

Every command has --help with examples, and --json for one JSON document on stdout.`;

/** The commands of this command line; of the groups only the one that the arguments name is filled. */
export async function buildProgram(args: readonly string[], cli: Cli): Promise<Command> {
  const program = new Command('jiwa')
    .usage('<command> [options]')
    .description("Jiwa Desk's command line: the same desk without a window.")
    .version(packageFile.version)
    .exitOverride()
    .showHelpAfterError('(--help says how)')
    .addHelpText('after', environmentHelp);
  const named = args.filter((arg) => !arg.startsWith('-'));
  const wanted = named[0] === 'help' ? named[1] : named[0];
  for (const { name, summary, load } of groups) {
    const group = program.command(name).description(summary);
    if (name === wanted) (await load())(group, cli);
  }
  return program;
}
