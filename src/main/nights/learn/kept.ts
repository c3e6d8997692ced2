import type { GatheredConversation } from './gather.ts';
import type { Hiding } from './hiding.ts';
import type { AskedMiss } from './misses/ask.ts';

/** What was read of a day, and what may fit the messages that search missed. */
export interface ReadDay extends Hiding {
  readonly conversations: readonly GatheredConversation[];
  misses: readonly AskedMiss[] | null;
}

/**
 * What one run of a night's job leaves to the next in this process, since each begins from the top: what was read of the day, as long
 * as nothing of it changed, and the steps that came to nothing. Lost without harm.
 */
export class Kept {
  #key: string | null = null;
  #day: ReadDay | null = null;
  #jobId: string | null = null;
  readonly failed = new Map<string, string>();

  /** The day as it was read under this key, or as `read` reads it now. */
  async day(jobId: string, key: string, read: () => Promise<ReadDay>): Promise<ReadDay> {
    if (this.#jobId !== jobId) this.clear();
    this.#jobId = jobId;
    if (this.#day && this.#key === key) return this.#day;
    const day = await read();
    this.#key = key;
    this.#day = day;
    return day;
  }

  /** The night is over: nothing of a client stays in memory. */
  clear(): void {
    this.#key = null;
    this.#day = null;
    this.#jobId = null;
    this.failed.clear();
  }
}
