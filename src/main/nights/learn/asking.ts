import type { NightFailure } from '../../../shared/night.ts';
import type { Db } from '../../db/db.ts';
import { markNightTexts } from '../../db/night-texts.ts';
import { askList } from '../../llama/ask-list.ts';
import { LlamaFault } from '../../llama/fault.ts';
import { rejectsOf, type StructuredList } from '../../llama/structured.ts';
import type { NightReject } from './gates/refusal.ts';
import type { Kept } from './kept.ts';
import type { LearnTools } from './learnt.ts';

interface Step<T> {
  /** Of what it asks: the same question is asked once, another one anew. */
  readonly name: string;
  readonly clientIds: Iterable<string>;
  readonly list: StructuredList<T>;
  readonly request: Parameters<StructuredList<T>['request']>[0];
}

interface StepAnswer<T> {
  readonly items: readonly T[];
  readonly model: string | null;
}

/** The questions of a night to LLaMA: each asked once, with a repair, and none of them able to end the night by itself. */
export class NightAsking {
  readonly #db: Db;
  readonly #tools: LearnTools;
  readonly #kept: Kept;
  readonly rejects: NightReject[] = [];
  asked = 0;

  constructor(db: Db, tools: LearnTools, kept: Kept) {
    this.#db = db;
    this.#tools = tools;
    this.#kept = kept;
  }

  get failures(): NightFailure[] {
    const counts = new Map<string, number>();
    for (const why of this.#kept.failed.values()) counts.set(why, (counts.get(why) ?? 0) + 1);
    return [...counts].map(([why, count]) => ({ what: 'learn', why, count }));
  }

  /** Null where the endpoint will not answer this one: the night goes on without it. Throws what else `ask` throws. */
  async ask<T>({ name, clientIds, list, request }: Step<T>): Promise<StepAnswer<T> | null> {
    this.asked += 1;
    if (this.#kept.failed.has(name)) return null;
    const { jobId, isLastAttempt, ask, signal } = this.#tools;
    signal.throwIfAborted();
    markNightTexts(this.#db, { jobId, step: name }, clientIds);
    try {
      const answer = await askList(name, list, request, {
        // The repair of each step is a step of its own.
        ask: (step, wanted) => ask(step === name ? name : `${name}-repair`, wanted),
        isLastAttempt,
      });
      for (const reject of rejectsOf(answer.reading)) this.rejects.push({ ...reject, step: name });
      return { items: answer.reading.items, model: answer.model };
    } catch (error) {
      if (!(error instanceof LlamaFault) || (error.isRetryable && !isLastAttempt)) throw error;
      // Kept, since a run begins from the top after every wait and would ask for nothing again and again.
      this.#kept.failed.set(name, error.message);
      return null;
    }
  }
}
