import { unlessAborted } from '../abort.ts';

interface Turn {
  give: (() => void) | null;
}

/** Lets so many do something at once; the others wait for their turn, in order. */
export class Turns {
  readonly #most: number;
  #taken = 0;
  readonly #waiting: Turn[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Rejects with the signal's reason where that aborts during the wait; the turn goes to the next one then. */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.#myTurn(signal);
    try {
      return await work();
    } finally {
      this.#pass();
    }
  }

  async #myTurn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#taken < this.#most) {
      this.#taken += 1;
      return;
    }
    const turn: Turn = { give: null };
    const given = new Promise<void>((resolve) => {
      turn.give = resolve;
    });
    this.#waiting.push(turn);
    try {
      await unlessAborted(given, signal);
    } catch (error) {
      const place = this.#waiting.indexOf(turn);
      // Given in the moment it was given up.
      if (place === -1) this.#pass();
      else this.#waiting.splice(place, 1);
      throw error;
    }
  }

  // A turn is handed on as it is; only where nobody waits is it free.
  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next.give?.();
    else this.#taken -= 1;
  }
}
