import type { Bridge, RequestInput, RequestName, RequestOutput } from '../../shared/ipc.ts';
import type { Tell } from './notice.ts';

/** What a request needs: the way to the main process and the way to tell of a failure. */
export interface Asker {
  readonly bridge: Bridge;
  readonly tell: Tell;
}

/**
 * Asks the main process. A refusal, or a bridge that breaks, is told to the person and gives null;
 * otherwise the value (undefined for verbs that answer nothing). Never throws.
 */
export async function ask<K extends RequestName>(
  asker: Asker,
  name: K,
  input: RequestInput<K>,
): Promise<RequestOutput<K> | null> {
  try {
    const answer = await asker.bridge.request(name, input);
    if (answer.ok) return answer.value;
    asker.tell({ kind: 'error', code: answer.code, message: answer.message });
  } catch (error) {
    asker.tell({ kind: 'error', code: 'internal', message: String(error) });
  }
  return null;
}
