import { heldBack } from '../answers/learning.ts';
import { linkFacts, linkInsights } from '../db/message-links.ts';
import { setReplyUsage } from '../db/replies.ts';
import { insertToolCall } from '../db/tool-calls.ts';
import { modelsFor, turnsFor } from './asking.ts';
import type { Checks } from './checks.ts';
import { openReplyCatalogue } from './catalogue/use.ts';
import type { CatalogueOfToday } from './catalogue/today.ts';
import type { Claude } from './claude.ts';
import type { ToolUse } from './claude-turn.ts';
import { findContext, findPrepared, readQuestion, type Found, type Question } from './context.ts';
import { converse } from './dialogue.ts';
import type { ChatParts, PreparedMatch } from './ports.ts';
import type { Run } from './run.ts';
import type { Shadows } from './shadows.ts';
import { callTool } from './tools.ts';

/** How this reply is wished for. */
export interface Wish {
  /** The consultant's choice; null = the rule. */
  readonly model: 'fast' | 'strong' | null;
  /** A prepared answer was not what the consultant wanted. */
  readonly skipPrepared: boolean;
}

/** What the writing of a reply works with. */
export interface ReplyParts extends ChatParts {
  readonly checks: Pick<Checks, 'start'>;
  readonly shadows: Pick<Shadows, 'start'>;
  readonly today: CatalogueOfToday;
}

/**
 * Writes one reply, from the recorded message to its end. Resolves when nothing is going on any more; what goes wrong
 * ends the reply with a fault.
 */
export async function writeReply(
  parts: ReplyParts,
  run: Run,
  question: Pick<Question, 'client' | 'message'>,
  wish: Wish,
): Promise<void> {
  try {
    await write(parts, run, readQuestion(parts, question.client, question.message), wish);
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    parts.log.error({ error: kind }, 'the reply pipeline failed');
    if (run.isOpen()) run.finish('cut', 'internal');
  }
}

async function write(parts: ReplyParts, run: Run, question: Question, wish: Wish): Promise<void> {
  const { timings } = run.notes;
  if (!wish.skipPrepared) {
    const prepared = await timed(timings, 'match_ms', () => findPrepared(parts, question));
    if (!run.isOpen()) return;
    if (prepared) return serve(parts, run, question, prepared);
  }
  const found = await timed(timings, 'retrieval_ms', () => findContext(parts, question));
  if (!run.isOpen()) return;
  keepLinks(parts, run, found);
  const claude = parts.claude();
  if (claude === null) return run.finish('empty', 'no_key');
  await ask(parts, run, { question, found, wish, claude });
}

/** Shown at once; whether it was right, and what Claude would have said, is looked at afterwards. */
function serve(parts: ReplyParts, run: Run, question: Question, prepared: PreparedMatch): void {
  const { db, clock } = parts;
  const { clientId, replyId } = run;
  const served = { answerId: prepared.preparedAnswerId, score: prepared.score };
  const mostWrong = parts.settings().maxErrorPercent / 100;
  const held = run.isDirect ? heldBack(db, served, mostWrong, clock.now()) : null;
  run.notes.prepared = { ...served, held };
  linkFacts(db, clientId, replyId, prepared.facts);
  run.append(prepared.text);
  run.notes.timings['local_ms'] = run.elapsed();
  run.finish('complete', null);
  parts.checks.start({ clientId, replyId, history: question.history, answer: prepared.text });
  parts.shadows.start({ replyId, question });
}

/** Kept before Claude is asked: when Claude fails, this is the local knowledge the consultant goes on with. */
function keepLinks(
  { db }: ChatParts,
  { clientId, replyId, insightUse }: Run,
  { insights, facts }: Found,
): void {
  insightUse.found(insights.map(({ insightId }) => insightId));
  db.transaction(() => {
    linkInsights(db, clientId, replyId, insights);
    linkFacts(db, clientId, replyId, facts);
  })();
}

interface Asking {
  readonly question: Question;
  readonly found: Found;
  readonly wish: Wish;
  readonly claude: Claude;
}

async function ask(parts: ReplyParts, run: Run, { question, found, wish, claude }: Asking): Promise<void> {
  const { timings } = run.notes;
  const assembleStart = run.elapsed();
  const catalogue = openReplyCatalogue(parts, run);
  run.insightUse.shownBy((number) => catalogue.wasShown(number));
  const turns = turnsFor(question, found, catalogue.withdrawn());
  const choice = modelsFor(parts, question, wish.model);
  timings['assemble_ms'] = run.elapsed() - assembleStart;
  timings['local_ms'] = run.elapsed();
  const conclusion = await converse({
    claude,
    rules: parts.rules,
    catalogueFor: (model) => catalogue.textFor(model),
    turns,
    maxTokens: parts.settings().claude.maxTokens,
    models: choice,
    signal: run.signal,
    log: parts.log,
    onText: (piece) => run.append(piece),
    onAsk(model, reason) {
      run.notes.model = model;
      run.notes.modelReason = reason ?? choice.reason;
    },
    onTurn(request, turn) {
      run.tally.add(request.model, turn.usage);
      catalogue.account(request, turn);
    },
    onNamed: (naming) => run.insightUse.named(naming),
    onTool: (use) => runTool(parts, run, question, use),
  });
  if (conclusion !== null) run.finish(conclusion.outcome, conclusion.fault);
  else keepLateUsage(parts, run);
}

async function runTool(parts: ChatParts, run: Run, question: Question, use: ToolUse) {
  const call = await callTool(
    parts,
    {
      clientId: run.clientId,
      language: question.replyLanguage,
      history: question.history,
      onFacts: (facts) => linkFacts(parts.db, run.clientId, run.replyId, facts),
      onInsights: (insightIds) => run.insightUse.opened(insightIds),
    },
    use,
  );
  insertToolCall(parts.db, run.clientId, run.replyId, call);
  return call;
}

/** A stopped reply was closed before its use was known. */
function keepLateUsage({ db, emit }: ChatParts, run: Run): void {
  const usage = run.tally.usage();
  if (usage === null) return;
  const reply = setReplyUsage(db, run.clientId, run.replyId, { usage, costUsd: run.tally.costUsd() });
  if (reply) emit('message:changed', reply);
}

async function timed<T>(timings: Record<string, number>, name: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  timings[name] = performance.now() - startedAt;
  return result;
}
