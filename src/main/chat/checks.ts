import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Verdict } from '../../shared/answer.ts';
import type { AnswerCheck } from '../../shared/message.ts';
import { relabel } from '../answers/learning.ts';
import { addCheck, setVerdict } from '../db/answer-checks.ts';
import { findServed } from '../db/served-answers.ts';
import { checkRequest, parseVerdict } from './check-request.ts';
import type { Claude } from './claude.ts';
import type { ClaudeTurn } from './claude-turn.ts';
import type { Question } from './context.ts';
import type { ChatParts } from './ports.ts';
import { createTally } from './tally.ts';

interface ServedReply {
  readonly clientId: string;
  readonly replyId: string;
  /** What was said up to the message, the message included. */
  readonly history: Question['history'];
  readonly answer: string;
}

/**
 * Checks of prepared answers, off the path of every reply: each is asked for once, after its answer was shown, and
 * whatever becomes of it changes nothing but the verdict, its label and its own figures.
 */
export interface Checks {
  /** Lets Claude look at a prepared reply that was just served; nothing happens where checking is off or there is no key. */
  start(served: ServedReply): void;
  /** Of this client's replies, those that are being looked at. */
  running(clientId: string): string[];
  /** Resolves when the reply is not being looked at any more. */
  finished(replyId: string): Promise<void>;
  /** Ends the checks of a client; nothing is written for it afterwards. */
  silence(clientId: string): Promise<void>;
  /** Ends all of them. Nothing starts afterwards. */
  close(): Promise<void>;
}

interface Running {
  readonly clientId: string;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** No check is running; one that a crash cut off is not made up for. */
export function createChecks(parts: ChatParts): Checks {
  const running = new Map<string, Running>();
  let isClosed = false;
  const end = async (checks: readonly Running[]) => {
    for (const { abort } of checks) abort.abort();
    await Promise.all(checks.map(({ done }) => done));
  };
  return {
    start(served) {
      const { clientId, replyId } = served;
      const claude = parts.settings().checkPrepared && !isClosed ? parts.claude() : null;
      const intent = findServed(parts.db, clientId, replyId)?.intent;
      if (claude === null || intent === undefined || running.has(replyId)) return;
      const abort = new AbortController();
      const check = { ...served, intent, claude, signal: abort.signal };
      const tell = (isChecking: boolean) => parts.emit('reply:checking', { replyId, clientId, isChecking });
      const done = run(parts, check).finally(() => {
        running.delete(replyId);
        tell(false);
      });
      running.set(replyId, { clientId, abort, done });
      tell(true);
    },
    running: (clientId) => [...running].flatMap(([id, check]) => (check.clientId === clientId ? [id] : [])),
    finished: async (replyId) => running.get(replyId)?.done,
    silence: (clientId) => end([...running.values()].filter((check) => check.clientId === clientId)),
    async close() {
      isClosed = true;
      await end([...running.values()]);
    },
  };
}

interface Check extends ServedReply {
  readonly intent: string;
  readonly claude: Claude;
  readonly signal: AbortSignal;
}

/** Never rejects: a check that fails is no reply that fails. */
async function run(parts: ChatParts, check: Check): Promise<void> {
  const { log } = parts;
  try {
    // Whoever waits for the reply goes first.
    await nextTurn();
    if (check.signal.aborted) return;
    const { turn, taken } = await ask(parts, check);
    if (check.signal.aborted) return;
    const verdict = turn.ending.kind === 'finished' ? parseVerdict(turn.text) : null;
    keep(parts, check, verdict, { ...taken, fault: verdict ? null : faultOf(turn) });
    const { totalMs, model } = taken;
    log.info(
      { verdict: verdict?.kind ?? null, model, totalMs: Math.round(totalMs) },
      'prepared answer checked',
    );
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'a check failed');
  }
}

async function ask(
  parts: ChatParts,
  { claude, history, answer, intent, signal }: Check,
): Promise<{ turn: ClaudeTurn; taken: Omit<AnswerCheck, 'fault'> }> {
  const { fastModel: model, prices } = parts.settings().claude;
  const question = { history, answer, intent, language: parts.screenLanguage() };
  const startedAt = performance.now();
  const turn = await claude.stream(checkRequest(model, parts.checkRules, question), {
    signal,
    onText: () => undefined,
    log: parts.log,
    // Nobody waits for it, and many at once must not beat on a service that is down.
    retries: 0,
  });
  const tally = createTally(prices);
  tally.add(model, turn.usage);
  const totalMs = performance.now() - startedAt;
  return { turn, taken: { model, usage: tally.usage(), costUsd: tally.costUsd(), totalMs } };
}

/** The first check of a reply stands; a reply that is gone gets none. */
function keep(
  { db, clock, emit }: ChatParts,
  { clientId, replyId }: Check,
  verdict: Verdict | null,
  taken: AnswerCheck,
): void {
  const reply = db
    .transaction(() => {
      if (!addCheck(db, clientId, replyId, taken, clock.now()) || verdict === null) return null;
      const checked = setVerdict(db, clientId, replyId, verdict);
      relabel(db, clientId, replyId);
      return checked;
    })
    .immediate();
  if (reply) emit('message:changed', reply);
}

function faultOf({ ending }: ClaudeTurn): string {
  if (ending.kind === 'fault') return ending.fault;
  return ending.kind === 'refused'
    ? 'refused'
    : ending.kind === 'outOfTokens'
      ? 'out_of_tokens'
      : 'unreadable';
}
