import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '../../../shared/fault.ts';
import { insightCategories, type InsightCategory } from '../../../shared/insight.ts';
import { signalLanguages, type SignalLanguage } from '../../../shared/language.ts';

/** One thing to ask the model about: signals of a category, in a culture, in a situation. */
export interface Cell {
  /** `category/culture/situation`; insights carry it. */
  readonly name: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
  /** What the category, the culture and the situation are about, in words. */
  readonly about: { readonly category: string; readonly culture: string; readonly situation: string };
}

export interface Plan {
  /** Changes with the files. */
  readonly version: string;
  readonly cells: readonly Cell[];
}

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be small letters, digits and underscores');
const about = z.string().trim().min(1, 'is missing').max(300);
const categories = z.array(z.enum(insightCategories)).min(1, 'names no category');
const tables = {
  categories: z.strictObject({ category: z.enum(insightCategories), about }),
  cultures: z.strictObject({ culture: name, language: z.enum(signalLanguages), about }),
  situations: z.strictObject({
    situation: name,
    categories: z
      .string()
      .transform((words) => words.split(' ').filter(Boolean))
      .pipe(categories),
    about,
  }),
};

/**
 * Reads the plan from its folder (`resources/knowledge-plan`): tables with tabs between the columns, made to be edited.
 * Throws DeskError `file_unreadable` that names file, line and what is wrong.
 */
export function readPlan(dir: string): Plan {
  const hash = createHash('sha256');
  const read = <T>(table: string, row: z.ZodType<T>): T[] => {
    const text = readTable(dir, table);
    hash.update(`${table}\0${text}\0`);
    return rowsOf(`${table}.tsv`, text, row);
  };
  const known = new Map(read('categories', tables.categories).map((row) => [row.category, row.about]));
  const cultures = read('cultures', tables.cultures);
  const situations = read('situations', tables.situations);
  const cells = situations.flatMap(({ situation, categories: suited, about: when }) =>
    suited.flatMap((category) => {
      const what = known.get(category);
      if (what === undefined) throw unreadable(`categories.tsv says nothing of ${category}.`);
      return cultures.map(({ culture, language, about: who }): Cell => ({
        name: `${category}/${culture}/${situation}`,
        category,
        language,
        about: { category: what, culture: who, situation: when },
      }));
    }),
  );
  const names = new Set(cells.map((cell) => cell.name));
  if (names.size < cells.length) throw unreadable('A culture, a situation or a category stands there twice.');
  if (cells.length === 0) throw unreadable('It is empty.');
  return { version: hash.digest('hex').slice(0, 8), cells };
}

function readTable(dir: string, table: string): string {
  try {
    return readFileSync(join(dir, `${table}.tsv`), 'utf8');
  } catch (error) {
    throw unreadable(`${join(dir, `${table}.tsv`)} cannot be read.`, error);
  }
}

function rowsOf<T>(file: string, text: string, row: z.ZodType<T>): T[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const columns = head.split('\t');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const parsed = row.safeParse(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])));
    if (parsed.success && cells.length <= columns.length) return [parsed.data];
    const issue = parsed.success ? 'more columns than names of columns' : wordsOf(parsed.error);
    throw unreadable(`${file}, line ${index + 2}: ${issue}.`);
  });
}

function wordsOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
}

function unreadable(what: string, cause?: unknown): DeskError {
  return new DeskError('file_unreadable', `The plan for knowledge cannot be used. ${what}`, { cause });
}
