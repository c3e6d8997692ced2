import { z } from 'zod';
import { DeskError } from '../../shared/fault.ts';
import { readJsonl, refuseLines, type Line, type LineProblem } from '../exchange/jsonl.ts';

/** A file of an evaluation set: its name for errors, and its text. */
export interface SetFile {
  readonly name: string;
  readonly jsonl: string;
}

/** Fields that name groups: carried into the figures, whatever they hold. */
export const groupName = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim())
  .nullish()
  .transform((value) => value || null);

/** Text that must hold something. */
export const filled = z.string().trim().min(1);

/**
 * The rows of a file. `check` says what is wrong with rows that fit the schema. Throws DeskError `bad_input` naming file and line
 * of everything that is wrong, and for a file without rows.
 */
export function readSet<S extends z.ZodType>(
  file: SetFile,
  schema: S,
  check: (lines: readonly Line<z.output<S>>[]) => readonly LineProblem[] = () => [],
): Line<z.output<S>>[] {
  const { lines, problems } = readJsonl(file.jsonl, schema);
  const heading = 'Nothing was evaluated. Correct these lines:';
  refuseLines(heading, `${file.name} line`, [...problems, ...check(lines)]);
  if (lines.length === 0)
    throw new DeskError('bad_input', `${file.name} holds no rows: nothing to evaluate.`);
  return lines;
}
