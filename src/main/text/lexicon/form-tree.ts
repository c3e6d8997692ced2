/** A text as a tree walks it. */
export interface Walk {
  readonly size: number;
  /** What the word at a place may be called in the tree, surest first. */
  keysAt(at: number): readonly string[];
  /** Whether the word at a place may stand between two words of a phrase that has it not. */
  isFiller(at: number): boolean;
}

export interface TreeMatch<T> {
  /** Place after the last word. */
  readonly end: number;
  /** Words matched, those stepped over not counted. */
  readonly length: number;
  readonly values: readonly T[];
}

/** Fillers in a row that are stepped over. */
const mostFillers = 2;

/**
 * Words in a row and what they stand for, found by their longest match. Two tables of paths ("non", "non me", "non me la") instead of
 * a node per word: reading 25,000 forms takes half the time and memory.
 */
export class FormTree<T> {
  readonly #forms = new Map<string, readonly T[]>();
  /** Paths that longer forms begin with. */
  readonly #prefixes = new Set<string>();
  readonly #beginnings = new Map<string, readonly T[]>();
  #shortest = Number.POSITIVE_INFINITY;

  /** `keys`: one per word. */
  add(keys: readonly string[], value: T): void {
    let path = keys[0] ?? '';
    for (let at = 1; at < keys.length; at++) {
      this.#prefixes.add(path);
      path = `${path} ${keys[at]}`;
    }
    append(this.#forms, path, value);
  }

  /** Stands for every word that begins like this. */
  addBeginning(beginning: string, value: T): void {
    append(this.#beginnings, beginning, value);
    this.#shortest = Math.min(this.#shortest, beginning.length);
  }

  /** All words that stand for something by themselves. */
  singles(): string[] {
    return [...this.#forms.keys()].filter((path) => !path.includes(' ') && !path.startsWith('~'));
  }

  /** What a word stands for by itself. */
  single(word: string): readonly T[] {
    return this.#forms.get(word) ?? [];
  }

  /** The most words from `start` on, up to `most`, that stand for something; null when not even one does. */
  longestAt(start: number, walk: Walk, most = Number.POSITIVE_INFINITY): TreeMatch<T> | null {
    if (most < 1) return null;
    let best: TreeMatch<T> | null = null;
    const step = (path: string, at: number, length: number): void => {
      const values = this.#forms.get(path);
      if (values && length > (best?.length ?? 0)) best = { end: at, length, values };
      if (length >= most || !this.#prefixes.has(path)) return;
      for (let skipped = 0; skipped <= mostFillers && at + skipped < walk.size; skipped++) {
        for (const key of walk.keysAt(at + skipped)) step(`${path} ${key}`, at + skipped + 1, length + 1);
        if (!walk.isFiller(at + skipped)) return;
      }
    };
    for (const key of walk.keysAt(start)) step(key, start + 1, 1);
    return best ?? this.#byBeginning(start, walk);
  }

  #byBeginning(at: number, walk: Walk): TreeMatch<T> | null {
    const [word = ''] = walk.keysAt(at);
    for (let length = word.length; length >= this.#shortest; length--) {
      const values = this.#beginnings.get(word.slice(0, length));
      if (values) return { end: at + 1, length: 1, values };
    }
    return null;
  }
}

function append<T>(table: Map<string, readonly T[]>, key: string, value: T): void {
  const known = table.get(key);
  if (known) (known as T[]).push(value);
  else table.set(key, [value]);
}
