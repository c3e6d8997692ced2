import type { Command } from 'commander';
import { endConversation } from './chat.ts';
import { withCommon, type Cli, type JsonOption } from './command.ts';
import { clientOption } from './options.ts';

/** `conversation end`. */
export function addConversationCommands(group: Command, cli: Cli): void {
  withCommon(
    group.command('end').description("end the client's open conversation and ask for its analysis"),
    ['conversation end --client Mario', 'conversation end -c Mario --json'],
  )
    .addOption(clientOption())
    .action((options: JsonOption & { client: string }) => endConversation(cli, options));
}
