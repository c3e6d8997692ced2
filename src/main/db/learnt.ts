import type { InsightSource, InsightStatus } from '../../shared/insight.ts';
import type { Language, SignalLanguage } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

/** Why what a night learnt waits for a person. */
export type NightReviewReason = 'one_client' | 'injection';

/** A client's words that an insight stands on, pseudonymised. */
interface InsightEvidence {
  readonly clientId: string;
  readonly messageId: string;
  readonly quote: string;
}

/** Those of the quotes whose clients and messages are there still. */
export function keptEvidence<T extends InsightEvidence>(db: Db, evidence: readonly T[]): T[] {
  const find = statement<[string, string], object>(
    db,
    'SELECT 1 AS found FROM messages WHERE client_id = ? AND id = ?',
  );
  return evidence.filter(({ clientId, messageId }) => find.get(clientId, messageId) !== undefined);
}

/** Adds what an insight stands on; what it has already stays as it is. The messages are there. */
export function addEvidence(
  db: Db,
  insightId: string,
  evidence: readonly InsightEvidence[],
  at: { readonly nightDate: string; readonly now: number },
): void {
  const insert = statement<[object]>(
    db,
    `INSERT INTO insight_evidence (id, insight_id, client_id, message_id, quote, night_date, created_at)
       VALUES (@id, @insightId, @clientId, @messageId, @quote, @nightDate, @now)
       ON CONFLICT (insight_id, message_id, quote) DO NOTHING`,
  );
  for (const one of evidence) insert.run({ ...one, ...at, insightId, id: newId() });
}

/** What an insight stands on, newest first. For the reader of the insight; it shows whose words they are. */
export function listEvidence(
  db: Db,
  insightId: string,
): (InsightEvidence & { readonly nightDate: string })[] {
  return statement<[string], InsightEvidence & { nightDate: string }>(
    db,
    `SELECT client_id AS clientId, message_id AS messageId, quote, night_date AS nightDate
       FROM insight_evidence WHERE insight_id = ? ORDER BY created_at DESC, id DESC`,
  ).all(insightId);
}

/** Clients that an insight was seen with. */
export function supportOf(db: Db, insightId: string): number {
  const row = statement<[string], { n: number }>(
    db,
    'SELECT count(DISTINCT client_id) AS n FROM insight_evidence WHERE insight_id = ?',
  ).get(insightId);
  return row?.n ?? 0;
}

/** Gives all that one insight stands on to another. */
export function copyEvidence(db: Db, from: string, to: string): void {
  const rows = statement<[string], InsightEvidence & { nightDate: string; now: number }>(
    db,
    `SELECT client_id AS clientId, message_id AS messageId, quote, night_date AS nightDate, created_at AS now
       FROM insight_evidence WHERE insight_id = ? ORDER BY id`,
  ).all(from);
  for (const { nightDate, now, ...one } of rows) addEvidence(db, to, [one], { nightDate, now });
}

/** How an insight stands beside others, for deciding what a night may do with it. */
interface InsightStanding {
  readonly id: string;
  readonly slug: string;
  readonly text: string;
  readonly guidance: string;
  readonly category: string;
  readonly language: SignalLanguage;
  readonly status: InsightStatus;
  readonly source: InsightSource;
  readonly triggers: number;
}

const standingColumns = `i.id, i.slug, i.text, i.guidance, i.category, i.language, i.status, i.source,
  (SELECT count(*) FROM triggers AS t WHERE t.insight_id = i.id) AS triggers`;

/** Null when it is gone. */
export function readInsightStanding(db: Db, insightId: string): InsightStanding | null {
  const found = statement<[string], InsightStanding>(
    db,
    `SELECT ${standingColumns} FROM insights AS i WHERE i.id = ?`,
  ).get(insightId);
  return found ?? null;
}

interface Origin {
  readonly model: string | null;
  readonly promptVersion: string;
  readonly jobId: string;
}

/** Where an insight of a night comes from. */
export function setNightOrigin(db: Db, insightId: string, origin: Origin): void {
  statement<[object]>(
    db,
    'UPDATE insights SET model = @model, prompt_version = @promptVersion, job_id = @jobId WHERE id = @insightId',
  ).run({ ...origin, insightId });
}

/** An insight that waited because it was seen with one client only goes to work. */
export function promoteSupported(db: Db, insightId: string, now: number): void {
  statement<[object]>(
    db,
    `UPDATE insights SET status = 'live', review_reason = NULL, review_detail = NULL, updated_at = @now
       WHERE id = @insightId AND status = 'review' AND review_reason = 'one_client'`,
  ).run({ insightId, now });
}

export function setGuidance(db: Db, insightId: string, guidance: string, now: number): void {
  statement<[object]>(
    db,
    'UPDATE insights SET guidance = @guidance, updated_at = @now WHERE id = @insightId',
  ).run({ insightId, guidance, now });
}

/** Takes a live insight out of work; `mergedInto`: the one that says the same and stays. */
export function retireInsight(
  db: Db,
  insightId: string,
  { mergedInto, now }: { readonly mergedInto: string | null; readonly now: number },
): boolean {
  const { changes } = statement<[object]>(
    db,
    `UPDATE insights SET status = 'retired', merged_into = @mergedInto, updated_at = @now
       WHERE id = @insightId AND status = 'live'`,
  ).run({ insightId, mergedInto, now });
  return changes === 1;
}

interface LearntTrigger {
  readonly insightId: string;
  readonly phrase: string;
  readonly clientId: string;
  readonly messageId: string;
  /** What the lexicon learns by it; null: nothing. */
  readonly form: { readonly language: Language; readonly concept: string; readonly text: string } | null;
}

/** Adds a phrase that was learnt from a client's message. False where the insight has it already. */
export function addLearntTrigger(db: Db, learnt: LearntTrigger, now: number): boolean {
  const { insightId, phrase, clientId, messageId, form } = learnt;
  const triggerId = newId();
  const { changes } = statement<[object]>(
    db,
    'INSERT OR IGNORE INTO triggers (id, insight_id, phrase) VALUES (@triggerId, @insightId, @phrase)',
  ).run({ triggerId, insightId, phrase });
  if (changes === 0) return false;
  statement<[object]>(
    db,
    `INSERT INTO learnt_triggers (trigger_id, insight_id, client_id, message_id, created_at)
       VALUES (@triggerId, @insightId, @clientId, @messageId, @now)`,
  ).run({ triggerId, insightId, clientId, messageId, now });
  if (form !== null)
    statement<[object]>(
      db,
      `INSERT INTO learnt_forms (trigger_id, insight_id, language, form, concept, created_at)
         VALUES (@triggerId, @insightId, @language, @text, @concept, @now)`,
    ).run({ ...form, triggerId, insightId, now });
  return true;
}

/** A form that a night added to the lexicon. */
export interface LearntForm {
  readonly language: Language;
  readonly form: string;
  readonly concept: string;
}

/** Forms of live insights. */
export function listLearntForms(db: Db): LearntForm[] {
  return statement<[], LearntForm>(
    db,
    `SELECT DISTINCT f.language, f.form, f.concept
       FROM learnt_forms AS f JOIN insights AS i ON i.id = f.insight_id
       WHERE i.status = 'live' ORDER BY f.language, f.form, f.concept`,
  ).all();
}
