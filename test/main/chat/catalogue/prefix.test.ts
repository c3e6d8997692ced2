import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openCore, type Core } from '../../../../src/main/core.ts';
import { createClient } from '../../../../src/main/db/clients.ts';
import { listInsights, removeInsight, setInsightStatus } from '../../../../src/main/db/insights.ts';
import type { Reply } from '../../../../src/shared/message.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { MINUTE, SECOND } from '../../../../src/shared/time.ts';
import { silentLog, testClock, type TestClock } from '../../../fixtures/desk.ts';
import { anInsight } from '../../../fixtures/insights.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../../../simulators/anthropic.ts';

const resourcesDir = join(import.meta.dirname, '..', '..', '..', '..', 'resources');
const MESSAGES = 100;
/** As with most models of the service. */
const MINIMUM = 1_024;

/** Personal ones, for which no answer is prepared; the third goes to the strong model. */
const texts = [
  'Aku masih bingung sama ceritaku sendiri, kak.',
  'Aku malu ceritanya, kak, tapi ya sudahlah.',
  'Sono molto deluso, voglio fare un reclamo formale.',
  'My sister told me something else again, and now I wonder.',
  'Mi vergogno un po’ a raccontarlo.',
];

interface Place {
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly simulator: AnthropicSimulator;
}

function open({ dataDir, clock, simulator }: Place, role: 'owner' | 'guest'): Promise<Core> {
  return openCore({
    dataDir,
    resourcesDir,
    settings: () => defaultSettings,
    claudeAccess: () => ({ baseUrl: simulator.url, apiKey: 'test-key' }),
    clock,
    log: silentLog,
    emit: () => undefined,
    role,
  });
}

/** What the cache may hold of a request: model, tools and system, byte for byte. */
function prefixOf({ body }: AnthropicSimulator['requests'][number]): string {
  const { tools, system } = body as { tools: unknown; system: unknown };
  return JSON.stringify([tools, system]);
}

async function answer(core: Core, clientId: string, text: string): Promise<Reply> {
  const { reply } = core.chat.receive({ clientId, text, channel: 'whatsapp' });
  const ended = await core.chat.finished(reply.id);
  expect(ended).toMatchObject({ state: 'draft', outcome: 'complete' });
  return core.chat.send(ended.id, ended.text);
}

function edit({ db }: Core, turn: number): void {
  const [first, second, third] = listInsights(db, { status: 'live' });
  anInsight(db, first?.slug ?? 'first', { text: `Changed in turn ${turn}` }, turn);
  anInsight(db, `added-${turn}`, {}, turn);
  setInsightStatus(db, turn, second?.id ?? '', 'rejected');
  removeInsight(db, third?.id ?? '');
}

interface Day extends Place {
  core: Core;
  readonly clientIds: readonly string[];
}

/** The whole product on a new folder, an hour before midnight. */
async function startDay(): Promise<Day> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-prefix-'));
  const clock = testClock(new Date(2026, 10, 25, 23, 0).getTime());
  const simulator = await startAnthropicSimulator({
    key: 'test-key',
    now: () => clock.now(),
    minimumCacheTokens: MINIMUM,
    script: [{ kind: 'forever', step: { kind: 'reply', text: 'Baik.\n\n<<used: none>>' } }],
  });
  const core = await open({ dataDir, clock, simulator }, 'owner');
  const shared = { addressAs: null, language: 'id', formality: 'informal' } as const;
  const clientIds = ['Ayu', 'Mario', 'Emily', 'Putu', 'Wayan'].map(
    (name) => createClient(core.db, { ...shared, name }, clock.now()).id,
  );
  const day: Day = { dataDir, clock, simulator, core, clientIds };
  onTestFinished(async () => {
    await day.core.close();
    await simulator.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return day;
}

function turnOf({ core, clientIds }: Day, turn: number, through = core): Promise<Reply> {
  return answer(through, clientIds[turn % clientIds.length] ?? '', texts[turn % texts.length] ?? '');
}

/** A hundred messages with edits, a restart, and one through a second process beside the first. */
async function talkThroughTheDay(day: Day): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let turn = 0; turn < MESSAGES; turn += 1) {
    if (turn % 10 === 9) edit(day.core, turn);
    if (turn === 40) {
      await day.core.close();
      day.core = await open(day, 'owner');
    }
    const beside = turn === 70 ? await open(day, 'guest') : null;
    replies.push(await turnOf(day, turn, beside ?? day.core));
    await beside?.close();
    day.clock.advance(20 * SECOND);
  }
  return replies;
}

/** Keeps the fast model's cache warm, so that only the catalogue can be what is new on the next day. */
async function stayWarmUntilMidnight(day: Day): Promise<void> {
  while (new Date(day.clock.now()).getDate() === 25) {
    await turnOf(day, 0);
    day.clock.advance(4 * MINUTE);
  }
}

it(
  'is byte-identical over a hundred messages of several clients, edits and a restart; tomorrow it changes once',
  { timeout: 60_000 },
  async () => {
    const day = await startDay();
    const { requests } = day.simulator;
    const replies = await talkThroughTheDay(day);
    expect(new Set(requests.map(prefixOf)).size).toBe(1);
    const models = [...new Set(replies.map(({ model }) => model))];
    expect(models).toEqual(['claude-haiku-5-5', 'claude-sonnet-5-5']);
    // Each model has its own cache: it is written once, and read for every other message.
    expect(replies.filter(({ usage }) => (usage?.cacheWrite ?? 0) > 0)).toHaveLength(models.length);
    expect(replies.filter(({ usage }) => (usage?.cacheRead ?? 0) > MINIMUM)).toHaveLength(
      MESSAGES - models.length,
    );

    await stayWarmUntilMidnight(day);
    const today = requests.length;
    const [first, second] = [await turnOf(day, 1), await turnOf(day, 3)];
    const prefixes = requests.map(prefixOf);
    expect(new Set(prefixes.slice(0, today)).size).toBe(1);
    expect(new Set(prefixes.slice(today)).size).toBe(1);
    expect(prefixes[today]).not.toBe(prefixes[0]);
    // The rules before the catalogue were still read from the cache; the catalogue alone was written anew, once.
    const use = day.core.chat.details(first.id).catalogue;
    expect(first.usage?.cacheWrite).toBe(use?.cacheWrite);
    expect(first.usage?.cacheRead).toBeGreaterThan(MINIMUM);
    expect(second.usage?.cacheWrite).toBe(0);
  },
);
