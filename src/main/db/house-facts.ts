import type { HouseFact } from '../../shared/answer.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

export type HouseFactProfile = Omit<HouseFact, 'id' | 'updatedAt'>;
export type Saved = 'added' | 'changed' | 'same';

interface HouseFactRecord {
  readonly id: string;
  readonly slug: string;
  readonly topic: string;
  readonly value_id: string;
  readonly value_it: string;
  readonly value_en: string;
  readonly source: string;
  readonly valid_until: number | null;
  readonly updated_at: number;
}

/** All of them, expired ones too, by slug. */
export function listHouseFacts(db: Db): HouseFact[] {
  return statement<[], HouseFactRecord>(db, 'SELECT * FROM house_facts ORDER BY slug').all().map(toHouseFact);
}

/** Those that have not expired at `now`, by slug. */
export function listValidFacts(db: Db, now: number): HouseFact[] {
  return listHouseFacts(db).filter(({ validUntil }) => validUntil === null || validUntil >= now);
}

/** The fact of this slug, also an expired one; null when there is none. */
export function findHouseFact(db: Db, slug: string): HouseFact | null {
  const record = statement<[string], HouseFactRecord>(db, 'SELECT * FROM house_facts WHERE slug = ?').get(
    slug,
  );
  return record ? toHouseFact(record) : null;
}

/** Adds the fact, or changes the one of this slug. A changed value takes the answers that use it out of service. */
export function saveHouseFact(db: Db, profile: HouseFactProfile, now: number): Saved {
  const found = findHouseFact(db, profile.slug);
  if (found && isSame(found, profile)) return 'same';
  statement(
    db,
    `INSERT INTO house_facts (id, slug, topic, value_id, value_it, value_en, source, valid_until, updated_at)
     VALUES (@id, @slug, @topic, @valueId, @valueIt, @valueEn, @source, @validUntil, @now)
     ON CONFLICT (slug) DO UPDATE SET topic = @topic, value_id = @valueId, value_it = @valueIt, value_en = @valueEn,
       source = @source, valid_until = @validUntil, updated_at = @now`,
  ).run({
    id: found?.id ?? newId(),
    slug: profile.slug,
    topic: profile.topic,
    valueId: profile.value.id,
    valueIt: profile.value.it,
    valueEn: profile.value.en,
    source: profile.source,
    validUntil: profile.validUntil,
    now,
  });
  return found ? 'changed' : 'added';
}

/** Throws DeskError `not_found`, and `conflict` (naming the intents) while an answer uses the fact. */
export function removeHouseFact(db: Db, slug: string): void {
  const users = db
    .prepare<[string], string>(`SELECT DISTINCT i.slug FROM house_facts AS f
       JOIN prepared_answer_facts AS p ON p.house_fact_id = f.id
       JOIN prepared_answers AS a ON a.id = p.prepared_answer_id
       JOIN intents AS i ON i.id = a.intent_id
       WHERE f.slug = ? ORDER BY i.slug`)
    .pluck()
    .all(slug);
  if (users.length > 0)
    throw new DeskError(
      'conflict',
      `The house fact ${slug} is used by the prepared answers of ${users.join(', ')}. Take it out of those answers first.`,
    );
  if (statement(db, 'DELETE FROM house_facts WHERE slug = ?').run(slug).changes === 0)
    throw new DeskError('not_found', `There is no house fact ${slug}.`);
}

function isSame(found: HouseFact, profile: HouseFactProfile): boolean {
  return (
    found.topic === profile.topic &&
    found.value.id === profile.value.id &&
    found.value.it === profile.value.it &&
    found.value.en === profile.value.en &&
    found.source === profile.source &&
    found.validUntil === profile.validUntil
  );
}

function toHouseFact(record: HouseFactRecord): HouseFact {
  return {
    id: record.id,
    slug: record.slug,
    topic: record.topic,
    value: { id: record.value_id, it: record.value_it, en: record.value_en },
    source: record.source,
    validUntil: record.valid_until,
    updatedAt: record.updated_at,
  };
}
