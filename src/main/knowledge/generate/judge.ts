import { setImmediate as nextTurn } from 'node:timers/promises';
import { rejectsOf, type StructuredList } from '../../llama/structured.ts';
import { refusalOf } from './gates/all.ts';
import type { Refusal } from './gates/gate.ts';
import type { GeneratedItem } from './item.ts';
import { repeats, type Likeness } from './likeness.ts';
import type { Novelty } from './novelty.ts';
import type { Cell } from './plan.ts';

export type Reading = ReturnType<StructuredList<GeneratedItem>['read']>;

export interface Passed {
  readonly item: GeneratedItem;
  readonly likeness: Likeness;
}

export interface RejectedItem extends Refusal {
  readonly raw: string;
}

/** What came of an answer: every item of it is in one of the two lists. */
export interface Judged {
  readonly passed: readonly Passed[];
  readonly rejected: readonly RejectedItem[];
  /** What novelty was judged against; what came later is looked at when this is written down. */
  readonly mark: number;
}

/** Looks at each item by itself, then whether it is new among all that exist and the others of its answer. */
export async function judge(
  reading: Reading,
  cell: Cell,
  novelty: Novelty,
  signal: AbortSignal,
): Promise<Judged> {
  await novelty.follow();
  const { mark } = novelty;
  const passed: Passed[] = [];
  const rejected: RejectedItem[] = [...rejectsOf(reading)];
  for (const item of reading.items) {
    const refuse = (refusal: Refusal) => rejected.push({ ...refusal, raw: JSON.stringify(item) });
    const refusal = refusalOf(item, cell);
    if (refusal !== null) refuse(refusal);
    else {
      const likeness = await novelty.likenessOf({ ...item, slug: 'one of the same answer' });
      const how = passed.map((one) => repeats(likeness, one.likeness)).find((one) => one !== null);
      const known = how ?? novelty.repeated(likeness);
      if (known === null) passed.push({ item, likeness });
      else refuse({ reason: 'not_new', detail: known });
    }
    await nextTurn();
    signal.throwIfAborted();
  }
  return { passed, rejected, mark };
}
