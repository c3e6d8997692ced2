import type { LlamaReply, LlamaRequest } from '../../llama/endpoint.ts';
import { LlamaFault } from '../../llama/fault.ts';
import { insightList } from './item.ts';
import type { Reading } from './judge.ts';
import type { Asked, GeneratePrompt } from './prompt.ts';

interface Answered {
  readonly reading: Reading;
  readonly model: string | null;
}

interface Asking {
  /** Asks once per step, see `JobTools.ask`. */
  ask(this: void, step: string, request: LlamaRequest): Promise<LlamaReply>;
  /** Whoever fails now does not try again. */
  readonly isLastAttempt: boolean;
}

/** The answer, and its repair where something of it could not be read. What `ask` throws is let through. */
export async function askItems(
  prompt: GeneratePrompt,
  asked: Asked,
  { ask, isLastAttempt }: Asking,
): Promise<Answered> {
  const list = insightList(asked.count);
  const request = list.request(prompt.request(asked));
  const reply = await ask('generate', request);
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
