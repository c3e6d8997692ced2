import { z } from 'zod';
import { insightCategories, insightStatuses, type InsightSource } from '../../shared/insight.ts';
import { signalLanguages } from '../../shared/language.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listInsights, saveInsight, type InsightDraft, type InsightFilter } from '../db/insights.ts';
import { parseJsonl, slugSchema, toJsonl, type ImportCount } from '../exchange/jsonl.ts';

const line = (longest: number) => z.string().trim().min(1).max(longest);

/** One line of an import. The key is `slug`, or `id` as the starter pack has it. Unknown fields are refused: they are typos. */
const rowSchema = z
  .strictObject({
    id: slugSchema.optional(),
    slug: slugSchema.optional(),
    text: line(1_000),
    guidance: z.string().trim().max(2_000).default(''),
    category: z.enum(insightCategories),
    language: z.enum(signalLanguages),
    triggers: z.array(line(200)).max(100).default([]),
    status: z.enum(insightStatuses).optional(),
  })
  .refine((row) => row.slug ?? row.id, 'slug is missing')
  .transform(({ id, slug, ...rest }): InsightDraft => ({
    ...rest,
    slug: slug ?? id ?? '',
    triggers: [...new Set(rest.triggers)],
  }));

/**
 * Takes insights from JSONL text, one object a line: adds new slugs, changes known ones, all in one transaction. Rows equal to what
 * is there change nothing. Throws DeskError `bad_input` naming every bad line (the first 20) and imports nothing then.
 */
export function importInsights(db: Db, clock: Clock, jsonl: string, source: InsightSource): ImportCount {
  const lines = parseJsonl(jsonl, rowSchema, (draft) => draft.slug);
  const now = clock.now();
  const count = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const { row } of lines) count[saveInsight(db, now, row, source)]++;
  })();
  return count;
}

/** Insights as JSONL that `importInsights` takes back unchanged, by slug. Empty string when there are none. */
export function exportInsights(db: Db, filter: InsightFilter = {}): string {
  return toJsonl(
    listInsights(db, filter).map(({ slug, text, guidance, category, language, triggers, status }) => ({
      slug,
      text,
      guidance,
      category,
      language,
      triggers,
      status,
    })),
  );
}
