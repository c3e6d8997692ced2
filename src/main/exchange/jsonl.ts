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
  const lines: Line<z.output<S>>[] = [];
  const errors: string[] = [];
  const seen = new Map<string, number>();
  jsonl.split(/\r?\n/).forEach((text, at) => {
    if (text.trim() === '') return;
    const parsed = parseRow(text, schema);
    if ('error' in parsed) return void errors.push(`Line ${at + 1}: ${parsed.error}`);
    const key = keyOf(parsed.row);
    const first = seen.get(key);
    if (first !== undefined) errors.push(`Line ${at + 1}: ${key} stands in line ${first} already`);
    seen.set(key, at + 1);
    lines.push({ number: at + 1, row: parsed.row });
  });
  if (errors.length === 0) return lines;
  const more = errors.length > mostErrors ? [`… and ${errors.length - mostErrors} more`] : [];
  throw new DeskError(
    'bad_input',
    ['Nothing was imported. Correct these lines:', ...errors.slice(0, mostErrors), ...more].join('\n'),
  );
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
