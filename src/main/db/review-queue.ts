import type { Formality } from '../../shared/client.ts';
import type { InsightCategory } from '../../shared/insight.ts';
import type { Language, SignalLanguage } from '../../shared/language.ts';
import type { ReviewCounts, ReviewItem, ReviewKind, ReviewRef } from '../../shared/review.ts';
import { fillSlots } from '../../shared/slots.ts';
import type { Db } from './db.ts';
import { listHouseFacts } from './house-facts.ts';
import { readMemoryItems } from './review-memory.ts';
import { readQuestionItems, readVariationItems } from './review-proposals.ts';
import { hasStandingDecision } from './review-decisions.ts';
import { statement } from './statement.ts';

export interface QueueFilter {
  /** Null = of every kind, for every reason. */
  readonly kind: ReviewKind | null;
  readonly reason: string | null;
}

export interface QueuePage extends QueueFilter {
  /** The last one that was seen. */
  readonly before: { readonly createdAt: number; readonly id: string } | null;
  readonly limit: number;
}

/** Of what came before reasons were kept, the source says why it waits. */
const reasonColumn = `coalesce(review_reason, CASE WHEN source IN ('generated', 'night') THEN 'wished' ELSE 'import' END)`;

/** All that waits, whatever it is. Names of tables are the product's own. */
const queue = `
  SELECT 'insight' AS kind, id, ${reasonColumn} AS reason, created_at FROM insights WHERE status = 'review'
  UNION ALL
  SELECT 'answer', id, ${reasonColumn}, created_at FROM prepared_answers WHERE status = 'review'
  UNION ALL
  SELECT target, id, reason, created_at FROM memory_proposals WHERE state = 'waiting'
  UNION ALL
  SELECT 'variation', id, coalesce(reason, 'wished'), created_at FROM proposed_variations WHERE state = 'waiting'
  UNION ALL
  SELECT 'question', id, coalesce(reason, 'wished'), created_at FROM proposed_intents WHERE state = 'waiting'`;
const chosen = `FROM (${queue}) WHERE (@kind IS NULL OR kind = @kind) AND (@reason IS NULL OR reason = @reason)`;

/** How much waits, by kind and reason. */
export function countQueue(db: Db): ReviewCounts {
  const groups = statement<[], ReviewCounts['groups'][number]>(
    db,
    `SELECT kind, reason, count(*) AS n FROM (${queue}) GROUP BY kind, reason ORDER BY kind, n DESC, reason`,
  ).all();
  return { total: groups.reduce((sum, { n }) => sum + n, 0), groups, canUndo: hasStandingDecision(db) };
}

/** Everything of a kind and a reason, newest first. */
export function listRefs(db: Db, filter: QueueFilter, limit: number): ReviewRef[] {
  return statement<[object], ReviewRef>(
    db,
    `SELECT kind, id ${chosen} ORDER BY created_at DESC, id DESC LIMIT @limit`,
  ).all({ kind: filter.kind, reason: filter.reason, limit });
}

/** What waits whose id is, or ends with, what a person typed. */
export function findRefs(db: Db, wanted: string): ReviewRef[] {
  return statement<[object], ReviewRef>(
    db,
    `SELECT kind, id ${chosen} AND substr(id, -length(@wanted)) = @wanted LIMIT 20`,
  ).all({ kind: null, reason: null, wanted: wanted.toLowerCase() });
}

/** One page, newest first, whole. */
export function pageOfQueue(
  db: Db,
  { kind, reason, before, limit }: QueuePage,
): { items: ReviewItem[]; hasMore: boolean } {
  const refs = statement<[object], ReviewRef>(
    db,
    `SELECT kind, id ${chosen}
       AND (@createdAt IS NULL OR created_at < @createdAt OR (created_at = @createdAt AND id < @id))
     ORDER BY created_at DESC, id DESC LIMIT @limit`,
  ).all({
    kind,
    reason,
    createdAt: before?.createdAt ?? null,
    id: before?.id ?? null,
    limit: limit + 1,
  });
  return { items: readItems(db, refs.slice(0, limit)), hasMore: refs.length > limit };
}

/** These items as they wait, in the order of the refs; those that do not wait any more are left out. */
function readItems(db: Db, refs: readonly ReviewRef[]): ReviewItem[] {
  const idsOf = (kind: ReviewKind) =>
    JSON.stringify(refs.filter((ref) => ref.kind === kind).map(({ id }) => id));
  const items = [
    ...readInsightItems(db, idsOf('insight')),
    ...readAnswerItems(db, idsOf('answer')),
    ...readMemoryItems(db, idsOf('jiwa')),
    ...readMemoryItems(db, idsOf('fact')),
    ...readVariationItems(db, idsOf('variation')),
    ...readQuestionItems(db, idsOf('question')),
  ];
  const byKey = new Map(items.map((item) => [`${item.kind}/${item.id}`, item]));
  return refs.flatMap(({ kind, id }) => byKey.get(`${kind}/${id}`) ?? []);
}

interface OriginColumns {
  readonly model: string | null;
  readonly prompt_version: string | null;
  readonly job_id: string | null;
}

interface InsightRow extends OriginColumns {
  readonly id: string;
  readonly text: string;
  readonly guidance: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
  readonly triggers: string;
  readonly reason: string;
  readonly review_detail: string | null;
  readonly run_id: string | null;
  readonly night_id: string | null;
  readonly evidence: string;
  readonly created_at: number;
}

function readInsightItems(db: Db, ids: string): ReviewItem[] {
  const rows = statement<[string], InsightRow>(
    db,
    `SELECT i.id, i.text, i.guidance, i.category, i.language, ${reasonColumn} AS reason, i.review_detail, i.run_id,
         coalesce(i.model, b.model) AS model, coalesce(i.prompt_version, b.prompt_version) AS prompt_version,
         coalesce(i.job_id, b.job_id) AS job_id, i.created_at,
         (SELECT id FROM nights WHERE job_id = i.job_id) AS night_id,
         (SELECT json_group_array(json_object('quote', e.quote, 'clientId', e.client_id, 'messageId', e.message_id,
             'at', m.created_at) ORDER BY e.created_at, e.id)
           FROM insight_evidence AS e JOIN messages AS m ON m.id = e.message_id WHERE e.insight_id = i.id) AS evidence,
         (SELECT json_group_array(phrase) FROM (SELECT phrase FROM triggers WHERE insight_id = i.id ORDER BY seq)) AS triggers
       FROM insights AS i
       LEFT JOIN knowledge_batches AS b ON b.run_id = i.run_id AND b.ordinal = (SELECT max(ordinal) FROM knowledge_batches
         WHERE run_id = i.run_id AND cell = i.cell AND ended_at <= i.created_at)
       WHERE i.status = 'review' AND i.id IN (SELECT value FROM json_each(?))`,
  ).all(ids);
  return rows.map((row) => ({
    kind: 'insight',
    id: row.id,
    text: row.text,
    guidance: row.guidance,
    category: row.category,
    language: row.language,
    triggers: JSON.parse(row.triggers) as string[],
    reason: row.reason,
    reasonDetail: row.review_detail,
    evidence: JSON.parse(row.evidence) as ReviewItem['evidence'],
    origin: { ...originOf(row), runId: row.run_id, nightId: row.night_id },
    createdAt: row.created_at,
  }));
}

interface AnswerRow extends OriginColumns {
  readonly id: string;
  readonly text: string;
  readonly title_id: string;
  readonly title_it: string;
  readonly title_en: string;
  readonly language: Language;
  readonly formality: Formality;
  readonly reason: string;
  readonly review_detail: string | null;
  readonly created_at: number;
}

function readAnswerItems(db: Db, ids: string): ReviewItem[] {
  const rows = statement<[string], AnswerRow>(
    db,
    `SELECT a.id, a.text, n.title_id, n.title_it, n.title_en, a.language, a.formality, ${reasonColumn} AS reason,
         a.review_detail, a.model, a.prompt_version, a.job_id, a.created_at
       FROM prepared_answers AS a JOIN intents AS n ON n.id = a.intent_id
       WHERE a.status = 'review' AND a.id IN (SELECT value FROM json_each(?))`,
  ).all(ids);
  if (rows.length === 0) return [];
  const facts = new Map(listHouseFacts(db).map(({ slug, value }) => [slug, value]));
  const fill = (text: string, language: Language) =>
    fillSlots(text, (slot) =>
      slot.kind === 'fact'
        ? (facts.get(slot.slug)?.[language] ?? `{{fact:${slot.slug}}}`)
        : `{{${slot.kind}}}`,
    );
  return rows.map((row) => ({
    kind: 'answer',
    id: row.id,
    text: row.text,
    filled: fill(row.text, row.language),
    title: { id: row.title_id, it: row.title_it, en: row.title_en },
    language: row.language,
    formality: row.formality,
    reason: row.reason,
    reasonDetail: row.review_detail,
    evidence: [],
    origin: { ...originOf(row), runId: null, nightId: null },
    createdAt: row.created_at,
  }));
}

const originOf = (row: OriginColumns) => ({
  model: row.model,
  promptVersion: row.prompt_version,
  jobId: row.job_id,
});
