import { expect, test, type Page } from 'playwright/test';
import { answerPool } from '../simulators/answer-pool.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../simulators/runpod.ts';
import {
  inDatabase,
  launchDesk,
  launchOwnDesk,
  numberIn,
  temporaryDataDir,
  type DeskApp,
} from './desk-app.ts';
import { enterSetting, openSettings } from './screen.ts';

/** An operator has the answers written that are lacking, loses power in the middle of it, and changes a price afterwards. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
const options = { dataDir: folder.dataDir, env: { JIWA_LLAMA_KEY: 'rp-key' } };
let runpod: RunpodSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  runpod = await startRunpodSimulator({ answer: answerPool([null, 'figure', null]).answer });
  desk = await launchOwnDesk(options);
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  await runpod.close();
  folder.remove();
});

const enter = (label: string, value: string) => enterSetting(page, label, value);
const card = () =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Prepare answers', exact: true }) });
const over = async (): Promise<number> => {
  const words =
    (await card()
      .getByText(/\d+ of \d+ requests/)
      .textContent()) ?? '';
  return Number(/(\d+) of \d+ requests/.exec(words)?.[1]);
};

/** Reads the data folder of the app beside it. */
const inFolder = <T>(read: (number: (sql: string) => number) => T): T =>
  inDatabase(folder.dataDir, (db) => read((sql) => numberIn(db, sql)));

test('what is lacking and what it will take stand there before it begins, and it needs an endpoint', async () => {
  await openSettings(page, 'Offline work');
  const start = card().getByRole('button', { name: /^Prepare \d+ answers$/ });
  await expect(start).toBeDisabled();
  await enter('Endpoint ID or address', runpod.url);
  await enter('Model', 'meta-llama/Llama-3.3-70B-Instruct');
  await enter('Requests at once, 1 to 64', '8');
  await expect(card().getByText(/^About .* on the GPU and \$\d\.\d\d, in \d+ requests/)).toBeVisible();
  const before = Number(/\d+/.exec((await start.textContent()) ?? '')?.[0]);
  await enter('Answers to each question', '2');
  await expect(start).toBeEnabled();
  await expect.poll(async () => Number(/\d+/.exec((await start.textContent()) ?? '')?.[0])).toBe(before / 2);
  await start.click();
  await expect(card().getByText(/\d+ of \d+ requests/)).toBeVisible();
});

test('it is paused and goes on, and says what holds it', async () => {
  await expect.poll(over, { timeout: 60_000 }).toBeGreaterThan(3);
  await card().getByRole('button', { name: 'Pause' }).click();
  await expect(card().getByText(/^Paused\. Nothing new begins/)).toBeVisible();
  await card().getByRole('button', { name: 'Resume' }).click();
  await expect(card().getByText(/^Paused\. Nothing new begins/)).toBeHidden();
});

test('killed in the middle and opened again it goes on by itself to the end, each request paid once', async () => {
  test.setTimeout(400_000);
  await expect.poll(over, { timeout: 120_000 }).toBeGreaterThan(20);
  await desk.kill();
  const whenKilled = inFolder((number) =>
    number("SELECT count(*) FROM jobs WHERE kind = 'prepare_answers' AND state IN ('waiting', 'running')"),
  );
  expect(whenKilled).toBeGreaterThan(0);
  desk = await launchDesk(options);
  page = desk.page;
  await openSettings(page, 'Offline work');
  await expect(
    card().getByText(/^The last run wrote \d+ answers for \$\d\.\d\d\. \d+ did not pass\.$/),
  ).toBeVisible({
    timeout: 300_000,
  });
  inFolder((number) => {
    expect(number("SELECT count(*) FROM jobs WHERE kind = 'prepare_answers' AND state <> 'done'")).toBe(0);
    expect(number("SELECT count(*) FROM prepared_answers WHERE source = 'generated'")).toBeGreaterThan(200);
    expect(number("SELECT count(*) FROM rejected_answers WHERE reason = 'figure'")).toBeGreaterThan(20);
    const perRegister = `SELECT max(n) FROM (SELECT count(*) AS n FROM prepared_answers WHERE status = 'live'
      GROUP BY intent_id, language, formality)`;
    expect(number(perRegister)).toBe(2);
    const known = number('SELECT count(*) FROM job_requests WHERE remote_id IS NOT NULL');
    const lost = number("SELECT count(*) FROM job_requests WHERE state = 'lost'");
    expect(runpod.submissions.length).toBeGreaterThanOrEqual(known);
    expect(runpod.submissions.length).toBeLessThanOrEqual(known + lost);
    const twice = `SELECT count(*) FROM (SELECT 1 FROM job_requests WHERE state NOT IN ('lost', 'discarded', 'failed')
      GROUP BY job_id, step HAVING count(*) > 1)`;
    expect(number(twice)).toBe(0);
  });
});

test('the page of offline work says of each request what came of it, and why the rest was refused', async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Offline work' }).click();
  await page.getByRole('radiogroup', { name: 'State' }).getByText(/^Done/).click();
  const rows = page.getByRole('list', { name: 'Jobs' }).getByRole('button', { name: 'Prepare answers' });
  await expect(rows.getByText(/1 refused: a figure of its own/).first()).toBeVisible();
  await rows
    .getByText(/1 refused: a figure of its own/)
    .first()
    .click();
  await expect(page.getByText('What came of it')).toBeVisible();
});

test('a price that changes is followed by new answers to exactly its questions, without anybody asking', async () => {
  test.setTimeout(200_000);
  const before = runpod.submissions.length;
  const stood = inFolder((number) =>
    number(`SELECT count(DISTINCT a.intent_id || a.language) FROM prepared_answers AS a
      JOIN prepared_answer_facts AS p ON p.prepared_answer_id = a.id JOIN house_facts AS f ON f.id = p.house_fact_id
      WHERE f.slug = 'kitas-investor-price' AND a.status = 'live'`),
  );
  inDatabase(folder.dataDir, (db) =>
    db.exec(
      "UPDATE house_facts SET value_en = '€1,234', updated_at = updated_at + 1 WHERE slug = 'kitas-investor-price'",
    ),
  );
  const waiting = 'SELECT count(*) FROM answer_needs';
  expect(inFolder((number) => number(waiting))).toBeGreaterThan(0);
  await expect.poll(() => inFolder((number) => number(waiting)), { timeout: 150_000 }).toBe(0);
  expect(runpod.submissions.length).toBe(before + stood);
});
