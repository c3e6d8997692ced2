import type { Insight, InsightCategory, InsightSource, InsightStatus } from '../../shared/insight.ts';
import type { SignalLanguage } from '../../shared/language.ts';
import type { ReviewNote } from '../../shared/review.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

/** What a person or an import says about an insight. */
export interface InsightDraft {
  readonly slug: string;
  readonly text: string;
  readonly guidance: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
  readonly triggers: readonly string[];
  /** Left out: the status it has, `live` for a new one. */
  readonly status?: InsightStatus | undefined;
  /** Why a new one waits for a person. */
  readonly review?: ReviewNote | undefined;
}

export interface InsightFilter {
  readonly status?: InsightStatus;
  readonly category?: InsightCategory;
  readonly language?: SignalLanguage;
}

interface InsightRow {
  id: string;
  slug: string;
  text: string;
  guidance: string;
  category: InsightCategory;
  language: SignalLanguage;
  status: InsightStatus;
  source: InsightSource;
  triggers: string;
  created_at: number;
  updated_at: number;
}

/** Insight with its phrases as a JSON array in the order they were added. */
const insightColumns = `
  i.id, i.slug, i.text, i.guidance, i.category, i.language, i.status, i.source, i.created_at, i.updated_at,
  (SELECT json_group_array(phrase) FROM (SELECT phrase FROM triggers WHERE insight_id = i.id ORDER BY seq)) AS triggers`;

/** Undefined when there is none. */
export function readInsight(db: Db, insightId: string): Insight | undefined {
  const row = db.prepare(`SELECT ${insightColumns} FROM insights i WHERE i.id = ?`).get(insightId);
  return row ? toInsight(row as InsightRow) : undefined;
}

/** Undefined when there is none. */
export function readInsightBySlug(db: Db, slug: string): Insight | undefined {
  const row = db.prepare(`SELECT ${insightColumns} FROM insights i WHERE i.slug = ?`).get(slug);
  return row ? toInsight(row as InsightRow) : undefined;
}

/** Insights that fit every given field of the filter, by slug. */
export function listInsights(db: Db, filter: InsightFilter = {}): Insight[] {
  const rows = db
    .prepare(
      `SELECT ${insightColumns} FROM insights i
       WHERE (@status IS NULL OR i.status = @status) AND (@category IS NULL OR i.category = @category)
         AND (@language IS NULL OR i.language = @language)
       ORDER BY i.slug`,
    )
    .all({
      status: filter.status ?? null,
      category: filter.category ?? null,
      language: filter.language ?? null,
    });
  return (rows as InsightRow[]).map(toInsight);
}

/** Number of live insights: those that search may find. */
export function countLiveInsights(db: Db): number {
  return Number(db.prepare(`SELECT count(*) FROM insights WHERE status = 'live'`).pluck().get());
}

/** Adds or changes the insight with this slug. Writes nothing when nothing differs. A changed one keeps its source. */
export function saveInsight(
  db: Db,
  now: number,
  draft: InsightDraft,
  source: InsightSource,
): 'added' | 'changed' | 'same' {
  return db.transaction(() => {
    const known = readInsightBySlug(db, draft.slug);
    if (!known) {
      addInsight(db, now, draft, source);
      return 'added';
    }
    if (isSame(known, draft)) return 'same';
    changeInsight(db, now, known, draft);
    return 'changed';
  })();
}

/** Returns whether the insight exists. The index follows by itself, since the generation changes. */
export function setInsightStatus(db: Db, now: number, insightId: string, status: InsightStatus): boolean {
  const result = db
    .prepare('UPDATE insights SET status = ?, updated_at = ? WHERE id = ?')
    .run(status, now, insightId);
  return result.changes === 1;
}

/** Returns whether the insight existed. */
export function removeInsight(db: Db, insightId: string): boolean {
  return db.prepare('DELETE FROM insights WHERE id = ?').run(insightId).changes === 1;
}

/** Where a generated insight comes from: the run that made it, and its place in the plan. */
interface InsightOrigin {
  readonly runId: string;
  readonly cell: string;
}

/** Adds an insight whose slug is known to be free. Its id. */
export function addInsight(
  db: Db,
  now: number,
  draft: InsightDraft,
  source: InsightSource,
  origin: InsightOrigin | null = null,
  id = newId(),
): string {
  statement<[object]>(
    db,
    `INSERT INTO insights (id, slug, text, guidance, category, language, status, source, run_id, cell,
         review_reason, review_detail, created_at, updated_at)
       VALUES (@id, @slug, @text, @guidance, @category, @language, @status, @source, @runId, @cell,
         @reviewReason, @reviewDetail, @now, @now)`,
  ).run({
    ...columnsOf(draft),
    ...(origin ?? { runId: null, cell: null }),
    id,
    slug: draft.slug,
    status: draft.status ?? 'live',
    source,
    reviewReason: draft.review?.reason ?? null,
    reviewDetail: draft.review?.detail ?? null,
    now,
  });
  addTriggers(db, id, draft.triggers);
  return id;
}

function changeInsight(db: Db, now: number, known: Insight, draft: InsightDraft): void {
  const status = draft.status ?? known.status;
  db.prepare(
    `UPDATE insights SET text = @text, guidance = @guidance, category = @category, language = @language,
       status = @status, updated_at = @now
     WHERE id = @id`,
  ).run({ ...columnsOf(draft), id: known.id, status, now });
  // Phrases that stay keep their rows and with them their ids.
  db.prepare(
    'DELETE FROM triggers WHERE insight_id = ? AND phrase NOT IN (SELECT value FROM json_each(?))',
  ).run(known.id, JSON.stringify(draft.triggers));
  addTriggers(db, known.id, draft.triggers);
}

/** Phrases that an insight has already are left as they are. */
export function addTriggers(db: Db, insightId: string, phrases: readonly string[]): void {
  const insert = db.prepare('INSERT OR IGNORE INTO triggers (id, insight_id, phrase) VALUES (?, ?, ?)');
  for (const phrase of phrases) insert.run(newId(), insightId, phrase);
}

function columnsOf(draft: InsightDraft) {
  return {
    text: draft.text,
    guidance: draft.guidance,
    category: draft.category,
    language: draft.language,
  };
}

function isSame(known: Insight, draft: InsightDraft): boolean {
  const phrases = new Set(draft.triggers);
  return (
    known.text === draft.text &&
    known.guidance === draft.guidance &&
    known.category === draft.category &&
    known.language === draft.language &&
    known.status === (draft.status ?? known.status) &&
    known.triggers.length === phrases.size &&
    known.triggers.every((phrase) => phrases.has(phrase))
  );
}

function toInsight(row: InsightRow): Insight {
  return {
    id: row.id,
    slug: row.slug,
    text: row.text,
    guidance: row.guidance,
    category: row.category,
    language: row.language,
    status: row.status,
    source: row.source,
    triggers: JSON.parse(row.triggers) as string[],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
