import { MINUTE } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listAbandoned, markTakenBack } from '../db/job-requests.ts';
import { LlamaFault } from '../llama/fault.ts';
import type { Log } from '../log.ts';
import type { EndpointInUse } from './endpoint-in-use.ts';

interface TakingBackParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly endpoint: () => EndpointInUse | null;
  readonly onChange?: (jobIds: readonly string[]) => void;
}

/** Tells the endpoint what nobody waits for any more, also after a restart, until it has heard it. */
export class TakingBack {
  readonly #parts: TakingBackParts;
  #at: Promise<void> | null = null;
  #notBefore = 0;

  constructor(parts: TakingBackParts) {
    this.#parts = parts;
  }

  /** When to try again; null where there is nothing to tell. */
  get nextAt(): number | null {
    const inUse = this.#parts.endpoint();
    if (this.#at !== null || inUse === null || listAbandoned(this.#parts.db, inUse.id).length === 0)
      return null;
    return this.#notBefore;
  }

  /** One round; a call while it goes on waits for that one. Never throws. */
  run(): Promise<void> {
    const { clock, endpoint } = this.#parts;
    const inUse = endpoint();
    if (this.#at === null && inUse !== null && clock.now() >= this.#notBefore) {
      this.#at = this.#round(inUse).finally(() => {
        this.#at = null;
      });
    }
    return this.#at ?? Promise.resolve();
  }

  async #round({ id, endpoint }: EndpointInUse): Promise<void> {
    const { db, clock, log, onChange } = this.#parts;
    for (const request of listAbandoned(db, id)) {
      try {
        await endpoint.cancel(request.remoteId);
        markTakenBack(db, request.id);
        onChange?.([request.jobId]);
        log.info({ job: request.jobId }, 'a request was taken back');
      } catch (error) {
        this.#notBefore = clock.now() + MINUTE;
        const code = error instanceof LlamaFault ? error.code : (error as Error).name;
        log.warn({ job: request.jobId, code }, 'a request could not be taken back yet');
        return;
      }
    }
  }
}
