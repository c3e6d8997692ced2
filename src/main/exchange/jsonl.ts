import { z } from 'zod';
import { DeskError } from '../../shared/fault.ts';

/** What an import did: rows that were new, that differed, and that were there already. */
export interface ImportCount {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The stable key of a row across imports and exports. */
export const slugSchema = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be words in lower case joined by hyphens');

/** Errors shown at most; a file of the wrong kind has one per line. */
const mostErrors = 20;

export interface Line<T> {
  /** Counted from 1. */
  readonly number: number;
  readonly row: T;
}

/** One object a line. Empty string for no rows. */
export function toJsonl(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Parses one object a line, each key once. Throws DeskError `bad_input` that names the bad lines (the first 20). */
export function parseJsonl<S extends z.ZodType>(
  jsonl: string,
  schema: S,
  keyOf: (row: z.output<S>) => string,
): Line<z.output<S>>[] {
  const { lines, problems } = readJsonl(jsonl, schema);
  problems.push(...repeatedKeys(lines, keyOf));
  refuseLines('Nothing was imported. Correct these lines:', 'Line', problems);
  return lines;
}

/** What is wrong with a line. */
export interface LineProblem {
  readonly number: number;
  readonly reason: string;
}

/** The objects of JSONL text, and what is wrong with the lines that fit no schema. Empty lines are skipped. */
export function readJsonl<S extends z.ZodType>(
  jsonl: string,
  schema: S,
): { readonly lines: Line<z.output<S>>[]; readonly problems: LineProblem[] } {
  const lines: Line<z.output<S>>[] = [];
  const problems: LineProblem[] = [];
  jsonl.split(/\r?\n/).forEach((text, at) => {
    if (text.trim() === '') return;
    const parsed = parseRow(text, schema);
    if ('error' in parsed) problems.push({ number: at + 1, reason: parsed.error });
    else lines.push({ number: at + 1, row: parsed.row });
  });
  return { lines, problems };
}

/** A problem for every line whose key stands in an earlier one. */
export function repeatedKeys<T>(lines: readonly Line<T>[], keyOf: (row: T) => string): LineProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ number, row }) => {
    const key = keyOf(row);
    const first = seen.get(key);
    seen.set(key, number);
    return first === undefined ? [] : [{ number, reason: `${key} stands in line ${first} already` }];
  });
}

/** Throws DeskError `bad_input` with the first 20 problems as "`place` 3: …", in their order; nothing when there are none. */
export function refuseLines(heading: string, place: string, problems: readonly LineProblem[]): void {
  if (problems.length === 0) return;
  const errors = [...problems]
    .sort((left, right) => left.number - right.number)
    .map(({ number, reason }) => `${place} ${number}: ${reason}`);
  const more = errors.length > mostErrors ? [`… and ${errors.length - mostErrors} more`] : [];
  throw new DeskError('bad_input', [heading, ...errors.slice(0, mostErrors), ...more].join('\n'));
}

function parseRow<S extends z.ZodType>(text: string, schema: S): { row: z.output<S> } | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { error: 'is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  const issues = parsed.error.issues.flatMap(flatten);
  return { error: [...new Set(issues)].join('; ') };
}

/** Of a union, the complaint about the shape that came nearest; the others only say that it is not them. */
function flatten(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.filter(
      (errors) => !errors.some((one) => one.path.length === 0 && one.code === 'invalid_type'),
    );
    const nearest = branches[0] ?? issue.errors[0];
    if (nearest && nearest.length > 0)
      return nearest.flatMap((one) => flatten({ ...one, path: [...issue.path, ...one.path] }));
  }
  return [`${issue.path.join('.') || 'row'}: ${issue.message}`];
}
