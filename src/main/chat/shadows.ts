import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FaultCode } from '../../shared/fault.ts';
import { isShadowed } from '../answers/shadow-share.ts';
import { addShadow } from '../db/shadow-replies.ts';
import { findServed } from '../db/served-answers.ts';
import { modelsFor, turnsFor } from './asking.ts';
import { openReplyCatalogue } from './catalogue/use.ts';
import type { CatalogueOfToday } from './catalogue/today.ts';
import type { Claude } from './claude.ts';
import { findContext, type Question } from './context.ts';
import { converse, type Conclusion } from './dialogue.ts';
import type { ChatParts } from './ports.ts';
import { createTally, type Tally } from './tally.ts';
import { callTool, notRun, wouldRemember } from './tools.ts';

interface ServedReply {
  readonly replyId: string;
  readonly question: Question;
}

/**
 * What Claude would have said in place of prepared answers, for a share of them: written after the prepared one was
 * shown, from the prompt the pipeline would have used, kept beside it, and never sent. It changes nothing else.
 */
export interface Shadows {
  /** Begins one where this reply is of the share; nothing happens elsewhere, and where there is no key. */
  start(served: ServedReply): void;
  /** Resolves when no shadow of the reply is being written any more. */
  finished(replyId: string): Promise<void>;
  /** Ends those of a client; nothing is written for it afterwards. */
  silence(clientId: string): Promise<void>;
  /** Ends all of them. Nothing starts afterwards. */
  close(): Promise<void>;
}

export interface ShadowParts extends ChatParts {
  readonly today: CatalogueOfToday;
}

interface Running {
  readonly clientId: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** None is being written; one that a crash cut off is not made up for. */
export function createShadows(parts: ShadowParts): Shadows {
  const running = new Map<string, Running>();
  let isClosed = false;
  const end = async (shadows: readonly Running[]) => {
    for (const { abort } of shadows) abort.abort();
    await Promise.all(shadows.map(({ done }) => done));
  };
  return {
    start({ replyId, question }) {
      const { id: clientId } = question.client;
      const { shadow } = parts.settings();
      const intent = isClosed ? undefined : findServed(parts.db, clientId, replyId)?.intent;
      if (intent === undefined || running.has(replyId) || !isShadowed(replyId, intent, shadow)) return;
      const claude = parts.claude();
      if (claude === null) return;
      const abort = new AbortController();
      const writing = { replyId, question, claude, signal: abort.signal };
      const done = run(parts, writing).finally(() => running.delete(replyId));
      running.set(replyId, { clientId, abort, done });
    },
    finished: async (replyId) => running.get(replyId)?.done,
    silence: (clientId) => end([...running.values()].filter((shadow) => shadow.clientId === clientId)),
    async close() {
      isClosed = true;
      await end([...running.values()]);
    },
  };
}

interface Writing extends ServedReply {
  readonly claude: Claude;
  readonly signal: AbortSignal;
}

/** Never rejects: a shadow that fails is no reply that fails. */
async function run(parts: ShadowParts, writing: Writing): Promise<void> {
  try {
    // Whoever waits for the reply goes first.
    await nextTurn();
    if (!writing.signal.aborted) await write(parts, writing);
  } catch (error) {
    parts.log.error({ error: error instanceof Error ? error.name : typeof error }, 'a shadow failed');
  }
}

interface Written {
  text: string;
  readonly model: string;
  readonly tally: Tally;
}

async function write(parts: ShadowParts, writing: Writing): Promise<void> {
  const { settings } = parts;
  const startedAt = performance.now();
  const { first } = modelsFor(parts, writing.question, null);
  const written: Written = { text: '', model: first, tally: createTally(settings().claude.prices) };
  const conclusion = await ask(parts, writing, written);
  if (conclusion === null) return;
  keep(parts, writing, { ...written, totalMs: performance.now() - startedAt, fault: conclusion.fault });
}

/** As `reply.ts` asks, but for one thing: nobody waits for it, so it is not asked again, and no other model is. */
async function ask(parts: ShadowParts, writing: Writing, written: Written): Promise<Conclusion> {
  const { claude, question, replyId, signal } = writing;
  const found = await findContext(parts, question);
  const catalogue = openReplyCatalogue(parts, { clientId: question.client.id, replyId });
  const { model } = written;
  return converse({
    claude: { ...claude, stream: (request, how) => claude.stream(request, { ...how, retries: 0 }) },
    rules: parts.rules,
    catalogueFor: (asked) => catalogue.textFor(asked),
    turns: turnsFor(question, found, catalogue.withdrawn()),
    maxTokens: parts.settings().claude.maxTokens,
    models: { first: model, other: model },
    signal,
    log: parts.log,
    onText: (piece) => void (written.text += piece),
    onAsk: () => undefined,
    onTurn: (request, turn) => written.tally.add(request.model, turn.usage),
    onNamed: () => undefined,
    onTool: async (use) => (wouldRemember(use) ? notRun : callTool(parts, sceneOf(question), use)),
  });
}

/** What it looks at is not counted: the client never read what came of it. */
const sceneOf = ({ client, replyLanguage: language, history }: Question) => ({
  clientId: client.id,
  language,
  history,
  onFacts: () => undefined,
  onInsights: () => undefined,
});

/** The first shadow of a reply stands; a reply that is gone gets none. */
function keep(
  { db, clock, emit, log }: ShadowParts,
  { replyId, question: { client } }: Writing,
  {
    text,
    model,
    tally,
    totalMs,
    fault,
  }: Written & { readonly totalMs: number; readonly fault: FaultCode | null },
): void {
  const shadow = {
    text: text.trim(),
    model,
    error: fault ?? (text.trim() === '' ? 'server_error' : null),
    usage: tally.usage(),
    costUsd: tally.costUsd(),
    totalMs,
    createdAt: clock.now(),
  };
  if (!addShadow(db, client.id, replyId, shadow)) return;
  log.info({ model, error: shadow.error, totalMs: Math.round(totalMs) }, 'shadow written');
  emit('reply:shadowed', { replyId, clientId: client.id });
}
