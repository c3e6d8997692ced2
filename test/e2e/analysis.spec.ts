import { expect, test, type Page } from 'playwright/test';
import { analysisPool } from '../simulators/analysis-pool.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../simulators/runpod.ts';
import {
  answeredBy,
  inDatabase,
  launchDesk,
  launchOwnDesk,
  temporaryDataDir,
  type DeskApp,
} from './desk-app.ts';
import { addClient, clientWrites, draftIsReady } from './screen.ts';

/** An anxious client writes, the conversation is concluded and understood, and the next one begins with what was. */
test.describe.configure({ mode: 'serial' });

const worried =
  'Buongiorno, sono Marco Bellini. Vorrei aprire un piccolo ristorante a Canggu con mia moglie e due figli, ma ho paura di costi nascosti.';
const asks = 'Vi conosco da poco, scusate. Quanto viene tutto insieme? Mi serve spiegato passo per passo.';
const calmer = 'Grazie, ora sono più tranquillo, ne parlo stasera in famiglia.';

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let runpod: RunpodSimulator;
let desk: DeskApp;
let page: Page;

const options = () => ({
  dataDir: folder.dataDir,
  env: { ...answeredBy(claude, runpod), JIWA_LLAMA_MODEL: 'meta-llama/Llama-3.3-70B-Instruct' },
});

test.beforeAll(async () => {
  claude = await startAnthropicSimulator();
  runpod = await startRunpodSimulator({ answer: analysisPool().answer });
  desk = await launchOwnDesk(options());
  page = desk.page;
  await addClient(page, { name: 'Marco Bellini', language: 'Italian' });
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  await runpod.close();
  folder.remove();
});

const sendReply = async () => (await draftIsReady(page)).getByRole('button', { name: 'Send' }).click();

test('concluded, the conversation is understood, and the header says so', async () => {
  for (const text of [worried, asks, calmer]) {
    await clientWrites(page, text);
    await sendReply();
  }
  await page.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByText('Conversation concluded.')).toBeVisible();
  await expect(page.getByText('concluded · analysed')).toBeVisible({ timeout: 60_000 });
  // What left the machine names nobody.
  expect(JSON.stringify(runpod.submissions)).not.toContain('Bellini');
  expect(desk.complaints).toEqual([]);
});

test('the memory beside it shows what was understood, each by the client’s own words', async () => {
  const analysis = page.getByRole('region', { name: 'Last conversation' });
  await expect(analysis.getByText('Preoccupato per le spese')).toBeVisible();
  await expect(analysis.getByText('Più tranquillo alla fine')).toBeVisible();
  await expect(analysis.getByText('Mandargli un preventivo con tutte le voci')).toBeVisible();
  const jiwa = page.getByRole('region', { name: 'Jiwa' });
  await expect(jiwa.getByRole('button', { name: /Teme costi nascosti/ })).toBeVisible();
  await expect(jiwa.getByText('paura di costi nascosti', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Facts' }).getByText('mia moglie e due figli')).toBeVisible();
  await analysis.getByRole('button', { name: 'ho paura di costi nascosti' }).click();
  await expect(page.getByRole('article', { name: /wrote$/ }).first()).toBeInViewport();
});

test('the next message carries it to Claude, and nothing of the prefix has changed for it', async () => {
  const before = claude.requests.at(-1)!.messages!;
  await clientWrites(page, 'Ciao, rieccomi. Da dove comincio?');
  await draftIsReady(page);
  const body = claude.requests.at(-1)!.messages!;
  expect(JSON.stringify(body.system)).toBe(JSON.stringify(before.system));
  const asked = JSON.stringify(body.messages.at(-1));
  expect(asked).toContain('Teme costi nascosti e di spendere troppo');
  expect(asked).toContain('Vuole spiegazioni passo per passo');
  expect(asked).toContain('Più tranquillo alla fine');
  expect(JSON.stringify(before.messages)).not.toContain('Teme costi nascosti');
});

test('a temporary conversation leaves nothing behind', async () => {
  await page.getByRole('button', { name: 'Temporary conversation: nothing of it is learnt' }).click();
  await expect(page.getByText('temporary: nothing is learnt')).toBeVisible();
  await clientWrites(page, 'Sono pieno di debiti, ma che resti tra noi.');
  await draftIsReady(page);
  await page.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByText('concluded · temporary, nothing is learnt')).toBeVisible();
  expect(runpod.submissions).toHaveLength(1);
});

test('a conversation that should have ended while the app was closed has ended at the next start', async () => {
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByRole('button', { name: 'Conclude' })).toBeEnabled();
  await desk.quit();
  inDatabase(folder.dataDir, (db) => {
    db.exec('UPDATE messages SET created_at = created_at - 7200000, sent_at = sent_at - 7200000');
    db.exec('UPDATE conversations SET started_at = started_at - 7200000');
  });
  desk = await launchDesk(options());
  page = desk.page;
  await page.getByRole('list', { name: 'Clients' }).getByRole('button', { name: 'Marco Bellini' }).click();
  await expect(page.getByText(/^Concluded after a long silence|Ended after/).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
});
