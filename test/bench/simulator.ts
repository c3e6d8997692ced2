import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How an answer comes: ms before its first event, ms before each piece of text, number of pieces (a word each). */
export interface Pace {
  readonly firstMs: number;
  readonly everyMs: number;
  readonly pieces: number;
  /** Counts the tokens of prompts and keeps marked prefixes as the API does. Without it every prompt costs the same. */
  readonly hasCache?: boolean;
}

export type ParentMessage = { readonly kind: 'pace'; readonly pace: Pace } | { readonly kind: 'body' };
export type ChildMessage =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'paced' }
  | { readonly kind: 'body'; readonly body: unknown };

export interface Simulator {
  readonly url: string;
  setPace(pace: Pace): Promise<void>;
  /** The body of the newest request, parsed. */
  lastBody(): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts the Messages API in a child process, which ends with this one whatever happens. */
export async function startSimulator(pace: Pace): Promise<Simulator> {
  const child = fork(fileURLToPath(new URL('simulator-process.ts', import.meta.url)));
  const next = async (): Promise<ChildMessage> => {
    const [message] = (await once(child, 'message')) as [ChildMessage];
    return message;
  };
  const ask = (message: ParentMessage): Promise<ChildMessage> => {
    const answer = next();
    child.send(message);
    return answer;
  };
  const ready = await next();
  if (ready.kind !== 'ready') throw new Error('The simulator did not start.');
  await ask({ kind: 'pace', pace });
  return {
    url: ready.url,
    async setPace(pace) {
      await ask({ kind: 'pace', pace });
    },
    async lastBody() {
      const answer = await ask({ kind: 'body' });
      return answer.kind === 'body' ? answer.body : undefined;
    },
    async close() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
