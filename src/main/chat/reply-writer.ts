import type { Emit } from '../../shared/events.ts';
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

/** A writer of a reply that is `streaming`, with no text yet. Only `flush` throws; other failures go to `onFailure`. */
export function createReplyWriter(parts: ReplyWriterParts): ReplyWriter {
  return new PacedWriter(parts);
}

class PacedWriter implements ReplyWriter {
  readonly #parts: ReplyWriterParts;
  #text = '';
  #written = 0;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | null = null;
  #isOpen = true;

  constructor(parts: ReplyWriterParts) {
    this.#parts = parts;
  }

  append(piece: string): void {
    if (!this.#isOpen) return;
    this.#text += piece;
    const wait = this.#writtenAt + WRITE_EVERY_MS - performance.now();
    if (wait <= 0) this.#writeNow();
    else this.#timer ??= setTimeout(() => this.#writeNow(), wait);
  }

  flush(): void {
    this.#write(this.#text.length);
  }

  text(): string {
    return this.#text;
  }

  close(): void {
    this.#isOpen = false;
    this.#stopWaiting();
  }

  #writeNow(): void {
    try {
      this.#write(wholeEnd(this.#text));
    } catch (error) {
      this.#fail(error);
    }
  }

  #write(end: number): void {
    const { db, emit, clientId, replyId } = this.#parts;
    this.#stopWaiting();
    if (!this.#isOpen || end <= this.#written) return;
    const appended = this.#text.slice(this.#written, end);
    if (!appendReplyText(db, clientId, replyId, appended)) return this.#fail(null);
    this.#written = end;
    this.#writtenAt = performance.now();
    emit('reply:streamed', { replyId, clientId, appended, length: end });
  }

  #fail(error: unknown): void {
    this.close();
    this.#parts.onFailure(error);
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Length without a trailing half of a surrogate pair: half a character cannot be kept. */
function wholeEnd(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}
