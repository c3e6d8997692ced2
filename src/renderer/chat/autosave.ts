/** Long enough not to write at every key, short enough that a crash costs half a word. */
export const AUTOSAVE_MS = 300;

/** Unsent text of the composer, to be kept. */
export interface Unsent {
  readonly clientId: string;
  readonly author: 'client' | 'desk';
  readonly text: string;
}

export interface Autosave {
  /** Keeps the text when nothing newer of the same composer came for the delay. */
  readonly note: (unsent: Unsent) => void;
  /** Keeps all that waits, now. */
  readonly flush: () => void;
}

/** Debounced keeping of composer texts, per client and author: one never displaces another. */
export function openAutosave(save: (unsent: Unsent) => void, delayMs: number): Autosave {
  const waiting = new Map<string, { unsent: Unsent; timer: ReturnType<typeof setTimeout> }>();
  const keep = (key: string) => {
    const entry = waiting.get(key);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    waiting.delete(key);
    save(entry.unsent);
  };
  return {
    note(unsent) {
      const key = `${unsent.clientId} ${unsent.author}`;
      const before = waiting.get(key);
      if (before !== undefined) clearTimeout(before.timer);
      waiting.set(key, { unsent, timer: setTimeout(() => keep(key), delayMs) });
    },
    flush() {
      for (const key of waiting.keys()) keep(key);
    },
  };
}
