import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** Where LLaMA runs. */
export function registerEndpoint(handle: Handle, desk: () => Core): void {
  handle('endpoint:test', (how) => desk().llama.test(how));
}
