import type { AnswerStatus } from '../../shared/answer.ts';
import { DeskError } from '../../shared/fault.ts';
import { answerTextProblem } from '../../shared/slots.ts';
import type { Db } from '../db/db.ts';
import { readAnswerRecord, saveAnswer, type AnswerRecord } from '../db/prepared-answers.ts';
import { isSame, type Decider } from './decider.ts';

/** A prepared answer that is rejected is switched off and stays: the next one is compared with it. */
export const decideAnswer: Decider = {
  approve: (db, id, edit, now) => become(db, id, { from: 'review', to: 'live' }, edit?.text, now),
  reject: (db, id, _why, now) => become(db, id, { from: 'review', to: 'off' }, undefined, now),
  withdraw: (db, id, now) => become(db, id, { from: 'live', to: 'off' }, undefined, now),
  undo: (db, { itemId, before, after }) => {
    const current = readAnswerRecord(db, itemId);
    if (!current || !isSame(current, after)) return false;
    const { language, formality, text, status, source, updated_at: at } = before as AnswerRecord;
    saveAnswer(db, current.intent_id, { language, formality, text, status }, current, source, at);
    return true;
  },
};

interface Change {
  readonly from: AnswerStatus;
  readonly to: AnswerStatus;
}

function become(db: Db, id: string, { from, to: status }: Change, edited: string | undefined, now: number) {
  const before = readAnswerRecord(db, id);
  if (before?.status !== from) return null;
  const text = edited?.trim() ?? before.text;
  const problem = text === '' ? 'it is empty' : edited === undefined ? null : answerTextProblem(text);
  if (problem !== null) throw new DeskError('bad_input', `This text cannot be an answer: ${problem}.`);
  const { language, formality } = before;
  saveAnswer(db, before.intent_id, { language, formality, text, status }, before, 'consultant', now);
  return { clientId: null, before, after: readAnswerRecord(db, id) };
}
