import type { Locator, Page } from 'playwright';
import type { SettingsPart } from '../../src/renderer/settings/settings-store.ts';
import type { Screen, Words } from './stages.ts';

const settingsParts = ['claude', 'replies', 'knowledge', 'appearance', 'data'] as const;

const draft = (page: Page) => page.locator('article[data-state="draft"]').last();

/** The conversation is there when the memory beside it is. */
async function whenShown(page: Page, words: Words): Promise<void> {
  await page.getByRole('heading', { name: words.facts.title, exact: true }).waitFor();
}

async function openClientMenu(page: Page, words: Words, item: string): Promise<void> {
  await whenShown(page, words);
  await page.getByRole('button', { name: words.client.actions }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
}

const firstRun: Screen = {
  name: 'first-run',
  open: (page, words) => page.getByRole('heading', { name: words.welcome.title }).waitFor(),
};

const noClients: Screen = {
  name: 'no-clients',
  open: (page, words) => page.getByRole('heading', { name: words.clients.none }).waitFor(),
};

const noMessages: Screen = {
  name: 'no-messages',
  open: (page, words) => page.getByRole('heading', { name: words.conversation.empty }).waitFor(),
};

const failedReply: Screen = {
  name: 'failed-reply',
  open: (page, words) => page.getByText(words.fault.no_key).waitFor(),
};

const chat: Screen = {
  name: 'chat',
  open: async (page, words) => {
    await whenShown(page, words);
    await draft(page).waitFor();
  },
};

/** A prepared answer that Claude doubts, before it is sent. */
const doubtfulReply: Screen = {
  name: 'doubtful-reply',
  open: async (page, words) => {
    await whenShown(page, words);
    await page.getByRole('button', { name: 'Emily Carter' }).click();
    await page.getByRole('region', { name: words.check.doubt }).waitFor();
  },
};

const editDraft: Screen = {
  name: 'edit-draft',
  open: async (page, words) => {
    await draft(page).getByRole('button', { name: words.reply.edit }).click();
    await page.getByLabel(words.reply.editing).waitFor();
  },
};

const details: Screen = {
  name: 'details',
  open: async (page, words) => {
    await page.getByRole('button', { name: words.why.details }).click();
    const dialog = page.getByRole('dialog', { name: words.details.title });
    await dialog.getByRole('heading', { name: words.details.tokens, exact: true }).waitFor();
  },
};

const history: Screen = {
  name: 'jiwa-history',
  open: async (page, words) => {
    await whenShown(page, words);
    const name = words.jiwa.history.replace('{{field}}', words.jiwa.emotional_state);
    // The tools of a field come when the pointer or the focus is on it.
    await page.getByText(words.jiwa.emotional_state, { exact: true }).hover();
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog', { name }).getByRole('listitem').first().waitFor();
  },
};

const search: Screen = {
  name: 'search',
  open: async (page, words) => {
    await whenShown(page, words);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(words.search.placeholder).fill('kitas');
    await page.getByRole('dialog').locator('[data-action]').first().waitFor();
  },
};

const newClient: Screen = {
  name: 'new-client',
  open: async (page, words) => {
    await whenShown(page, words);
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog', { name: words.client.new }).waitFor();
  },
};

const forgetClient: Screen = {
  name: 'forget-client',
  open: (page, words) => openClientMenu(page, words, words.client.forget),
};

async function openSettings(page: Page, words: Words, part: SettingsPart): Promise<void> {
  await page.getByRole('button', { name: words.rail.settings, exact: true }).click();
  await page.getByRole('tab', { name: words.settings[part], exact: true }).click();
}

/** A table further down, in the middle of the picture. */
async function centre(table: Locator): Promise<void> {
  await table.waitFor();
  await table.evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

const settings: readonly Screen[] = settingsParts.map((part) => ({
  name: `settings-${part}`,
  open: async (page, words) => {
    await openSettings(page, words, part);
    await page.getByRole('heading', { name: words.settings[part], level: 2 }).waitFor();
    // The picture must not show the folder of the machine that took it.
    if (part === 'data')
      await page.locator('code').evaluate((path) => void (path.textContent = '~/.config/Jiwa Desk/demo'));
    if (part === 'knowledge') await page.getByText(words.settings.indexReady, { exact: true }).waitFor();
  },
}));

/** Where LLaMA runs, on a desk of one's own. */
const offline: Screen = {
  name: 'settings-offline',
  open: async (page, words) => {
    await openSettings(page, words, 'offline');
    await page.getByRole('heading', { name: words.endpoint.title, exact: true }).waitFor();
  },
};

const openJobs = (page: Page, words: Words) =>
  page.getByRole('navigation').getByRole('button', { name: words.jobs.rail }).click();

const noJobs: Screen = {
  name: 'no-jobs',
  open: async (page, words) => {
    await openJobs(page, words);
    await page.getByRole('heading', { name: words.jobs.none }).waitFor();
  },
};

const openReview = (page: Page, words: Words) =>
  page.getByRole('navigation').getByRole('button', { name: words.review.rail }).click();

/** The report of last night, as it opens by itself. */
const morning: Screen = {
  name: 'morning',
  open: async (page, words) => {
    await openNights(page, words);
    await page.getByRole('list', { name: words.nights.title }).getByRole('button').first().click();
    await page.getByRole('heading', { name: words.nights.quality }).waitFor();
  },
};

async function openNights(page: Page, words: Words): Promise<void> {
  await openJobs(page, words);
  const pages = page.getByRole('radiogroup', { name: words.nights.pages });
  await pages.getByText(words.nights.title, { exact: true }).click();
}

const nights: Screen = {
  name: 'nights',
  open: async (page, words) => {
    await openNights(page, words);
    await page.getByRole('list', { name: words.nights.title }).getByRole('button').first().waitFor();
  },
};

const noNights: Screen = {
  name: 'no-nights',
  open: async (page, words) => {
    await openNights(page, words);
    await page.getByRole('heading', { name: words.nights.none }).waitFor();
  },
};

const noReview: Screen = {
  name: 'no-review',
  open: async (page, words) => {
    await openReview(page, words);
    await page.getByRole('heading', { name: words.review.none }).waitFor();
  },
};

/** What waits for a person, with where the first of it comes from. */
const review: Screen = {
  name: 'review',
  open: async (page, words) => {
    await openReview(page, words);
    await page.getByRole('heading', { name: words.review.nearest }).waitFor();
  },
};

/** A memory that waits, with the words it rests on. */
const reviewMemory: Screen = {
  name: 'review-memory',
  open: async (page, words) => {
    await review.open(page, words);
    await page
      .getByRole('radiogroup', { name: words.review.kinds })
      .getByText(words.reviewKinds.jiwa)
      .click();
    await page.getByRole('heading', { name: words.review.evidence }).waitFor();
  },
};

/** The same, while one says why something is rejected. */
const reviewReject: Screen = {
  name: 'review-reject',
  open: async (page, words) => {
    await review.open(page, words);
    await page.getByRole('button', { name: words.review.reject, exact: true }).click();
    await page.getByText(words.rejection.sweeping).waitFor();
  },
};

/** The same, while one puts it in other words. */
const reviewEdit: Screen = {
  name: 'review-edit',
  open: async (page, words) => {
    await review.open(page, words);
    await page.getByRole('button', { name: words.review.edit, exact: true }).click();
    await page.getByLabel(words.review.guidance).waitFor();
  },
};

/** A list of jobs, and what happened to the first of them. */
const jobList = (name: string, state: 'runningState' | 'failed'): Screen => ({
  name,
  open: async (page, words) => {
    await openJobs(page, words);
    await page.getByRole('radiogroup', { name: words.jobs.states }).getByText(words.jobs[state]).click();
    const list = page.getByRole('list', { name: words.jobs.list, exact: true });
    await list.getByRole('button').first().click();
    await page.getByRole('heading', { name: words.jobs.timeline, exact: true }).waitFor();
  },
});
const jobs = jobList('jobs', 'runningState');
const failedJob = jobList('job-failed', 'failed');

/** A card further down in the settings of offline work. */
const offlineCard = (name: string, of: 'generate' | 'prepare' | 'night' | 'budget'): Screen => ({
  name,
  open: async (page, words) => {
    await offline.open(page, words);
    const heading = page.getByRole('heading', { name: words[of].title, exact: true });
    await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  },
});
const generate = offlineCard('settings-generate', 'generate');
const prepare = offlineCard('settings-prepare', 'prepare');
const night = offlineCard('settings-night', 'night');
const budget = offlineCard('settings-budget', 'budget');

/** The end of the knowledge settings: what each question has learnt. */
const learnt: Screen = {
  name: 'settings-learnt',
  open: async (page, words) => {
    await openSettings(page, words, 'knowledge');
    await centre(page.getByRole('region', { name: words.learnt.title }));
  },
};

/** A prepared answer with Claude's own beside it. */
const compare: Screen = {
  name: 'compare',
  open: async (page, words) => {
    await whenShown(page, words);
    await page.getByRole('button', { name: 'Emily Carter' }).click();
    await page.getByRole('button', { name: words.shadow.compare }).click();
    const dialog = page.getByRole('dialog', { name: words.details.title });
    await dialog.getByRole('heading', { name: words.shadow.title, exact: true }).waitFor();
  },
};

/** The end of the reply settings: for which share Claude's own is written, and what came of it. */
const shadow: Screen = {
  name: 'settings-shadow',
  open: async (page, words) => {
    await openSettings(page, words, 'replies');
    await centre(page.getByRole('region', { name: words.shadow.perQuestion }));
  },
};

/** The model on this computer, looked at before it is fetched. */
const model: Screen = {
  name: 'settings-model',
  open: async (page, words) => {
    await openSettings(page, words, 'knowledge');
    await page.getByRole('radio', { name: words.embedder.local }).check();
    await page.getByText(words.model.unreachable, { exact: true }).waitFor();
  },
};

export const parts = {
  firstRun,
  noClients,
  noMessages,
  failedReply,
  chat,
  doubtfulReply,
  editDraft,
  details,
  history,
  search,
  newClient,
  forgetClient,
  learnt,
  compare,
  shadow,
  offline,
  generate,
  prepare,
  night,
  budget,
  noJobs,
  noReview,
  noNights,
  nights,
  morning,
  review,
  reviewMemory,
  reviewReject,
  reviewEdit,
  jobs,
  failedJob,
  settings,
  model,
};
