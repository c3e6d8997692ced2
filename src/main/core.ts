import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntentStanding } from '../shared/answer.ts';
import type { Emit } from '../shared/events.ts';
import type { JobsOverview } from '../shared/job.ts';
import type { Language } from '../shared/language.ts';
import type { Settings } from '../shared/settings.ts';
import { openAnswers, type Answers } from './answers/answers.ts';
import { listStandings } from './answers/learning.ts';
import { backupPath, keepNewestBackups } from './backup/backup.ts';
import { openChat, type Chat } from './chat/chat.ts';
import { claudeOnDemand, type ClaudeAccess } from './chat/claude-on-demand.ts';
import type { Clock } from './clock.ts';
import { unusableFolder } from './data-dir.ts';
import { lockDataFolder, type DataLock } from './data-lock.ts';
import type { Db } from './db/db.ts';
import { openDb } from './db/open.ts';
import { builtinEmbedder } from './knowledge/embed/builtin.ts';
import type { Embedders, EmbeddingWorld } from './knowledge/embedders.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { openLlama, type Llama, type LlamaWorld } from './llama/llama.ts';
import type { Jobs, JobsOptions } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import { openInsights } from './insights.ts';
import type { Renewal } from './answers/prepare/renewal.ts';
import { openLexicon } from './text/lexicon/lexicon.ts';
import { finishForgetting, forgetClient } from './memory/forget.ts';
import { importStarter } from './starter.ts';
import { openWork, type Offered, type Undo } from './work.ts';

export interface CoreOptions {
  /** Everything the product keeps lies here. */
  readonly dataDir: string;
  /** The product's own texts and starter pack. */
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  /** What `system` means as the language of the screen; English where nobody says. */
  readonly systemLanguage?: () => Language;
  readonly claudeAccess: () => ClaudeAccess;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  /**
   * `owner`: the app; one per data folder, recovers what a crash left and builds the index.
   * `guest`: the command line beside it; reads, and writes through short transactions only.
   */
  readonly role: 'owner' | 'guest';
  /** Whether a new data folder gets the starter pack; it does unless this is false. */
  readonly withStarter?: boolean;
  /** When an owner reads what the first message needs, ms after opening; at once unless given. A message that comes sooner does it. */
  readonly readAheadAfterMs?: number;
  readonly embedding?: EmbeddingWorld;
  /** Where LLaMA runs, beside what the settings say; without it they alone do, and there is no key. */
  readonly llama?: Omit<LlamaWorld, 'settings'>;
  /** Kinds of offline work beside the product's own, and what holds it back: nothing, where nobody says. */
  readonly offline?: Partial<Pick<JobsOptions, 'kinds' | 'gates'>>;
  /** Whether an owner works through the queue, and ends conversations that nobody goes on with, by itself; it does unless this is false. */
  readonly runsJobs?: boolean;
  /** The time zone in which nights are due; the machine's unless given. */
  readonly zone?: () => string;
}

/** The whole product without a window. */
export interface Core extends Offered {
  readonly db: Db;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly chat: Chat;
  readonly answers: Answers;
  readonly knowledge: Knowledge;
  readonly embedders: Embedders;
  readonly llama: Llama;
  readonly jobs: Jobs;
  /** Where offline work stands. */
  jobsOverview(): JobsOverview;
  /** What has been learnt of each intent, under the bound of the settings. */
  standings(): IntentStanding[];
  /** To be called after the settings changed. */
  applySettings(): Promise<void>;
  /** Removes a client and every trace of it. */
  forgetClient(clientId: string): Promise<void>;
  /** Ends running replies (what was shown is kept), drains background work, closes every file. */
  close(): Promise<void>;
}

/**
 * Opens the product on a data folder. Throws DeskError `data_folder_in_use` when another owner has it,
 * `database_from_future` and `file_unreadable` as `openDb` does; nothing is left open then.
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const { dataDir, clock } = options;
  const isOwner = options.role === 'owner';
  const lock = takeFolder(dataDir, isOwner);
  const undo: Undo[] = [() => lock?.release()];
  try {
    const db = openDb({
      file: join(dataDir, 'jiwa.db'),
      backupPath: (version) => backupPath(dataDir, version, clock.now()),
    });
    undo.unshift(() => db.close());
    if (isOwner) settle(options, db);
    return await assemble(options, db, undo);
  } catch (error) {
    await unwind(undo);
    throw error;
  }
}

/** Takes back what was opened, the last first; each also where one before it failed. */
async function unwind([next, ...rest]: readonly Undo[]): Promise<void> {
  try {
    await next?.();
  } finally {
    if (rest.length > 0) await unwind(rest);
  }
}

/** Makes the folder and takes its lock for an owner. */
function takeFolder(dataDir: string, isOwner: boolean): DataLock | null {
  try {
    mkdirSync(dataDir, { recursive: true });
    return isOwner ? lockDataFolder(dataDir) : null;
  } catch (error) {
    throw unusableFolder(error, dataDir);
  }
}

/** What the owner of a data folder sets right before anything is read: unfinished deletions, old copies, a first content. */
function settle({ dataDir, resourcesDir, clock, log, withStarter = true }: CoreOptions, db: Db): void {
  finishForgetting({ db, dataDir, log });
  keepNewestBackups(dataDir);
  if (withStarter) importStarter(db, clock, join(resourcesDir, 'starter'), log);
}

async function assemble(options: CoreOptions, db: Db, undo: Undo[]): Promise<Core> {
  const { clock, log, emit, settings } = options;
  const prompt = (name: string) => readFileSync(join(options.resourcesDir, 'prompts', name), 'utf8');
  const rules = prompt('system.md');
  const lexicon = openLexicon(join(options.resourcesDir, 'lexicon'));
  const builtin = builtinEmbedder(lexicon);
  const answers = openAnswers({ db, embedder: builtin, lexicon, clock, log });
  const { embedders, knowledge } = await openInsights(options, { db, lexicon, builtin }, undo);
  const claude = claudeOnDemand(options);
  const { env = {}, key = () => null } = options.llama ?? {};
  const llama = openLlama({ settings: () => settings().llama, env, key });
  undo.unshift(() => llama.close());
  const screen = () => screenLanguage(options);
  const parts = { db, llama, builtin, lexicon, knowledge, answers, screenLanguage: screen };
  const work = openWork({ ...options, ...parts }, undo);
  const { jobs, learning } = work;
  const chat = openChat({
    db,
    knowledge,
    answers,
    learning,
    claude,
    settings,
    clock,
    log,
    emit: alsoTelling(work.offered.renewal, emit),
    rules,
    checkRules: prompt('check.md'),
    screenLanguage: screen,
  });
  if (options.role === 'owner') begin(options, { ...work.offered, chat, jobs, answers, knowledge }, undo);
  return {
    db,
    clock,
    emit,
    chat,
    answers,
    knowledge,
    standings: () => listStandings(db, settings().maxErrorPercent / 100, clock.now()),
    embedders,
    llama,
    jobs,
    ...work.offered,
    jobsOverview: () => work.overview(),
    applySettings: async () => {
      await embedders.applySettings();
      knowledge.follow();
      work.refresh();
    },
    forgetClient: (clientId) => forget(options, { db, chat, jobs }, clientId),
    close: async () => {
      try {
        await chat.close();
      } finally {
        await unwind(undo);
      }
    },
  };
}

async function forget(
  { dataDir, log, emit }: CoreOptions,
  { db, chat, jobs }: Pick<Core, 'db' | 'chat' | 'jobs'>,
  clientId: string,
): Promise<void> {
  await chat.silence(clientId);
  jobs.giveUp(clientId);
  try {
    forgetClient({ db, dataDir, log }, clientId);
  } finally {
    // Also when traces could not be removed yet: the client itself is gone.
    emit('client:changed', { clientId });
  }
}

/** What the owner of a data folder goes on with. */
function begin(
  { runsJobs = true, readAheadAfterMs = 0 }: CoreOptions,
  {
    chat,
    jobs,
    renewal,
    nights,
    answers,
    knowledge,
  }: Pick<Core, 'chat' | 'jobs' | 'renewal' | 'nights' | 'answers' | 'knowledge'>,
  undo: Undo[],
): void {
  chat.recover();
  chat.prepareDays();
  if (runsJobs) {
    chat.followConversations();
    jobs.start();
    renewal.start();
    nights.start();
    undo.unshift(
      () => renewal.stop(),
      () => nights.stop(),
    );
  }
  const readingAhead = setTimeout(() => {
    // Answers first: theirs are the milliseconds that a reply shows.
    void answers.readAhead().then(() => knowledge.readAhead());
  }, readAheadAfterMs);
  undo.unshift(() => clearTimeout(readingAhead));
}

/** What the chat tells, for those who ask for answers by themselves too: a mark or a verdict may be among what changed. */
function alsoTelling(renewal: Renewal, emit: Emit): Emit {
  return (name, value) => {
    emit(name, value);
    if (name === 'message:changed') renewal.soon();
  };
}

function screenLanguage({ settings, systemLanguage }: CoreOptions): Language {
  const { language } = settings();
  return language === 'system' ? (systemLanguage?.() ?? 'en') : language;
}
