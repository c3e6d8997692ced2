import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IntentStanding } from '../shared/answer.ts';
import type { Emit } from '../shared/ipc.ts';
import type { Language } from '../shared/language.ts';
import type { Settings } from '../shared/settings.ts';
import { openAnswers, type Answers } from './answers/answers.ts';
import { listStandings } from './answers/learning.ts';
import { backupPath, keepNewestBackups } from './backup/backup.ts';
import { openChat, type Chat } from './chat/chat.ts';
import { openClaude, type Claude } from './chat/claude.ts';
import type { Clock } from './clock.ts';
import { unusableFolder } from './data-dir.ts';
import { lockDataFolder, type DataLock } from './data-lock.ts';
import type { Db } from './db/db.ts';
import { openDb } from './db/open.ts';
import { builtinEmbedder } from './knowledge/embed/builtin.ts';
import type { Embedder } from './knowledge/embed/embedder.ts';
import { openEmbedders, type Embedders, type EmbeddingWorld } from './knowledge/embedders.ts';
import { ConceptIndex } from './knowledge/search/concept-index.ts';
import { openKnowledge, type Knowledge } from './knowledge/knowledge.ts';
import type { Log } from './log.ts';
import { openLexicon, type Lexicon } from './text/lexicon/lexicon.ts';
import { finishForgetting, forgetClient } from './memory/forget.ts';
import { importStarter } from './starter.ts';

/** Where Claude is and with which key. An empty address = Anthropic's own; no key = no Claude. */
export interface ClaudeAccess {
  readonly baseUrl: string;
  readonly apiKey: string | null;
}

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
  readonly embedding?: EmbeddingWorld;
}

/** The whole product without a window. */
export interface Core {
  readonly db: Db;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly chat: Chat;
  readonly answers: Answers;
  readonly knowledge: Knowledge;
  readonly embedders: Embedders;
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
  const opened: Db[] = [];
  try {
    const db = openDb({
      file: join(dataDir, 'jiwa.db'),
      backupPath: (version) => backupPath(dataDir, version, clock.now()),
    });
    opened.push(db);
    if (isOwner) settle(options, db);
    return await assemble(options, db, () => lock?.release());
  } catch (error) {
    for (const db of opened) db.close();
    lock?.release();
    throw error;
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

async function assemble(options: CoreOptions, db: Db, release: () => void): Promise<Core> {
  const { clock, log, emit, settings } = options;
  const prompt = (name: string) => readFileSync(join(options.resourcesDir, 'prompts', name), 'utf8');
  const rules = prompt('system.md');
  const lexicon = openLexicon(join(options.resourcesDir, 'lexicon'));
  const builtin = builtinEmbedder(lexicon);
  const answers = await openAnswers({ db, embedder: builtin, clock, log });
  const embedders = await openChoice(options, builtin);
  const knowledge = await openSwitchableKnowledge(options, { db, lexicon, embedders });
  const claude = claudeOnDemand(options);
  const chat = openChat({
    db,
    knowledge,
    answers,
    claude,
    settings,
    clock,
    log,
    emit,
    rules,
    checkRules: prompt('check.md'),
    screenLanguage: () => screenLanguage(options),
  });
  if (options.role === 'owner') {
    chat.recover();
    chat.prepareDays();
  }
  return {
    db,
    clock,
    emit,
    chat,
    answers,
    knowledge,
    standings: () => listStandings(db, settings().maxErrorPercent / 100, clock.now()),
    embedders,
    applySettings: async () => {
      await embedders.applySettings();
      await knowledge.follow();
    },
    forgetClient: async (clientId) => {
      await chat.silence(clientId);
      try {
        forgetClient({ db, dataDir: options.dataDir, log }, clientId);
      } finally {
        // Also when traces could not be removed yet: the client itself is gone.
        emit('client:changed', { clientId });
      }
    },
    close: async () => {
      try {
        await chat.close();
        await knowledge.close();
        await embedders.close();
      } finally {
        db.close();
        release();
      }
    },
  };
}

/** A client of the SDK is made when first asked for, and made anew when address, key or time-outs changed. */
function claudeOnDemand({ claudeAccess, settings, log }: CoreOptions): () => Claude | null {
  let made: { readonly from: string; readonly claude: Claude } | null = null;
  return () => {
    const { baseUrl, apiKey } = claudeAccess();
    if (apiKey === null) return null;
    const { timeoutMs, stallMs } = settings().claude;
    const from = JSON.stringify([baseUrl, apiKey, timeoutMs, stallMs]);
    if (made?.from !== from) {
      made = { from, claude: openClaude({ baseUrl, apiKey, timeoutMs, stallMs, log }) };
    }
    return made.claude;
  };
}

function screenLanguage({ settings, systemLanguage }: CoreOptions): Language {
  const { language } = settings();
  return language === 'system' ? (systemLanguage?.() ?? 'en') : language;
}

function openChoice(options: CoreOptions, builtin: Embedder): Promise<Embedders> {
  const { dataDir, settings, embedding: world = {}, log, emit } = options;
  return openEmbedders({ dataDir, settings: () => settings().embedder, builtin, world, log, emit });
}

interface SwitchableKnowledge extends Knowledge {
  /** Goes over to the embedder that is the current one now. */
  follow(): Promise<void>;
}

/** Knowledge whose embedder follows the settings; the old index serves until the new one is open. */
async function openSwitchableKnowledge(
  options: CoreOptions,
  parts: { readonly db: Db; readonly lexicon: Lexicon; readonly embedders: Embedders },
): Promise<SwitchableKnowledge> {
  const { clock, log, emit } = options;
  const { db, lexicon, embedders } = parts;
  const concepts = new ConceptIndex({ db, lexicon, log });
  const dir = join(options.dataDir, 'index');
  const open = (embedder: Embedder) =>
    openKnowledge({ db, dir, embedder, concepts, clock, log, emit, owner: options.role === 'owner' });
  let embedder = embedders.current();
  let current = await open(embedder);
  let isClosed = false;
  const follow = async (): Promise<void> => {
    const wanted = embedders.current();
    if (isClosed || wanted === embedder) return;
    const previous = current;
    current = await open(wanted);
    embedder = wanted;
    await previous.close();
  };
  /** One change at a time: of two at once, one would be left open, and the wrong one might stay. */
  let changing: Promise<void> = Promise.resolve();
  const followNow = () => (changing = changing.catch(() => undefined).then(follow));
  embedders.watch(() => void followNow());
  return {
    retrieve: (text, limits) => current.retrieve(text, limits),
    explain: (text, limits) => current.explain(text, limits),
    status: () => current.status(),
    rebuild: () => current.rebuild(),
    refresh: () => current.refresh(),
    close: async () => {
      isClosed = true;
      await changing.catch(() => undefined);
      await current.close();
      concepts.close();
    },
    follow: followNow,
  };
}
