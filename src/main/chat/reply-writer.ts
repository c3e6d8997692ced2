import type { Emit } from '../../shared/ipc.ts';
import type { Db } from '../db/db.ts';
import { appendReplyText } from '../db/replies.ts';

/** Shortest time between two writes of one reply, in ms: two frames of a screen. The first piece is written at once. */
const WRITE_EVERY_MS = 30;

/** Keeps a reply as it grows. Text is written first and shown afterwards, so that what was shown is kept. */
export interface ReplyWriter {
  /** Takes the next piece. */
  append(piece: string): void;
  /** Writes what waits. Throws when it cannot be kept. */
  flush(): void;
  /** Everything taken so far, written or waiting. */
  text(): string;
  /** Takes and writes nothing any more. */
  close(): void;
}

export interface ReplyWriterParts {
  readonly db: Db;
  readonly emit: Emit;
  readonly clientId: string;
  readonly replyId: string;
  /** Called once when a piece cannot be kept (the error), or when the reply is gone or was ended elsewhere (null). */
  readonly onFailure: (error: unknown) => void;
}

export function createReplyWriter(parts: ReplyWriterParts): ReplyWriter {
  const { db, emit, clientId, replyId } = parts;
  let text = '';
  let written = 0;
  let writtenAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | null = null;
  let isOpen = true;

  const close = (): void => {
    isOpen = false;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const write = (end: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!isOpen || end <= written) return;
    const appended = text.slice(written, end);
    if (!appendReplyText(db, clientId, replyId, appended)) {
      close();
      parts.onFailure(null);
      return;
    }
    written = end;
    writtenAt = performance.now();
    emit('reply:streamed', { replyId, clientId, appended, length: written });
  };
  const writeNow = (): void => {
    try {
      write(wholeEnd(text));
    } catch (error) {
      close();
      parts.onFailure(error);
    }
  };
  return {
    append(piece) {
      if (!isOpen) return;
      text += piece;
      const wait = writtenAt + WRITE_EVERY_MS - performance.now();
      if (wait <= 0) writeNow();
      else timer ??= setTimeout(writeNow, wait);
    },
    flush: () => write(text.length),
    text: () => text,
    close,
  };
}

/** Length without a trailing half of a surrogate pair: half a character cannot be kept. */
function wholeEnd(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
