import type { WrittenAnswer } from '../item.ts';
import { factsGate } from './facts.ts';
import { figureGate } from './figure.ts';
import type { AnswerGate, AnswerRefusal, Surroundings } from './gate.ts';
import { languageGate } from './language.ts';
import { lengthGate } from './length.ts';
import { noveltyGate } from './novelty.ts';
import { openingGate } from './opening.ts';
import { personalDataGate } from './personal-data.ts';
import { placeholderGate } from './placeholder.ts';
import { promiseGate } from './promise.ts';
import { registerGate } from './register.ts';

/** What must never be said comes first, so that it is counted as that. */
const gates: readonly AnswerGate[] = [
  placeholderGate,
  figureGate,
  promiseGate,
  personalDataGate,
  factsGate,
  languageGate,
  registerGate,
  openingGate,
  lengthGate,
  noveltyGate,
];

/** Why an answer may not be said, by the first gate that it does not pass; null where it passes all. */
export function answerRefusalOf(answer: WrittenAnswer, beside: Surroundings): AnswerRefusal | null {
  for (const gate of gates) {
    const refusal = gate(answer, beside);
    if (refusal !== null) return refusal;
  }
  return null;
}
