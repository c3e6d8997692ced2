import type { GeneratedItem } from '../item.ts';
import type { Cell } from '../plan.ts';
import { figuresGate } from './figures.ts';
import type { Gate, Refusal } from './gate.ts';
import { instructionsGate } from './instructions.ts';
import { languageGate } from './language.ts';
import { lengthGate } from './length.ts';
import { personalDataGate } from './personal-data.ts';
import { sweepingGate } from './sweeping.ts';
import { triggersGate } from './triggers.ts';

/** What must never be used comes first, so that it is counted as that. Novelty is judged afterwards. */
const gates: readonly Gate[] = [
  instructionsGate,
  personalDataGate,
  sweepingGate,
  figuresGate,
  languageGate,
  lengthGate,
  triggersGate,
];

/** Why an item may not be used, by the first gate that it does not pass; null where it passes all. */
export function refusalOf(item: GeneratedItem, asked: Pick<Cell, 'language'>): Refusal | null {
  for (const gate of gates) {
    const refusal = gate(item, asked);
    if (refusal !== null) return refusal;
  }
  return null;
}
