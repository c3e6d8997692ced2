import type { FaultCode } from '../../shared/fault.ts';
import type { ModelReason, Reply, ReplyOutcome } from '../../shared/message.ts';
import { addMetrics } from '../db/metrics.ts';
import { listLinkedFacts } from '../db/message-links.ts';
import { finishReply, type ReplyEnd } from '../db/replies.ts';
import type { ChatParts } from './ports.ts';
import { createReplyWriter } from './reply-writer.ts';
import { createTally, type Tally } from './tally.ts';

/** Why a running reply is ended from outside. */
type StopReason = 'stopped' | 'replaced' | 'interrupted';

/** What was learnt of a reply while it was written. */
interface Notes {
  model: string | null;
  modelReason: ModelReason | null;
  prepared: ReplyEnd['prepared'];
  firstTokenMs: number | null;
  readonly timings: Record<string, number>;
}

/** One reply being written. It ends exactly once: by its pipeline, or from outside. */
export interface Run {
  readonly clientId: string;
  readonly messageId: string;
  readonly replyId: string;
  readonly signal: AbortSignal;
  readonly notes: Notes;
  readonly tally: Tally;
  /** Ms since the message came. */
  elapsed(): number;
  isOpen(): boolean;
  /** Takes the next piece. What cannot be kept ends the reply. */
  append(piece: string): void;
  finish(outcome: ReplyOutcome, fault: FaultCode | null): void;
  /** Ends it now; what was shown is kept. Does nothing when it has ended. */
  stop(reason: StopReason): void;
}

/** `startedAt`: `performance.now()` when the message came. */
export function createRun(parts: ChatParts, reply: Reply, messageId: string, startedAt: number): Run {
  const { clientId, id: replyId } = reply;
  const settings = parts.settings();
  const controller = new AbortController();
  const notes: Notes = { model: null, modelReason: null, prepared: null, firstTokenMs: null, timings: {} };
  const tally = createTally(settings.claude.prices);
  const elapsed = () => performance.now() - startedAt;
  let isOpen = true;

  const end = (ending: () => Ending): void => {
    if (!isOpen) return;
    isOpen = false;
    try {
      writer.flush();
      keepEnd(parts, { clientId, replyId, notes, tally, totalMs: elapsed() }, ending());
    } catch (error) {
      // It stays `streaming` in the database: stopping it, writing it anew, or the next start ends it.
      logUnkept(parts, error);
    }
    writer.close();
  };
  const writer = createReplyWriter({
    db: parts.db,
    emit: parts.emit,
    clientId,
    replyId,
    onFailure(error) {
      controller.abort();
      if (error === null) return;
      logUnkept(parts, error);
      end(() => endingOf(hasText(), 'cut', 'internal', false));
    },
  });
  const hasText = () => writer.text().trim() !== '';
  // An invented figure of the starter pack never goes out by itself.
  const sendsItself = () =>
    settings.replyMode === 'direct' &&
    !listLinkedFacts(parts.db, clientId, replyId).some(({ isExample }) => isExample);
  return {
    clientId,
    messageId,
    replyId,
    signal: controller.signal,
    notes,
    tally,
    elapsed,
    isOpen: () => isOpen,
    append(piece) {
      notes.firstTokenMs ??= elapsed();
      writer.append(piece);
    },
    finish: (outcome, fault) =>
      end(() => endingOf(hasText(), outcome, fault, outcome === 'complete' && sendsItself())),
    stop(reason) {
      end(() => stoppedEnding(hasText(), reason));
      controller.abort();
    },
  };
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
