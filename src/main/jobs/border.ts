import type { LlamaRequest } from '../llama/endpoint.ts';
import { LlamaFault } from '../llama/fault.ts';

/** What of a client a request would carry out of this machine for all to read, in words; null where nothing does. */
export type Border = (jobId: string, request: LlamaRequest) => string | null;

/** Refuses what the border does not let out: it stays here, and its job says why. Throws LlamaFault. */
export function holdAtBorder(border: Border, jobId: string, request: LlamaRequest): void {
  const found = border(jobId, request);
  if (found === null) return;
  const message = `Nothing was sent: the request holds ${found} of a client, which was not hidden. This is a fault of the app; please report it.`;
  throw new LlamaFault('refused', message);
}
