import { stripVTControlCharacters } from 'node:util';

/** Where a command speaks: results on stdout, remarks on stderr. A reader that left (`| head`) is no error. */
export interface Output {
  /** With --json, people's words are left out and the result is one JSON document. */
  readonly isJson: boolean;
  /** A person is reading stdout as it comes. */
  readonly isLive: boolean;
  /** The result of a command: `value` as JSON, or what `text` says. */
  result(value: unknown, text: () => string): void;
  /** Words for people, at once and as they are; nothing with --json. */
  write(text: string): void;
  /** One line on stderr: a remark that is no part of the result. */
  remark(text: string): void;
}

export function openOutput(isJson: boolean): Output {
  const { stdout, stderr } = process;
  const put = (text: string) => {
    if (stdout.writable) stdout.write(stdout.isTTY ? plainText(text) : text);
  };
  return {
    isJson,
    isLive: !isJson && stdout.isTTY,
    result: (value, text) => put(isJson ? `${JSON.stringify(value, null, 2)}\n` : endLine(text())),
    write: (text) => {
      if (!isJson) put(text);
    },
    remark: (text) => {
      if (stderr.writable) stderr.write(endLine(text));
    },
  };
}

/** Control characters but tab and line feed, and escape characters that begin no colour. */
// eslint-disable-next-line no-control-regex -- Control characters are what it names.
const steering = /(?!\u001B\[[\d;]*m|[\t\n])\p{Cc}/gu;

/** A text that a terminal shows and does not obey: what clients wrote must not move the cursor or set a title. */
export function plainText(text: string): string {
  return text.replaceAll(steering, '');
}

/** Writing to a pipe whose reader left must neither throw nor end the work that is going on. */
export function forgiveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Says what is wrong, if anything is. */
export function remarkOn(out: Output, problem: string | null): void {
  if (problem !== null) out.remark(problem);
}

/** Columns side by side, each as wide as its widest cell; the last one is free. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => width(row[index] ?? ''))));
  const pad = (cell: string, index: number, row: readonly string[]) =>
    index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - width(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** The first line of a text, shortened to `length` characters. */
export function oneLine(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

/** Local date and time as `2026-11-22 10:05`. */
export function dateTime(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16).replace('T', ' ');
}

/** Milliseconds for people: "0.4 ms", "6 ms", "1.9 s". */
export function span(ms: number): string {
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`;
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** US dollars with as many digits as a small amount needs. */
export function dollars(amount: number): string {
  return `$${amount < 0.01 ? amount.toFixed(6) : amount.toFixed(4)}`;
}

// Colours take no room.
function width(text: string): number {
  return stripVTControlCharacters(text).length;
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
