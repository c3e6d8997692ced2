import { languages, type Language } from '../../../shared/language.ts';
import { listDoubted } from '../../db/answer-doubts.ts';
import { listNeeds, listReworded, type AnswerNeed } from '../../db/answer-needs.ts';
import { usableAnswers } from '../../db/answer-origins.ts';
import type { Db } from '../../db/db.ts';
import { intentIdOf, listEnabled } from '../../db/intents.ts';
import { roomFor, roomIn, sizeOf, type Room } from './room.ts';
import { keyOf, type PreparePayload } from './spec.ts';

/** Which questions, and how many answers each of them should have in each register. */
interface Wanted {
  /** Absent = all. */
  readonly intent?: string | undefined;
  readonly language?: Language | undefined;
  readonly variations: number;
}

/** Answers that an intent should have in a language and has not. */
export interface Lack {
  readonly intentId: string;
  readonly intent: string;
  readonly language: Language;
  readonly missing: number;
}

/** What is lacking of every question that may be served. Throws DeskError `not_found` for an intent that is not there. */
export function listLacking(db: Db, { intent, language, variations }: Wanted, now: number): Lack[] {
  const id = intent === undefined ? null : intentIdOf(db, intent);
  const usable = usableAnswers(db, now, id);
  const doubted = listDoubted(db, id);
  const reworded = listReworded(db);
  return listEnabled(db)
    .filter((one) => id === null || one.id === id)
    .flatMap(({ id: intentId, slug }) =>
      languages
        .filter((one) => language === undefined || one === language)
        .map((one) => {
          const key = keyOf({ intentId, language: one });
          const stock = { usable: usable.get(key) ?? [], doubted, isReworded: reworded.has(key) };
          const missing = sizeOf(roomIn(stock, variations));
          return { intentId, intent: slug, language: one, missing };
        }),
    )
    .filter(({ missing }) => missing > 0);
}

/** What a job is to write now, and the needs that it looked at. */
export function wantedBy(
  db: Db,
  job: Pick<PreparePayload, 'intentId' | 'language' | 'isRenewal'>,
  variations: number,
  now: number,
): { readonly room: Room; readonly needs: readonly AnswerNeed[] } {
  const { intentId } = job;
  const needs = listNeeds(db, job);
  const stock = {
    usable: usableAnswers(db, now, intentId).get(keyOf(job)) ?? [],
    doubted: listDoubted(db, intentId),
    isReworded: needs.some(({ reason }) => reason === 'variation'),
  };
  const room = roomIn(stock, variations);
  return { room: job.isRenewal ? roomFor(needs, room) : room, needs };
}
