import { Option, type Command } from 'commander';
import { channels, type Channel } from '../shared/conversation.ts';
import type { Emit } from '../shared/events.ts';
import type { Reply } from '../shared/message.ts';
import { findOpenConversation } from '../main/db/conversations.ts';
import type { Core } from '../main/core.ts';
import { outputFor, readInput, withCommon, type Cli, type JsonOption } from './command.ts';
import { settleIndex, withDesk } from './desk.ts';
import { CliError, exitCodes } from './exit.ts';
import { findClient } from './find-client.ts';
import { clientOption } from './options.ts';
import { remarkOn, type Output } from './output.ts';
import { detailsText, faultText } from './reply-text.ts';

/** `chat send|end`. */
export function addChatCommands(group: Command, cli: Cli): void {
  withCommon(group.command('send').description('keep what the client wrote and write a reply to it'), [
    'chat send --client Mario --text "Quanto costa il KITAS investitore?"',
    'chat send -c Wayan -t "Maaf mengganggu, kapan selesai?" --channel email --direct',
    'chat send -c Emily --text - < message.txt',
  ])
    .addOption(clientOption())
    .requiredOption('-t, --text <text>', "the client's message; - reads it from stdin")
    .addOption(
      new Option(
        '--channel <channel>',
        'where the client wrote; without it, where the open conversation is',
      ).choices(channels),
    )
    .addOption(new Option('--direct', 'a complete reply counts as sent').conflicts('draft'))
    .option('--draft', 'the reply waits to be sent; without either, the reply mode of the settings')
    .action((options: SendOptions) => send(cli, options));

  withCommon(group.command('end').description("end the client's open conversation"), [
    'chat end --client Mario',
  ])
    .addOption(clientOption())
    .action((options: JsonOption & { client: string }) => endConversation(cli, options));
}

interface SendOptions extends JsonOption {
  readonly client: string;
  readonly text: string;
  readonly channel?: Channel;
  readonly direct?: boolean;
  readonly draft?: boolean;
}

async function send(cli: Cli, options: SendOptions): Promise<void> {
  const out = outputFor(options);
  const text = options.text === '-' ? readInput('-').trim() : options.text;
  if (text.trim() === '') throw new CliError('wrong_usage', exitCodes.usage, 'There is no text to reply to.');
  const live = streamTo(out);
  const replyMode = options.direct ? 'direct' : options.draft ? 'draft' : undefined;
  await withDesk(cli, { emit: live.emit, replyMode }, async (desk) => {
    const { core } = desk;
    const client = findClient(core.db, options.client);
    remarkOn(out, await settleIndex(desk));
    const channel = options.channel ?? findOpenConversation(core.db, client.id)?.channel ?? 'whatsapp';
    const { message, reply } = core.chat.receive({ clientId: client.id, text, channel });
    const { ended, isInterrupted } = await untilEnd(core, reply.id);
    live.end(ended);
    await Promise.all([core.chat.checked(reply.id), core.chat.shadowed(reply.id)]);
    const details = core.chat.details(reply.id);
    out.result({ message, ...details }, () => detailsText(details));
    if (isInterrupted) process.exitCode = exitCodes.interrupted;
    else if (ended.fault !== null) {
      out.remark(faultText(ended));
      process.exitCode = exitCodes.failure;
    }
  });
}

/** Ctrl+C ends the reply and keeps what there is of it; a second one ends the process. */
async function untilEnd(core: Core, replyId: string): Promise<{ ended: Reply; isInterrupted: boolean }> {
  let isInterrupted = false;
  const interrupt = () => {
    isInterrupted = true;
    core.chat.stop(replyId);
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return { ended: await core.chat.finished(replyId), isInterrupted };
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Shows a reply while it is written where a person is looking, else as a whole at its end. */
function streamTo(out: Output): { emit: Emit; end(reply: Reply): void } {
  let shown = '';
  const emit: Emit = (name, value) => {
    if (name !== 'reply:streamed' || !out.isLive || !('appended' in value)) return;
    shown += value.appended;
    out.write(value.appended);
  };
  return {
    emit,
    end: ({ text }) => {
      if (text !== '') out.write(`${text.startsWith(shown) ? text.slice(shown.length) : `\n${text}`}\n\n`);
    },
  };
}

/** Ends the client's open conversation, which asks for its analysis. */
export async function endConversation(cli: Cli, options: JsonOption & { client: string }): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core }) => {
    const client = findClient(core.db, options.client);
    const open = findOpenConversation(core.db, client.id);
    if (!open)
      throw new CliError('not_found', exitCodes.notFound, `No conversation with ${client.name} is open.`);
    const conversation = core.chat.endConversation({ clientId: client.id, conversationId: open.id });
    out.result(conversation, () => `Ended the conversation with ${client.name}.`);
  });
}
