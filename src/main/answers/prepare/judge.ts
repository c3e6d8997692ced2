import type { Formality } from '../../../shared/client.ts';
import { rejectsOf, type StructuredList } from '../../llama/structured.ts';
import { answerRefusalOf } from './gates/all.ts';
import type { AnswerRefusal, Surroundings } from './gates/gate.ts';
import type { WrittenAnswer } from './item.ts';

export type AnswerReading = ReturnType<StructuredList<WrittenAnswer>['read']>;

interface RejectedAnswer extends AnswerRefusal {
  readonly raw: string;
}

/** What came of a reply: every answer of it is in one of the two lists. */
interface JudgedAnswers {
  readonly passed: readonly WrittenAnswer[];
  readonly rejected: readonly RejectedAnswer[];
}

/** Looks at each answer by itself and beside those before it. `room`: how many of each register are wanted. */
export function judgeAnswers(
  reading: AnswerReading,
  beside: Surroundings,
  room: Readonly<Record<Formality, number>>,
): JudgedAnswers {
  const passed: WrittenAnswer[] = [];
  const rejected: RejectedAnswer[] = [...rejectsOf(reading)];
  for (const item of reading.items) {
    const existing = [...beside.existing, ...passed];
    const refusal =
      answerRefusalOf(item, { ...beside, existing }) ??
      (passed.filter(({ formality }) => formality === item.formality).length < room[item.formality]
        ? null
        : { reason: 'too_many' as const, detail: `no more ${item.formality} answers are wanted` });
    if (refusal === null) passed.push(item);
    else rejected.push({ ...refusal, raw: JSON.stringify(item) });
  }
  return { passed, rejected };
}
