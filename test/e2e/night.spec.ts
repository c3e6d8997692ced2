import { expect, test, type Page } from 'playwright/test';
import type { NightDetails, Nights, NightUndone } from '../../src/shared/night.ts';
import { dumpOf } from '../fixtures/nights.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../simulators/runpod.ts';
import { wholeNight } from '../simulators/whole-night.ts';
import { answeredBy, inDatabase, launchOwnDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, draftIsReady, openClient, openSettings } from './screen.ts';

/** What a client said by day is learnt from by night, carried into the next conversation, and taken back whole. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let runpod: RunpodSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  claude = await startAnthropicSimulator();
  runpod = await startRunpodSimulator({ answer: wholeNight().answer });
  desk = await launchOwnDesk({ dataDir: folder.dataDir, env: answeredBy(claude, runpod) });
  page = desk.page;
  await addClient(page, { name: 'Marco Bellini', language: 'Italian' });
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  await runpod.close();
  folder.remove();
});

/** Every row that a night may change, but what the desk counts beside: a reply adds to that. */
function dump(): Record<string, unknown[]> {
  const {
    message_insights: _shown,
    used_insights: _used,
    served_answers: _served,
    ...tables
  } = inDatabase(folder.dataDir, dumpOf);
  return tables;
}

/** What the screen asks of the main process, for what no page shows here. */
async function ask<T>(name: string, input?: unknown): Promise<T> {
  const answer = await page.evaluate(
    ([verb, given]) =>
      (window as unknown as { jiwa: { request(...args: unknown[]): Promise<unknown> } }).jiwa.request(
        verb,
        given,
      ),
    [name, input] as const,
  );
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: T }).value;
}

const card = () =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Learning by night' }) });

let before: Record<string, unknown[]>;

test('while offline work is paused, a conversation ends and waits for the night', async () => {
  await ask('settings:change', { offline: { isPaused: true } });
  await clientWrites(
    page,
    'Buongiorno, vorrei aprire un piccolo ristorante a Canggu, ma ho paura di costi nascosti.',
  );
  await (await draftIsReady(page)).getByRole('button', { name: 'Send' }).click();
  before = dump();
  await page.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByText('Conversation concluded.')).toBeVisible();
  await openSettings(page, 'Offline work');
  await expect(
    card().getByText(/^The next night: .*1 conversation with 2 messages would be learnt from/),
  ).toBeVisible();
  expect(dump()).toEqual(before);
  expect(runpod.submissions).toEqual([]);
});

test('tonight’s work is done now, and the report tells of it with the client’s own words', async () => {
  await card().getByRole('button', { name: 'Run tonight’s work now' }).click();
  await expect(card().getByText(/A night goes on now\./)).toBeVisible();
  await ask('settings:change', { offline: { isPaused: false } });
  await expect(card().getByText(/^The next night: .*Nothing new was said/)).toBeVisible({ timeout: 90_000 });
  const { nights } = await ask<Nights>('night:list');
  expect(nights).toMatchObject([{ state: 'done', origin: 'hand', conversations: 1, isUndoable: true }]);
  const { report } = await ask<NightDetails>('night:show', { nightId: nights[0]?.id });
  const clients = report?.groups.find(({ group }) => group === 'clients')?.items ?? [];
  expect(clients.map(({ evidence }) => evidence[0]?.quote)).toContain('paura di costi nascosti');
  expect(report?.failures).toEqual([]);
  expect(JSON.stringify(runpod.submissions)).not.toContain('Bellini');
});

test('the memory shows what was learnt, and the next conversation’s prompt carries it', async () => {
  await page.getByRole('button', { name: 'Conversations', exact: true }).click();
  await openClient(page, 'Marco Bellini');
  const jiwa = page.getByRole('region', { name: 'Jiwa' });
  await expect(jiwa.getByRole('button', { name: /Teme costi nascosti/ })).toBeVisible();
  await clientWrites(page, 'Ciao, rieccomi. Da dove comincio?');
  await draftIsReady(page);
  expect(JSON.stringify(claude.requests.at(-1)?.body)).toContain('Teme costi nascosti');
});

test('undone, everything is as it was, byte for byte, and the memory shows so', async () => {
  const { nights } = await ask<Nights>('night:list');
  expect(dump()).not.toEqual(before);
  const undone = await ask<NightUndone>('night:undo', { nightId: nights[0]?.id });
  expect(undone).toMatchObject({ kept: [], night: { state: 'undone', isUndoable: false } });
  expect(dump()).toEqual(before);
  await expect(page.getByRole('button', { name: /Teme costi nascosti/ })).toBeHidden();
  expect(desk.complaints).toEqual([]);
});
