import { z } from 'zod';
import { DeskError } from '../../shared/fault.ts';
import { insightCategories, insightStatuses, type InsightSource } from '../../shared/insight.ts';
import { signalLanguages } from '../../shared/language.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listInsights, saveInsight, type InsightDraft, type InsightFilter } from '../db/insights.ts';

export interface ImportCount {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be words in lower case joined by hyphens');
const line = (longest: number) => z.string().trim().min(1).max(longest);

/** One line of an import. The key is `slug`, or `id` as the starter pack has it. Unknown fields are refused: they are typos. */
const rowSchema = z
  .strictObject({
    id: slug.optional(),
    slug: slug.optional(),
    text: line(1_000),
    guidance: z.string().trim().max(2_000).default(''),
    category: z.enum(insightCategories),
    language: z.enum(signalLanguages),
    triggers: z.array(line(200)).max(100).default([]),
    status: z.enum(insightStatuses).optional(),
  })
  .refine((row) => row.slug ?? row.id, 'slug is missing');

/** Errors shown at most; a file of the wrong kind has one per line. */
const mostErrors = 20;

/**
 * Takes insights from JSONL text, one object a line: adds new slugs, changes known ones, all in one transaction. Rows equal to what
 * is there change nothing. Throws DeskError `bad_input` naming every bad line (the first 20) and imports nothing then.
 */
export function importInsights(db: Db, clock: Clock, jsonl: string, source: InsightSource): ImportCount {
  const drafts = parseRows(jsonl);
  const now = clock.now();
  const count = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const draft of drafts) count[saveInsight(db, now, draft, source)]++;
  })();
  return count;
}

/** Insights as JSONL that `importInsights` takes back unchanged, by slug. Empty string when there are none. */
export function exportInsights(db: Db, filter: InsightFilter = {}): string {
  return listInsights(db, filter)
    .map(({ slug, text, guidance, category, language, triggers, status }) =>
      JSON.stringify({ slug, text, guidance, category, language, triggers, status }),
    )
    .map((row) => `${row}\n`)
    .join('');
}

function parseRows(jsonl: string): InsightDraft[] {
  const drafts: InsightDraft[] = [];
  const errors: string[] = [];
  const lineOfSlug = new Map<string, number>();
  jsonl.split(/\r?\n/).forEach((text, at) => {
    if (text.trim() === '') return;
    const row = parseRow(text);
    if (typeof row === 'string') return void errors.push(`Line ${at + 1}: ${row}`);
    const first = lineOfSlug.get(row.slug);
    if (first !== undefined) errors.push(`Line ${at + 1}: slug ${row.slug} stands in line ${first} already`);
    lineOfSlug.set(row.slug, at + 1);
    drafts.push(row);
  });
  if (errors.length === 0) return drafts;
  const more = errors.length > mostErrors ? [`… and ${errors.length - mostErrors} more`] : [];
  throw new DeskError(
    'bad_input',
    ['Nothing was imported. Correct these lines:', ...errors.slice(0, mostErrors), ...more].join('\n'),
  );
}

/** The draft, or what is wrong with the line. */
function parseRow(text: string): InsightDraft | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'is not JSON';
  }
  const parsed = rowSchema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues
      .map(({ path, message }) => `${path.join('.') || 'row'}: ${message}`)
      .join('; ');
  const { id, slug: key, ...rest } = parsed.data;
  return { ...rest, slug: key ?? id ?? '', triggers: [...new Set(rest.triggers)] };
}
