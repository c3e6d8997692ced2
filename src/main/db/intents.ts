import type { AnswerSource, Intent, PreparedAnswer, Variation } from '../../shared/answer.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import type { Saved } from './house-facts.ts';
import { newId } from './id.ts';
import { listPreparedAnswers, saveAnswers, type AnswerProfile } from './prepared-answers.ts';
import { statement } from './statement.ts';

export interface IntentProfile {
  readonly slug: string;
  /** Absent = kept; the slug for a new intent. */
  readonly title?: Readonly<Record<Language, string>> | undefined;
  /** Absent = kept; null = the product's default. */
  readonly threshold?: number | null | undefined;
  /** The whole set: variations not named are removed. */
  readonly variations: readonly Variation[];
  /** Absent = kept. */
  readonly answers?: readonly AnswerProfile[] | undefined;
}

interface IntentRecord {
  readonly id: string;
  readonly slug: string;
  readonly title_id: string;
  readonly title_it: string;
  readonly title_en: string;
  readonly threshold: number | null;
  readonly is_enabled: 0 | 1;
}

interface VariationRecord extends Variation {
  readonly intent_id: string;
}

/** All intents with their variations and answers, by slug. */
export function listIntents(db: Db): Intent[] {
  const variations = groupBy(listVariations(db), (variation) => variation.intent_id);
  const answers = groupBy(listPreparedAnswers(db), (answer) => answer.intentId);
  return db
    .prepare<[], IntentRecord>('SELECT * FROM intents ORDER BY slug')
    .all()
    .map((record) => toIntent(record, variations.get(record.id) ?? [], answers.get(record.id) ?? []));
}

/** The intent with its variations and answers; null when it is gone. */
export function findIntent(db: Db, intentId: string): Intent | null {
  const record = statement<[string], IntentRecord>(db, 'SELECT * FROM intents WHERE id = ?').get(intentId);
  if (!record) return null;
  return toIntent(record, listVariations(db, intentId), listPreparedAnswers(db, intentId));
}

/** Intents that may be served, without what belongs to them, by slug. */
export function listEnabled(db: Db): { readonly id: string; readonly slug: string }[] {
  return statement<[], { id: string; slug: string }>(
    db,
    'SELECT id, slug FROM intents WHERE is_enabled = 1 ORDER BY slug',
  ).all();
}

const findId = (db: Db, slug: string) =>
  statement<[string], { id: string }>(db, 'SELECT id FROM intents WHERE slug = ?').get(slug);

/** Whether there is an intent of this slug. */
export const isIntent = (db: Db, slug: string): boolean => findId(db, slug) !== undefined;

/** The id of the intent of this slug. Throws DeskError `not_found`. */
export function intentIdOf(db: Db, slug: string): string {
  const found = findId(db, slug);
  if (!found) throw new DeskError('not_found', `There is no intent ${slug}.`);
  return found.id;
}

function toIntent(
  record: IntentRecord,
  variations: readonly Variation[],
  answers: readonly PreparedAnswer[],
): Intent {
  return {
    id: record.id,
    slug: record.slug,
    title: { id: record.title_id, it: record.title_it, en: record.title_en },
    threshold: record.threshold,
    isEnabled: record.is_enabled === 1,
    variations: variations.map(({ language, text }) => ({ language, text })),
    answers,
  };
}

/** Adds the intent, or changes the one of this slug. Call in a transaction. */
export function saveIntent(db: Db, profile: IntentProfile, source: AnswerSource, now: number): Saved {
  const found = db.prepare<[string], IntentRecord>('SELECT * FROM intents WHERE slug = ?').get(profile.slug);
  const id = found?.id ?? newId();
  const changes = [
    saveRow(db, id, profile, found, now),
    saveVariations(db, id, profile.variations),
    profile.answers !== undefined && saveAnswers(db, id, profile.answers, source, now),
  ];
  if (!found) return 'added';
  return changes.includes(true) ? 'changed' : 'same';
}

/** A switched-off intent is never served. Throws DeskError `not_found`. */
export function enableIntent(db: Db, slug: string, isEnabled: boolean, now: number): void {
  const { changes } = db
    .prepare('UPDATE intents SET is_enabled = ?, updated_at = ? WHERE slug = ?')
    .run(isEnabled ? 1 : 0, now, slug);
  if (changes === 0) throw new DeskError('not_found', `There is no intent ${slug}.`);
}

/** Removes the intent with its variations and answers. Throws DeskError `not_found`. */
export function removeIntent(db: Db, slug: string): void {
  if (db.prepare('DELETE FROM intents WHERE slug = ?').run(slug).changes === 0)
    throw new DeskError('not_found', `There is no intent ${slug}.`);
}

/** Of all intents, or of one, oldest first. */
function listVariations(db: Db, intentId: string | null = null): VariationRecord[] {
  const columns = 'SELECT intent_id, language, text FROM variations';
  return intentId === null
    ? statement<[], VariationRecord>(db, `${columns} ORDER BY intent_id, rowid`).all()
    : statement<[string], VariationRecord>(db, `${columns} WHERE intent_id = ? ORDER BY rowid`).all(intentId);
}

function saveRow(
  db: Db,
  id: string,
  profile: IntentProfile,
  found: IntentRecord | undefined,
  now: number,
): boolean {
  const old = found && { id: found.title_id, it: found.title_it, en: found.title_en };
  const title = profile.title ?? old ?? { id: profile.slug, it: profile.slug, en: profile.slug };
  const threshold = profile.threshold === undefined ? (found?.threshold ?? null) : profile.threshold;
  const isSame =
    old?.id === title.id && old.it === title.it && old.en === title.en && found?.threshold === threshold;
  if (isSame) return false;
  db.prepare(
    `INSERT INTO intents (id, slug, title_id, title_it, title_en, threshold, created_at, updated_at)
     VALUES (@id, @slug, @titleId, @titleIt, @titleEn, @threshold, @now, @now)
     ON CONFLICT (id) DO UPDATE SET title_id = @titleId, title_it = @titleIt, title_en = @titleEn,
       threshold = @threshold, updated_at = @now`,
  ).run({
    id,
    slug: profile.slug,
    titleId: title.id,
    titleIt: title.it,
    titleEn: title.en,
    threshold,
    now,
  });
  return true;
}

function saveVariations(db: Db, intentId: string, variations: readonly Variation[]): boolean {
  const wanted = new Map(variations.map((variation) => [variationKey(variation), variation]));
  const existing = db
    .prepare<[string], Variation & { id: string }>(
      'SELECT id, language, text FROM variations WHERE intent_id = ?',
    )
    .all(intentId);
  const obsolete = existing.filter((variation) => !wanted.has(variationKey(variation)));
  for (const { id } of obsolete) db.prepare('DELETE FROM variations WHERE id = ?').run(id);
  for (const variation of existing) wanted.delete(variationKey(variation));
  const insert = db.prepare('INSERT INTO variations (id, intent_id, language, text) VALUES (?, ?, ?, ?)');
  for (const { language, text } of wanted.values()) insert.run(newId(), intentId, language, text);
  return obsolete.length > 0 || wanted.size > 0;
}

const variationKey = ({ language, text }: Variation) => `${language} ${text}`;

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
