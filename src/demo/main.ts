import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, dollars, span } from '../cli/output.ts';
import { paint } from '../cli/paint.ts';
import { catalogueText, insightText } from '../cli/reply-text.ts';
import { silentLog } from '../cli/silent-log.ts';
import { openCore, type Core } from '../main/core.ts';
import { withDemoLlama } from '../main/demo-endpoint.ts';
import { systemClock } from '../main/clock.ts';
import { listHouseFacts } from '../main/db/house-facts.ts';
import { listIntents } from '../main/db/intents.ts';
import { readMemory } from '../main/memory/memory.ts';
import { adoptExamples, seedClients } from '../main/seed.ts';
import type { Client } from '../shared/client.ts';
import type { Emit } from '../shared/events.ts';
import type { ReplyDetails } from '../shared/message.ts';
import { applyPatch, defaultSettings, type Settings } from '../shared/settings.ts';
import { demoClients } from './clients.ts';
import { contextOf, diffLines, replyText, withoutInsights } from './main-prompt.ts';
import { showOfflineRun } from './main-offline.ts';
import { openPage, type Page } from './main-page.ts';
import { startDemoServer } from './server.ts';
import { askMessages, startTap, type Tap } from './tap.ts';

/** Milliseconds per streamed word: readable where somebody looks, quick where nobody does. */
const pace = process.stdout.isTTY ? 16 : 1;

/** What the demo works with: the product, the clients, and what passes between the product and its server. */
interface Stage {
  readonly core: Core;
  readonly mario: Client;
  readonly wayan: Client;
  readonly emily: Client;
  readonly tap: Tap;
  readonly serverUrl: string;
  readonly page: Page;
  readonly told: ReplyDetails[];
}

const folder = mkdtempSync(join(tmpdir(), 'jiwa-demo-'));
const cleanUp = () => rmSync(folder, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    cleanUp();
    process.exit(130);
  });
}
try {
  await run();
} finally {
  cleanUp();
}

async function run(): Promise<void> {
  const page = openPage();
  const server = await startDemoServer({ pace });
  const tap = await startTap(server.url);
  const startedAt = performance.now();
  const emit: Emit = (name, value) => {
    if (name === 'reply:streamed' && 'appended' in value) page.stream(value.appended);
  };
  const core = await openDesk({ claude: tap.url, llama: server.url }, emit);
  try {
    const openedMs = performance.now() - startedAt;
    adoptExamples(core);
    const [mario, wayan, emily] = seedClients(core, demoClients);
    if (!mario || !wayan || !emily) throw new Error('The demo has no clients.');
    const stage = { core, mario, wayan, emily, tap, serverUrl: server.url, page, told: [] };
    introduce(stage, openedMs);
    await play(stage);
  } finally {
    await core.close();
    await tap.close();
    await server.close();
  }
}

async function openDesk(
  urls: { readonly claude: string; readonly llama: string },
  emit: Emit,
): Promise<Core> {
  let kept: Settings = { ...defaultSettings, replyMode: 'direct' };
  const settings = withDemoLlama(
    { read: () => kept, change: (patch) => (kept = applyPatch(kept, patch)) },
    urls.llama,
  );
  const core = await openCore({
    dataDir: folder,
    resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
    settings: () => settings.read(),
    claudeAccess: () => ({ baseUrl: urls.claude, apiKey: 'demo' }),
    clock: systemClock,
    log: silentLog,
    emit,
    role: 'owner',
  });
  await core.knowledge.rebuild();
  return core;
}

function introduce({ core, page, mario, wayan, emily }: Stage, openedMs: number): void {
  const { insights } = core.knowledge.status();
  const [intents, facts] = [listIntents(core.db).length, listHouseFacts(core.db).length];
  page.title('Jiwa Desk', 'Claude answers. LLaMA dreams. The consultant decides.');
  page.remark(
    `A desk on a temporary folder, and a server on this machine that speaks Claude's API. No key, no network: no AI is called. Opened in ${span(openedMs)} with ${insights} insights, ${intents} intents, ${facts} house facts.`,
  );
  const people = [mario, wayan, emily].map(({ name, language, formality }) => [
    paint.strong(name),
    language.toUpperCase(),
    paint.quiet(formality),
  ]);
  page.block(columns(people));
}

async function play(stage: Stage): Promise<void> {
  const { page, mario, wayan, emily } = stage;
  page.heading('Common questions: prepared answers in milliseconds, in each client’s language and register');
  await tell(stage, mario, 'Ciao! Quanto costa il KITAS investitore?');
  await tell(stage, wayan, 'Selamat pagi, kantor buka jam berapa ya?');
  await tell(stage, emily, 'Hey, how much for a sworn translation?');

  page.heading('A hard question: insight and memory colour the reply');
  await tell(
    stage,
    mario,
    'Mi vergogno un po’ a chiederlo, ma se poi l’attività non va bene cosa succede al permesso? Ho paura di buttare via tutto.',
  );
  await showInsights(stage);

  page.heading('Another language, another register, a house fact');
  await tell(
    stage,
    wayan,
    'Maaf mengganggu Bu, kakak saya tanya, kira-kira berapa lama pendirian PT PMA untuk usaha kami?',
  );

  page.heading('In other words: what search misses, the catalogue in the cached prompt still has');
  await tell(stage, emily, 'Honestly I dread opening my inbox, I am scared I will get it wrong.');

  page.heading('Remembering: a fact from the message, and a reply that knows it');
  const before = factsOf(stage, emily);
  await tell(stage, emily, 'Hi again! By the way, my passport expires on 14 May 2028.');
  page.remark('What is remembered of Emily now:');
  page.changes(diffLines(before, factsOf(stage, emily)));
  await tell(stage, emily, 'Thanks! Given that date, what should I prepare to renew my KITAS?');

  await showOfflineRun(stage.core, page);

  page.heading('Figures');
  page.block(figures(stage.told));
  page.remark(
    'Times and tokens are measured here, against the server of the demo; costs are what Claude at the default prices and LLaMA on a rented GPU would take. `npm start` opens the desk.',
  );
}

/** The client writes, the reply streams, and what stood behind it is said. */
async function tell(stage: Stage, client: Client, text: string): Promise<void> {
  const { core, page, told } = stage;
  page.said(client.name, text);
  const { reply } = core.chat.receive({ clientId: client.id, text, channel: 'whatsapp' });
  const ended = await core.chat.finished(reply.id);
  // Too little is known of it yet for direct mode, so a person lets it go: here, the demo.
  if (ended.state === 'draft') core.chat.send(ended.id, ended.text);
  await core.chat.checked(reply.id);
  const details = core.chat.details(reply.id);
  told.push(details);
  page.endStream();
  page.block(behind(details));
}

function behind({
  reply,
  insights,
  catalogue,
  facts,
  toolCalls,
  preparedAnswer,
  check,
}: ReplyDetails): string {
  const total = paint.accent(span(reply.totalMs ?? 0));
  if (preparedAnswer) {
    const match = `match ${preparedAnswer.score.toFixed(2)}`;
    const served = `${paint.warning('⚡ prepared answer')} ${preparedAnswer.intent}, ${match}, ${total}, no model asked`;
    if (!check || !reply.verdict) return served;
    const { kind, reason } = reply.verdict;
    return `${served}\n${paint.good(kind)} afterwards by ${check.model} in ${span(check.totalMs)}: ${reason}`;
  }
  return [
    `${reply.model} (${reply.modelReason?.replaceAll('_', ' ')}), first text ${paint.accent(span(reply.firstTokenMs ?? 0))}, whole reply ${total}`,
    ...insights.map((insight) => `${paint.quiet('insight')} ${insightText(insight, 110)}`),
    ...(catalogue === null ? [] : [`${paint.quiet('catalogue')} ${catalogueText(catalogue)}`]),
    ...facts.map(({ topic }) => `${paint.quiet('house fact')} ${topic}`),
    ...toolCalls.map(({ name, input }) => `${paint.quiet('tool')} ${name} ${JSON.stringify(input)}`),
  ].join('\n');
}

/** The prompt of the last reply as it was sent, and the reply that the same prompt gets without its insights. */
async function showInsights({ tap, serverUrl, page }: Stage): Promise<void> {
  const asked = tap.requests.at(-1);
  if (!asked) return;
  const plain = withoutInsights(asked);
  page.remark(
    'What the prompt of this reply said about the client; the lines that the insight added have a +',
  );
  page.changes(diffLines(contextOf(plain), contextOf(asked)));
  const answer = await askMessages(serverUrl, { ...plain, stream: false });
  page.remark('Without them, the same prompt gets:');
  page.stream(replyText(await answer.json()));
  page.endStream();
}

function factsOf({ core }: Stage, client: Client): string[] {
  return readMemory(core.db, client.id).facts.map(({ topic, value }) => `${topic}: ${value}`);
}

function figures(told: readonly ReplyDetails[]): string {
  const head = ['reply', 'here', 'first text', 'whole', 'tokens in', 'cached', 'out', 'cost'].map(
    paint.quiet,
  );
  const rows = told.map(({ reply, timings, preparedAnswer }) => [
    preparedAnswer ? 'prepared' : (reply.model ?? reply.source),
    span(timings['local_ms'] ?? 0),
    reply.firstTokenMs === null ? '' : span(reply.firstTokenMs),
    span(reply.totalMs ?? 0),
    String(reply.usage?.input ?? 0),
    String(reply.usage?.cacheRead ?? 0),
    String(reply.usage?.output ?? 0),
    dollars(reply.costUsd ?? 0),
  ]);
  return columns([head, ...rows]);
}
