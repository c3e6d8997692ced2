import type { LlamaReply, LlamaRequest } from './endpoint.ts';
import { LlamaFault } from './fault.ts';
import type { StructuredList } from './structured.ts';

interface Asking {
  /** Asks once per step, see `JobTools.ask`. */
  ask(this: void, step: string, request: LlamaRequest): Promise<LlamaReply>;
  /** Whoever fails now does not try again. */
  readonly isLastAttempt: boolean;
}

interface Answered<T> {
  readonly reading: ReturnType<StructuredList<T>['read']>;
  readonly model: string | null;
}

/** The answer to a step, and its repair where something of it could not be read. What `ask` throws is let through. */
export async function askList<T>(
  step: string,
  list: StructuredList<T>,
  parts: Parameters<StructuredList<T>['request']>[0],
  { ask, isLastAttempt }: Asking,
): Promise<Answered<T>> {
  const request = list.request(parts);
  const reply = await ask(step, request);
  const { model } = reply;
  const first = list.read(reply);
  const repair = list.repair(request, first);
  if (repair === null) return { reading: first, model };
  try {
    return { reading: list.read(await ask('repair', repair), first), model };
  } catch (error) {
    // What was good of the first answer is not thrown away for it.
    const isOver = error instanceof LlamaFault && (!error.isRetryable || isLastAttempt);
    if (!isOver) throw error;
    return { reading: first, model };
  }
}
