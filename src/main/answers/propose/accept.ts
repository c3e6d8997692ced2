import { DeskError } from '../../../shared/fault.ts';
import { languages } from '../../../shared/language.ts';
import type { ProposedIntent, ProposedVariation } from '../../../shared/proposal.ts';
import { listValidFacts } from '../../db/house-facts.ts';
import {
  enableIntent,
  findIntent,
  intentIdOf,
  isIntent,
  removeIntent,
  saveIntent,
} from '../../db/intents.ts';
import { decideIntent, readProposedIntents } from '../../db/proposed-intents.ts';
import {
  addVariations,
  decideVariation,
  readProposedVariations,
  removeVariation,
} from '../../db/proposed-variations.ts';
import type { Db } from '../../db/db.ts';
import { askForAnswers } from '../prepare/ask.ts';

/** A proposal that a person decided about, before and after. */
interface Decided<T> {
  readonly before: T;
  readonly after: T;
}

const variationOf = (db: Db, id: string) => readProposedVariations(db, [id])[0];
const intentOf = (db: Db, id: string) => readProposedIntents(db, [id])[0];

/** Puts a way to ask into use, as it is or as a person changed it. Null: it does not wait. Call in a transaction. */
export function approveVariation(
  db: Db,
  id: string,
  edited: string | undefined,
  now: number,
): Decided<ProposedVariation> | null {
  const before = variationOf(db, id);
  if (before?.state !== 'waiting') return null;
  const text = edited?.trim() ?? before.text;
  if (text === '')
    throw new DeskError('bad_input', 'A question cannot be empty; to be rid of it, reject it.');
  addVariations(db, before.intentId, [{ language: before.language, text }]);
  decideVariation(db, id, { state: 'approved', text }, now);
  return { before, after: variationOf(db, id) ?? before };
}

/** Keeps it from being proposed again. Null: it does not wait. */
export function rejectVariation(db: Db, id: string, now: number): Decided<ProposedVariation> | null {
  const before = variationOf(db, id);
  if (before?.state !== 'waiting') return null;
  decideVariation(db, id, { state: 'rejected', text: before.text }, now);
  return { before, after: variationOf(db, id) ?? before };
}

/** Takes a decision back. False: what it put into use is gone, or the question with it. */
export function undoVariation(db: Db, id: string, after: ProposedVariation, now: number): boolean {
  const current = variationOf(db, id);
  if (current?.state !== after.state) return false;
  if (after.state === 'approved' && !removeVariation(db, after.intentId, after.text)) return false;
  decideVariation(db, id, { state: 'waiting', text: after.text }, now);
  return true;
}

/**
 * Makes the question with its ways to ask. Where house facts answer it, it is on and its answers are asked for; without
 * any it is off, since it could only keep messages from others. Null: it does not wait. Call in a transaction.
 */
export function approveIntent(db: Db, id: string, now: number): Decided<ProposedIntent> | null {
  const before = intentOf(db, id);
  if (before?.state !== 'waiting') return null;
  const slug = freeSlug(db, before.title.en);
  const { title, variations } = before;
  saveIntent(db, { slug, title, variations, answers: [] }, 'generated', now);
  const intentId = intentIdOf(db, slug);
  const valid = new Set(listValidFacts(db, now).map((fact) => fact.slug));
  const hasFacts = before.facts.some((fact) => valid.has(fact));
  if (!hasFacts) enableIntent(db, slug, false, now);
  else for (const language of languages) askForAnswers(db, { intentId, language }, now);
  decideIntent(db, id, { state: 'approved', intentId }, now);
  return { before, after: intentOf(db, id) ?? before };
}

/** Keeps it from being proposed again. Null: it does not wait. */
export function rejectIntent(db: Db, id: string, now: number): Decided<ProposedIntent> | null {
  const before = intentOf(db, id);
  if (before?.state !== 'waiting') return null;
  decideIntent(db, id, { state: 'rejected', intentId: null }, now);
  return { before, after: intentOf(db, id) ?? before };
}

/** Takes a decision back. False: it was answered already, or somebody changed the question since. */
export function undoIntent(db: Db, id: string, after: ProposedIntent, now: number): boolean {
  const current = intentOf(db, id);
  if (current?.state !== after.state || current.intentId !== after.intentId) return false;
  if (after.intentId !== null) {
    const made = findIntent(db, after.intentId);
    if (made && (made.answers.length > 0 || made.variations.length !== after.variations.length)) return false;
    if (made) removeIntent(db, made.slug);
  }
  decideIntent(db, id, { state: 'waiting', intentId: null }, now);
  return true;
}

function freeSlug(db: Db, title: string): string {
  const plain =
    title
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || 'question';
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? plain : `${plain}-${count}`;
    if (!isIntent(db, slug)) return slug;
  }
}
