/** What a reply said of the insights it used, in the machine line that ends it. */
export interface Naming {
  /** `missing`: no line came. `unreadable`: it names neither an id nor "none". */
  readonly kind: 'named' | 'none' | 'missing' | 'unreadable';
  /** What the line names, as written, each once. */
  readonly ids: readonly string[];
}

/** Takes the machine line out of the text of one turn while it streams, in pieces of any size. */
export interface MachineLineFilter {
  /** Takes the next piece; what of the text so far may be shown now. Only what may belong to the line waits. */
  push(piece: string): string;
  /** The text has ended, whole or cut: the rest that may be shown. */
  end(): string;
  /** What the last line said. To be asked after `end`. */
  naming(): Naming;
}

/** How the rules tell the model to end a reply: `<<used: h1 r2>>` or `<<used: none>>`. Slips of it are understood too. */
const OPENING = /([`*_~]{0,3})[<«‹]{1,6}[ \t]*used[ \t]*:/iy;
/** The beginning of an opening, at the end of a text. */
const BEGINNING = /[`*_~]{0,3}(?:[<«‹]{1,6}[ \t]*(?:u(?:s(?:e(?:d[ \t]*)?)?)?)?)?$/iy;
const SPACE = /\s+/y;
/** Plain text up to the next place where a line may begin. */
const PLAIN = /[^][^\s`*_~<«‹]*/y;
const IDS = /(?:[\s,;.]*(?:[a-z]\d{1,9}|none)(?![\p{L}\p{N}]))*/iuy;
const SEPARATORS = /[\s,;.]*/y;
const CLOSING = /[>»›]+/y;
const BROKEN_END = /[>»›\n]/;
/** A line with other words than ids ends within so many characters, or is no line. */
const LONGEST_BROKEN = 200;

export function createMachineLineFilter(): MachineLineFilter {
  return new Filter();
}

/** A text without its machine lines. For texts that were not filtered as they came. */
export function withoutMachineLine(text: string): string {
  const filter = createMachineLineFilter();
  return filter.push(text) + filter.end();
}

/** A line that was found: where it ends, what stands in it, and what before it is text after all. */
interface Found {
  readonly end: number;
  readonly body: string;
  readonly textBefore: string;
}

/** Marks of bold or code type right before a line. */
interface Marks {
  readonly text: string;
  readonly isAfterWord: boolean;
}

class Filter implements MachineLineFilter {
  /** White space after what was shown: it waits, as a line may follow, and a text does not end with it then. */
  #gap = '';
  /** White space after a line. Of that on both sides of a line in the middle, the wider is shown. */
  #gapAfterLine = '';
  /** What may be a line, from its first character. */
  #held = '';
  #isAfterLine = false;
  #hasShown = false;
  #lastBody: string | null = null;

  push(piece: string): string {
    return this.#read(this.#held + piece, false);
  }

  end(): string {
    const shown = this.#read(this.#held, true);
    const rest = this.#isAfterLine ? '' : this.#gap;
    this.#clearGaps();
    return shown + rest;
  }

  naming(): Naming {
    if (this.#lastBody === null) return { kind: 'missing', ids: [] };
    const words: readonly string[] = this.#lastBody.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const ids = [...new Set(words.filter((word) => /^[a-z]\d+$/.test(word)))];
    if (ids.length > 0) return { kind: 'named', ids };
    return { kind: words.includes('none') ? 'none' : 'unreadable', ids };
  }

  #read(text: string, isWhole: boolean): string {
    let shown = '';
    let at = 0;
    this.#held = '';
    while (at < text.length) {
      const space = matchAt(SPACE, text, at);
      if (space !== null) {
        this.#addGap(space[0]);
        at += space[0].length;
        continue;
      }
      const opening = matchAt(OPENING, text, at);
      if (opening !== null) {
        const marks = { text: opening[1] ?? '', isAfterWord: this.#gap === '' && this.#hasShown };
        const found = readLine(text, at + opening[0].length, marks, isWhole);
        if (found === null) return this.#wait(shown, text, at);
        if (found.textBefore !== '') shown += this.#show(found.textBefore);
        this.#lastBody = found.body;
        this.#passLine();
        at = found.end;
        continue;
      }
      const beginning = matchAt(BEGINNING, text, at);
      if (beginning !== null) {
        if (!isWhole) return this.#wait(shown, text, at);
        // The end of bold type stands right after a word; anything else here is the beginning of a line that was cut.
        if (/^[`*_~]+$/.test(beginning[0]) && this.#gap === '') return shown + this.#show(beginning[0]);
        this.#passLine();
        return shown;
      }
      const plain = matchAt(PLAIN, text, at)?.[0] ?? '';
      shown += this.#show(plain);
      at += plain.length;
    }
    return shown;
  }

  #wait(shown: string, text: string, at: number): string {
    this.#held = text.slice(at);
    return shown;
  }

  #show(text: string): string {
    const shown = this.#wider() + text;
    this.#clearGaps();
    this.#isAfterLine = false;
    this.#hasShown = true;
    return shown;
  }

  #passLine(): void {
    this.#gap = this.#wider();
    this.#gapAfterLine = '';
    this.#isAfterLine = true;
  }

  #addGap(space: string): void {
    if (this.#isAfterLine) this.#gapAfterLine += space;
    else this.#gap += space;
  }

  #wider(): string {
    return this.#gapAfterLine.length > this.#gap.length ? this.#gapAfterLine : this.#gap;
  }

  #clearGaps(): void {
    this.#gap = '';
    this.#gapAfterLine = '';
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads a line from after its opening. Null: more must come before it is known where it ends. */
function readLine(text: string, from: number, marks: Marks, isWhole: boolean): Found | null {
  const afterIds = from + (matchAt(IDS, text, from)?.[0].length ?? 0);
  const next = afterIds + (matchAt(SEPARATORS, text, afterIds)?.[0].length ?? 0);
  if (next === text.length) return isWhole ? lineTo(text, from, next) : null;
  const closing = matchAt(CLOSING, text, next);
  if (closing !== null)
    return closedLine(text, { from, next, end: next + closing[0].length }, marks, isWhole);
  if (!isWhole && isBeginningOfId(text.slice(next))) return null;
  if (text.slice(afterIds, next).includes('\n')) return lineTo(text, from, afterIds);
  return brokenLine(text, { from, afterIds, next }, isWhole);
}

function lineTo(text: string, from: number, end: number): Found {
  return { end, body: text.slice(from, end), textBefore: '' };
}

/** Marks of bold or code type around the line go with it; those that end the text before it stay. */
function closedLine(
  text: string,
  { from, next, end }: { readonly from: number; readonly next: number; readonly end: number },
  marks: Marks,
  isWhole: boolean,
): Found | null {
  if (end === text.length && !isWhole) return null;
  const body = text.slice(from, next);
  const mirrored = marks.text.split('').reverse().join('');
  const after = text.slice(end, end + mirrored.length);
  if (after === mirrored) return { end: end + after.length, body, textBefore: '' };
  if (text.length < end + mirrored.length && mirrored.startsWith(after)) {
    if (!isWhole) return null;
    if (!marks.isAfterWord) return { end: text.length, body, textBefore: '' };
  }
  return { end, body, textBefore: marks.text };
}

function isBeginningOfId(text: string): boolean {
  return /^(?:[a-z]\d*|n|no|non|none)$/i.test(text);
}

/** A line that holds other words: it ends where it is closed or its line of text ends. */
function brokenLine(
  text: string,
  { from, afterIds, next }: { readonly from: number; readonly afterIds: number; readonly next: number },
  isWhole: boolean,
): Found | null {
  const rest = text.slice(next, next + LONGEST_BROKEN);
  const brokenAt = rest.search(BROKEN_END);
  if (brokenAt === -1) {
    if (rest.length === LONGEST_BROKEN) return lineTo(text, from, afterIds);
    return isWhole ? lineTo(text, from, text.length) : null;
  }
  const end = next + brokenAt;
  const closing = matchAt(CLOSING, text, end);
  if (closing === null) return lineTo(text, from, end);
  const closedAt = end + closing[0].length;
  if (closedAt === text.length && !isWhole) return null;
  return { end: closedAt, body: text.slice(from, end), textBefore: '' };
}
