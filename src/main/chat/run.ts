import type { FaultCode } from '../../shared/fault.ts';
import type { Held } from '../../shared/answer.ts';
import type { ModelReason, Reply, ReplyOutcome } from '../../shared/message.ts';
import { SCORING } from '../answers/similarity.ts';
import type { Db } from '../db/db.ts';
import { addMetrics } from '../db/metrics.ts';
import { listLinkedFacts } from '../db/message-links.ts';
import { finishReply, type ReplyEnd } from '../db/replies.ts';
import { addServed } from '../db/served-answers.ts';
import type { ChatParts } from './ports.ts';
import { createReplyWriter, type ReplyWriter } from './reply-writer.ts';
import { createInsightUse, type InsightUse } from './insight-use.ts';
import { createTally, type Tally } from './tally.ts';

/** Why a running reply is ended from outside. */
type StopReason = 'stopped' | 'replaced' | 'interrupted';

/** What was learnt of a reply while it was written. */
interface Notes {
  model: string | null;
  modelReason: ModelReason | null;
  /** `held`: why it is not sent at once, in direct mode. */
  prepared: (NonNullable<ReplyEnd['prepared']> & { readonly held: Held | null }) | null;
  firstTokenMs: number | null;
  readonly timings: Record<string, number>;
}

/** One reply being written. It ends exactly once: by its pipeline, or from outside. */
export interface Run {
  readonly clientId: string;
  readonly messageId: string;
  readonly replyId: string;
  readonly signal: AbortSignal;
  /** As it was set when the message came. */
  readonly isDirect: boolean;
  readonly notes: Notes;
  readonly tally: Tally;
  readonly insightUse: InsightUse;
  /** Ms since the message came. */
  elapsed(): number;
  isOpen(): boolean;
  /** Takes the next piece. What cannot be kept ends the reply. */
  append(piece: string): void;
  finish(outcome: ReplyOutcome, fault: FaultCode | null): void;
  /** Ends it now; what was shown is kept. Does nothing when it has ended. */
  stop(reason: StopReason): void;
}

/** The run of a reply that is `streaming`. `startedAt`: `performance.now()` when the message came. */
export function createRun(parts: ChatParts, reply: Reply, messageId: string, startedAt: number): Run {
  return new ReplyRun(parts, reply, messageId, startedAt);
}

class ReplyRun implements Run {
  readonly clientId: string;
  readonly messageId: string;
  readonly replyId: string;
  readonly signal: AbortSignal;
  readonly isDirect: boolean;
  readonly notes: Notes = {
    model: null,
    modelReason: null,
    prepared: null,
    firstTokenMs: null,
    timings: {},
  };
  readonly tally: Tally;
  readonly insightUse = createInsightUse();
  readonly #parts: ChatParts;
  readonly #startedAt: number;
  readonly #controller = new AbortController();
  readonly #writer: ReplyWriter;
  #isOpen = true;

  constructor(parts: ChatParts, { clientId, id: replyId }: Reply, messageId: string, startedAt: number) {
    const { replyMode, claude } = parts.settings();
    this.clientId = clientId;
    this.messageId = messageId;
    this.replyId = replyId;
    this.signal = this.#controller.signal;
    this.tally = createTally(claude.prices);
    this.#parts = parts;
    this.#startedAt = startedAt;
    this.isDirect = replyMode === 'direct';
    const onFailure = (error: unknown) => this.#breakOff(error);
    this.#writer = createReplyWriter({ db: parts.db, emit: parts.emit, clientId, replyId, onFailure });
  }

  elapsed(): number {
    return performance.now() - this.#startedAt;
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  append(piece: string): void {
    this.notes.firstTokenMs ??= this.elapsed();
    this.#writer.append(piece);
  }

  finish(outcome: ReplyOutcome, fault: FaultCode | null): void {
    this.#end((hasText) => endingOf(hasText, outcome, fault, outcome === 'complete' && this.#sendsItself()));
  }

  stop(reason: StopReason): void {
    this.#end((hasText) => stoppedEnding(hasText, reason));
    this.#controller.abort();
  }

  #end(ending: (hasText: boolean) => Ending): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const writer = this.#writer;
    try {
      writer.flush();
      const { clientId, replyId, notes, tally, insightUse } = this;
      const ended = { clientId, replyId, notes, tally, insightUse, totalMs: this.elapsed() };
      keepEnd(this.#parts, ended, ending(writer.text().trim() !== ''));
    } catch (error) {
      // It stays `streaming` in the database: stopping it, writing it anew, or the next start ends it.
      logUnkept(this.#parts, error);
    }
    writer.close();
  }

  /** A piece could not be kept (the error), or the reply is gone or was ended elsewhere (null). */
  #breakOff(error: unknown): void {
    this.#controller.abort();
    if (error === null) return;
    logUnkept(this.#parts, error);
    this.#end((hasText) => endingOf(hasText, 'cut', 'internal', false));
  }

  /** Neither an invented figure of the starter pack nor a prepared answer that is not sure enough goes out by itself. */
  #sendsItself(): boolean {
    if (!this.isDirect || this.notes.prepared?.held) return false;
    return !listLinkedFacts(this.#parts.db, this.clientId, this.replyId).some(({ isExample }) => isExample);
  }
}

type Ending = Pick<ReplyEnd, 'state' | 'outcome' | 'fault'>;

function endingOf(hasText: boolean, outcome: ReplyOutcome, fault: FaultCode | null, isSent: boolean): Ending {
  if (!hasText) {
    return {
      state: 'failed',
      outcome: outcome === 'refused' ? outcome : 'empty',
      fault: fault ?? 'server_error',
    };
  }
  return { state: isSent ? 'sent' : 'draft', outcome, fault };
}

function stoppedEnding(hasText: boolean, reason: StopReason): Ending {
  if (reason === 'replaced') return { state: 'replaced', outcome: 'stopped', fault: null };
  if (reason === 'stopped') {
    return hasText
      ? { state: 'draft', outcome: 'stopped', fault: null }
      : { state: 'failed', outcome: 'stopped', fault: 'interrupted' };
  }
  return hasText
    ? { state: 'draft', outcome: 'cut', fault: 'interrupted' }
    : { state: 'failed', outcome: 'empty', fault: 'interrupted' };
}

function logUnkept({ log }: ChatParts, error: unknown): void {
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'a reply could not be kept');
}

interface Ended {
  readonly clientId: string;
  readonly replyId: string;
  readonly notes: Notes;
  readonly tally: Tally;
  readonly insightUse: InsightUse;
  readonly totalMs: number;
}

function keepEnd({ db, clock, emit, log }: ChatParts, run: Ended, how: Ending): void {
  const { clientId, replyId, totalMs } = run;
  const { timings, ...notes } = run.notes;
  const now = clock.now();
  const end: ReplyEnd = {
    ...how,
    ...notes,
    usage: run.tally.usage(),
    costUsd: run.tally.costUsd(),
    totalMs,
    sentAt: how.state === 'sent' ? now : null,
  };
  const ended = db
    .transaction(() => {
      const reply = finishReply(db, clientId, replyId, end);
      if (reply) addMetrics(db, replyId, timings, now);
      if (reply) keepServed(db, reply, notes.prepared, now);
      if (reply) run.insightUse.keep(db, { clientId, replyId }, now);
      return reply;
    })
    .immediate();
  // Null: the client was forgotten meanwhile, or another process ended the reply.
  if (ended === null) return;
  const { source, model, modelReason } = ended;
  log.info({ ...how, source, model, modelReason, totalMs: Math.round(totalMs) }, 'reply ended');
  emit('message:changed', ended);
  emit('client:changed', { clientId });
}

/** A prepared answer that was shown is one to learn from. */
function keepServed(db: Db, { clientId, id, state }: Reply, prepared: Notes['prepared'], now: number): void {
  if (prepared === null || (state !== 'draft' && state !== 'sent')) return;
  addServed(db, clientId, id, { ...prepared, scoring: SCORING, wentAlone: state === 'sent' }, now);
}
