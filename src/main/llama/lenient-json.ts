/** A value and whether the text held all of it. */
export interface Read {
  readonly value: unknown;
  /** False where the text ended, or stopped making sense, before the value did. */
  readonly isWhole: boolean;
  /** Where reading stopped. */
  readonly end: number;
}

const words: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
  NaN: null,
  undefined: null,
};
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”' };
/** Deeper than anything that is asked for. */
const deepest = 50;

/**
 * Reads one value as models write it: JSON with commas too many or missing, comments, single quotes, words of Python, line
 * ends and quotes inside texts, names without quotes. Text behind the value is left alone. Never throws.
 */
export function readLenient(text: string, from: number): Read {
  const reader = new Reader(text, from);
  const value = reader.value(0);
  return { value, isWhole: reader.isWhole, end: reader.at };
}

class Reader {
  readonly #text: string;
  at: number;
  isWhole = true;

  constructor(text: string, from: number) {
    this.#text = text;
    this.at = from;
  }

  value(depth: number): unknown {
    this.#skip(/(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y);
    const next = this.#text[this.at];
    if (next === undefined || depth > deepest) return this.#broken();
    if (next === '{') return this.#object(depth);
    if (next === '[') return this.#array(depth);
    if (closers[next] !== undefined) return this.#string();
    return this.#bare();
  }

  #object(depth: number): unknown {
    const entries: [string, unknown][] = [];
    this.at += 1;
    while (this.isWhole) {
      this.#skipGaps();
      if (this.#take('}')) break;
      const key = this.#key();
      if (key === null) this.#broken();
      else entries.push([key, this.value(depth + 1)]);
    }
    return Object.fromEntries(entries);
  }

  #array(depth: number): unknown {
    const values: unknown[] = [];
    this.at += 1;
    while (this.isWhole) {
      this.#skipGaps();
      if (this.#take(']')) break;
      values.push(this.value(depth + 1));
    }
    return values;
  }

  #key(): string | null {
    const quote = closers[this.#text[this.at] ?? ''];
    const key = quote === undefined ? this.#match(/[A-Za-z_$][\w$-]*/y) : this.#string();
    this.#skip(/\s*/y);
    return key !== null && this.#take(':') ? key : null;
  }

  /** A quote ends a text only where something of JSON follows it: models forget to escape the ones inside. */
  #string(): string {
    const closer = closers[this.#text[this.at] ?? ''] ?? '"';
    this.at += 1;
    let value = '';
    for (;;) {
      const letter = this.#text[this.at];
      if (letter === undefined) {
        this.#broken();
        return value;
      }
      this.at += 1;
      if (letter === '\\') value += this.#escape();
      else if (letter === closer && this.#isEndOfText()) return value;
      else value += letter;
    }
  }

  #isEndOfText(): boolean {
    const rest = this.#match(/\s*(?:[,:}\]]|$|["'“]\s*[\w ]{1,60}["'”]\s*:)/y, false);
    return rest !== null;
  }

  #escape(): string {
    const unicode = this.#match(/u[\da-fA-F]{4}/y);
    if (unicode !== null) return String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
    const letter = this.#text[this.at] ?? '';
    this.at += 1;
    return escapes[letter] ?? letter;
  }

  #bare(): unknown {
    const word = this.#match(/[-+.\w]+/y);
    if (word === null) return this.#broken();
    // The end of the text may have cut the rest of it off.
    if (this.at >= this.#text.length) this.isWhole = false;
    if (Object.hasOwn(words, word)) return words[word];
    const number = Number(word);
    return Number.isFinite(number) ? number : this.#broken();
  }

  #broken(): undefined {
    this.isWhole = false;
    return undefined;
  }

  #skipGaps(): void {
    this.#skip(/(?:[\s,]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y);
  }

  #skip(pattern: RegExp): void {
    this.#match(pattern);
  }

  #take(letter: string): boolean {
    if (this.#text[this.at] !== letter) return false;
    this.at += 1;
    return true;
  }

  #match(pattern: RegExp, isTaken = true): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null && isTaken) this.at += found.length;
    return found;
  }
}
