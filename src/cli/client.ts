import { Option, type Command } from 'commander';
import { formalities, type Client, type ClientRow, type Formality } from '../shared/client.ts';
import { languages, type Language } from '../shared/language.ts';
import { createClient, listClients } from '../main/db/clients.ts';
import { readMemory } from '../main/memory/memory.ts';
import { deleteClient } from './client-delete.ts';
import { outputFor, withCommon, type Cli, type JsonOption } from './command.ts';
import { withDesk } from './desk.ts';
import { CliError, exitCodes } from './exit.ts';
import { findClient } from './find-client.ts';
import { columns, dateTime, oneLine } from './output.ts';
import { paint } from './paint.ts';
import { withRows } from './rows.ts';
import { countOption } from './options.ts';
import { timelineText } from './timeline.ts';

/** `client add|list|show|delete`. */
export function addClientCommands(group: Command, cli: Cli): void {
  withCommon(group.command('add <name>').description('add a client'), [
    'client add "Mario Rinaldi" --language it',
    'client add "Wayan Ardana" --language id --formality formal --address-as "Pak Wayan"',
  ])
    .addOption(
      new Option('-l, --language <language>', 'language of the replies')
        .choices(languages)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('-f, --formality <formality>', 'how the client is addressed')
        .choices(formalities)
        .default('informal'),
    )
    .option('-a, --address-as <words>', 'what stands in a greeting; without it the first word of the name')
    .action((name: string, options: AddOptions) => add(cli, name, options));

  withCommon(group.command('list').description('list the clients, newest activity first'), [
    'client list',
    'client list --query kitas --json',
  ])
    .option('-q, --query <text>', 'only those whose name or messages hold this')
    .action((options: JsonOption & { query?: string }) => list(cli, options));

  withCommon(
    group.command('show <client>').description('show a client: profile, conversations, last messages'),
    ['client show mario', 'client show "Mario Rinaldi" --messages 50'],
  )
    .addOption(countOption('-n, --messages <count>', 'how many messages', 10, 500))
    .action((name: string, options: JsonOption & { messages: number }) => show(cli, name, options));

  withCommon(
    group
      .command('delete <client>')
      .description('delete a client with everything that is kept of them, for good'),
    ['client delete "Mario Rinaldi"', 'client delete "Mario Rinaldi" --yes'],
  )
    .option('-y, --yes', 'do not ask for the name again')
    .action((name: string, options: JsonOption & { yes?: boolean }) => deleteClient(cli, name, options));
}

interface AddOptions extends JsonOption {
  readonly language: Language;
  readonly formality: Formality;
  readonly addressAs?: string;
}

async function add(
  cli: Cli,
  name: string,
  { language, formality, addressAs, json }: AddOptions,
): Promise<void> {
  const out = outputFor({ json: json === true });
  if (name.trim() === '') throw new CliError('wrong_usage', exitCodes.usage, 'A client needs a name.');
  const profile = { name: name.trim(), addressAs: addressAs?.trim() || null, language, formality };
  const client = await withRows(cli, ({ db, clock }) => createClient(db, profile, clock.now()));
  out.result(client, () => `Added ${profileText(client)}`);
}

async function list(cli: Cli, options: JsonOption & { query?: string }): Promise<void> {
  const out = outputFor(options);
  const rows = await withRows(cli, ({ db }) => listClients(db, options.query ?? ''));
  out.result(rows, () => {
    if (rows.length === 0)
      return options.query ? 'No client fits.' : 'No clients yet. `client add` adds one.';
    return columns(rows.map(rowCells));
  });
}

function rowCells({ name, language, lastMessage, isWaiting }: ClientRow): string[] {
  return [
    paint.strong(name),
    language.toUpperCase(),
    lastMessage ? dateTime(lastMessage.at) : '',
    isWaiting ? paint.warning('waiting') : '',
    lastMessage ? paint.quiet(oneLine(lastMessage.text, 60)) : '',
  ];
}

async function show(cli: Cli, name: string, options: JsonOption & { messages: number }): Promise<void> {
  const out = outputFor(options);
  await withDesk(cli, {}, async ({ core }) => {
    const client = findClient(core.db, name);
    const { conversations, messages, hasMore } = core.chat.readTimeline({
      clientId: client.id,
      beforeId: null,
      limit: options.messages,
    });
    const { facts, jiwa } = readMemory(core.db, client.id);
    const remembered = `${facts.length} facts and ${jiwa.length} jiwa fields are remembered (\`memory show\`).`;
    out.result({ client, conversations, messages, hasMore }, () =>
      [
        profileText(client),
        paint.quiet(remembered),
        '',
        timelineText({ conversations, messages, hasMore }),
      ].join('\n'),
    );
  });
}

function profileText({ id, name, addressAs, language, formality }: Client): string {
  const address = addressAs === null ? '' : `, addressed as ${addressAs}`;
  return `${paint.strong(name)} (${language.toUpperCase()}, ${formality}${address})  ${paint.quiet(id)}`;
}
