import { LlamaFault } from '../main/llama/fault.ts';
import type { Llama } from '../main/llama/llama.ts';
import { CliError, exitCodes } from './exit.ts';

/** Work that could not begin is not begun. Throws CliError. */
export function requireEndpoint(llama: Llama): void {
  try {
    llama.endpoint();
  } catch (error) {
    if (!(error instanceof LlamaFault)) throw error;
    const how = 'Or set JIWA_LLAMA_KIND, JIWA_LLAMA_URL and JIWA_LLAMA_KEY.';
    throw new CliError('endpoint_not_set', exitCodes.failure, `${error.message} ${how}`);
  }
}
