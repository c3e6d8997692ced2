import { join } from 'node:path';
import type { Page } from 'playwright';
import { openDb } from '../../src/main/db/open.ts';
import { en } from '../../src/renderer/i18n/en.ts';
import { id } from '../../src/renderer/i18n/id.ts';
import { it } from '../../src/renderer/i18n/it.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../src/shared/ipc.ts';
import type { Language } from '../../src/shared/language.ts';
import type { Reply } from '../../src/shared/message.ts';
import { seedJobs } from '../../test/fixtures/many-jobs.ts';
import { seedNights } from '../../test/fixtures/seeded-nights.ts';
import { seedWaiting } from '../../test/fixtures/waiting.ts';
import { parts } from './parts.ts';

/** The words of the screen, by which everything on it is found. */
export const wordsOf = { en, id, it };
export type Words = (typeof wordsOf)[Language];

export interface Screen {
  /** First part of the picture's name. */
  readonly name: string;
  /** Goes there from a page just loaded. */
  readonly open: (page: Page, words: Words) => Promise<void>;
}

/** A state of the data folder, and the screens that can be seen in it. */
export interface Stage {
  /** Brings the data there from the stage before; the page is loaded again afterwards. */
  readonly prepare: (page: Page, dataDir: string) => Promise<void>;
  readonly screens: readonly Screen[];
}

/** Every screen, in the order of a first day: each stage goes on from the one before, on one data folder. */
export const stages: readonly Stage[] = [
  { prepare: async () => undefined, screens: [parts.firstRun] },
  {
    prepare: (page) => chooseDesk(page, 'own'),
    screens: [parts.noClients, parts.offline, parts.noJobs, parts.noReview, parts.noNights],
  },
  { prepare: addClient, screens: [parts.noMessages] },
  { prepare: writeWithoutKey, screens: [parts.failedReply] },
  {
    prepare: afterANight,
    screens: [parts.jobs, parts.failedJob, parts.generate, parts.prepare, parts.night, parts.budget],
  },
  {
    prepare: somethingWaits,
    screens: [
      parts.review,
      parts.reviewMemory,
      parts.reviewReject,
      parts.reviewEdit,
      parts.nights,
      parts.morning,
    ],
  },
  {
    prepare: openDemo,
    screens: [
      parts.chat,
      parts.editDraft,
      parts.details,
      parts.history,
      parts.search,
      parts.newClient,
      parts.forgetClient,
      ...parts.settings,
      parts.model,
    ],
  },
  { prepare: askTwice, screens: [parts.doubtfulReply, parts.learnt] },
  { prepare: compareWithClaude, screens: [parts.compare, parts.shadow] },
];

async function chooseDesk(page: Page, desk: 'own' | 'demo'): Promise<void> {
  await page.evaluate((name) => {
    // Opening another desk loads the page again, so the answer may never come.
    void window.jiwa.request('app:choose-desk', { desk: name });
  }, desk);
  await page.waitForFunction(async (name) => {
    const state = await window.jiwa.request('app:state', undefined);
    return state.ok && state.value.desk === name;
  }, desk);
}

async function addClient(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.jiwa.request('client:create', {
      name: 'Komang Lestari',
      addressAs: 'Kak Komang',
      language: 'id',
      formality: 'informal',
    }),
  );
}

async function writeWithoutKey(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const list = await window.jiwa.request('client:list', { query: '' });
    const client = list.ok ? list.value[0] : undefined;
    if (client === undefined) throw new Error('The stage before has left no client.');
    const text = 'Kak, aku malu nanya ini… kalau usahaku gagal, KITAS-ku gimana ya?';
    await window.jiwa.request('message:receive', { clientId: client.id, text, channel: 'whatsapp' });
  });
}

/** A night of offline work that left some jobs failed and some at work, within a budget. */
async function afterANight(page: Page, dataDir: string): Promise<void> {
  const budget = { currency: 'EUR', perUsd: 0.86, budgetPerDay: 2, budgetPerMonth: 30 } as const;
  await request(page, 'settings:change', { offline: budget });
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  seedJobs(db, { now: Date.now(), done: 240, running: 3, costUsd: 0.006 });
  db.close();
}

/** What a night wrote, did, and a person is to see first. */
async function somethingWaits(_page: Page, dataDir: string): Promise<void> {
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  seedWaiting(db, { now: Date.now(), insights: 24 });
  seedNights(db, Date.now());
  db.close();
}

/** The demo streams a reply as soon as it is open; the pictures are of the finished draft. */
async function openDemo(page: Page): Promise<void> {
  await chooseDesk(page, 'demo');
  await page.locator('article[data-state="draft"]').waitFor();
}

/** The same common question twice in a row: the demo's Claude doubts that the same answer is meant. */
async function askTwice(page: Page): Promise<void> {
  const [client] = await request(page, 'client:list', { query: 'Emily' });
  if (client === undefined) throw new Error('The demo has no Emily.');
  const text = 'Hey, how much for a sworn translation?';
  const receive = async () => {
    const { reply } = await request(page, 'message:receive', { clientId: client.id, text, channel: 'email' });
    return whenChecked(page, reply.id);
  };
  const first = await receive();
  await request(page, 'reply:send', { replyId: first.id, text: first.text });
  await receive();
}

/** The question once more, answered by Claude too, and compared. */
async function compareWithClaude(page: Page): Promise<void> {
  await request(page, 'settings:change', { shadow: { percent: 100 } });
  const [client] = await request(page, 'client:list', { query: 'Emily' });
  if (client === undefined) throw new Error('The demo has no Emily.');
  const newest = { clientId: client.id, beforeId: null, limit: 10 };
  const { messages } = await request(page, 'conversation:read', newest);
  // Only a message that waits alone gets a prepared answer.
  for (const one of messages)
    if (one.author === 'desk' && one.state === 'draft')
      await request(page, 'reply:send', { replyId: one.id, text: one.text });
  const text = 'Hey, how much for a sworn translation?';
  const { reply } = await request(page, 'message:receive', { clientId: client.id, text, channel: 'email' });
  for (let look = 0; look < 200; look += 1) {
    const { shadow } = await request(page, 'reply:details', { replyId: reply.id });
    if (shadow !== null) break;
    await page.waitForTimeout(50);
  }
  await request(page, 'reply:prefer', { replyId: reply.id, preferred: 'prepared' });
}

/** The reply with its verdict; waits until there is one. */
async function whenChecked(page: Page, replyId: string): Promise<Reply> {
  for (;;) {
    const { reply } = await request(page, 'reply:details', { replyId });
    if (reply.verdict !== null) return reply;
    await page.waitForTimeout(50);
  }
}

/** Asks the app as its screen does. Throws when it refuses. */
async function request<K extends RequestName>(
  page: Page,
  name: K,
  input: RequestInput<K>,
): Promise<RequestOutput<K>> {
  const asked: { readonly name: string; readonly input: unknown } = { name, input };
  const answer = await page.evaluate(
    (question) => window.jiwa.request(question.name as K, question.input as RequestInput<K>),
    asked,
  );
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}
