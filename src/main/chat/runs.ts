import { DeskError } from '../../shared/fault.ts';
import type { Reply } from '../../shared/message.ts';
import { findReplyOwner, readReply, recoverReplies } from '../db/replies.ts';
import type { Question } from './context.ts';
import type { ChatParts } from './ports.ts';
import { writeReply, type ReplyParts, type Wish } from './reply.ts';
import { createRun, type Run } from './run.ts';

/** The replies being written now: at most one per client. */
export interface Runs {
  /** Throws DeskError `conflict` once closed; to be asked before anything is kept. */
  checkOpen(): void;
  /** Starts writing; a running reply to the same client gives way. */
  start(reply: Reply, question: Pick<Question, 'client' | 'message'>, wish: Wish, startedAt: number): void;
  find(replyId: string): Run | undefined;
  /** Ends a reply by the consultant's wish, also one that only the database still calls streaming. */
  stop(replyId: string): void;
  findByClient(clientId: string): Run | undefined;
  finished(replyId: string): Promise<Reply>;
  silence(clientId: string): Promise<void>;
  close(): Promise<void>;
}

interface Writing {
  readonly run: Run;
  /** Resolves when nothing is going on for it any more. */
  readonly done: Promise<void>;
}

/** Runs over the given parts; none is going on yet, whatever the database says. */
export function createRuns(parts: ReplyParts): Runs {
  const { db } = parts;
  /** By reply, until nothing is going on for it any more. */
  const running = new Map<string, Writing>();
  let isClosed = false;

  const list = () => [...running.values()];
  const findByClient = (clientId: string) =>
    list().find(({ run }) => run.clientId === clientId && run.isOpen())?.run;
  return {
    checkOpen() {
      if (isClosed) throw new DeskError('conflict', 'The desk is closing.');
    },
    start(reply, question, wish, startedAt) {
      // The new reply answers the older message too, so that the old one is kept for comparison only.
      findByClient(reply.clientId)?.stop('replaced');
      const own = { ...parts, log: parts.log.child({ replyId: reply.id }) };
      const run = createRun(own, reply, question.message.id, startedAt);
      const done = writeReply(own, run, question, wish).finally(() => running.delete(reply.id));
      running.set(reply.id, { run, done });
    },
    find: (replyId) => running.get(replyId)?.run,
    stop(replyId) {
      const run = running.get(replyId)?.run;
      if (run?.isOpen()) run.stop('stopped');
      else endAbandoned(parts, replyId);
    },
    findByClient,
    async finished(replyId) {
      await running.get(replyId)?.done;
      return readReply(db, findReplyOwner(db, replyId), replyId);
    },
    silence: (clientId) => interrupt(list().filter(({ run }) => run.clientId === clientId)),
    async close() {
      isClosed = true;
      await interrupt(list());
    },
  };
}

/** Ends them, keeping what was shown, and waits until nothing is going on for them. */
async function interrupt(writings: readonly Writing[]): Promise<void> {
  for (const { run } of writings) run.stop('interrupted');
  await Promise.all(writings.map(({ done }) => done));
}

/** Nobody here writes it: its process was killed, or its end could not be kept. */
function endAbandoned({ db, emit }: ChatParts, replyId: string): void {
  for (const reply of recoverReplies(db, replyId)) {
    emit('message:changed', reply);
    emit('client:changed', { clientId: reply.clientId });
  }
}
