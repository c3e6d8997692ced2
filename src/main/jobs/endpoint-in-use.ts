import { MINUTE, SECOND } from '../../shared/time.ts';
import type { Endpoint, LlamaReply } from '../llama/endpoint.ts';
import type { LlamaFault } from '../llama/fault.ts';
import { open, type Standing } from './gates.ts';

/** The endpoint of the settings. */
export interface EndpointInUse {
  /** Names kind and address: what was submitted elsewhere cannot be collected here. No secret. */
  readonly id: string;
  readonly endpoint: Endpoint;
  /** Requests that may be out at one time. */
  readonly atOnce: number;
  /** In US dollars; null where no price is known. */
  costOf(reply: LlamaReply): number | null;
}

const FIRST_MS = 5 * SECOND;
const LONGEST_MS = 5 * MINUTE;

/** Faults that say something of the endpoint and nothing of the request: no job pays for them with an attempt. */
const ofTheEndpoint: ReadonlySet<LlamaFault['code']> = new Set([
  'not_set',
  'unauthorized',
  'not_found',
  'rate_limited',
  'busy',
  'no_workers',
  'unreachable',
]);

/** Whether the request was never taken, and would be as it is once the endpoint is well. */
export function isOfTheEndpoint(fault: LlamaFault): boolean {
  return ofTheEndpoint.has(fault.code) && !fault.mayHaveArrived;
}

/**
 * The pause that an endpoint gets after a fault, the same for all jobs and longer with each: a thousand jobs must not each
 * find out that the network is gone. Kept in memory: after a restart one request finds out anew.
 */
export class EndpointPause {
  #of: string | null = null;
  #until = 0;
  #faults = 0;
  #because = '';

  /** Returns how long it is. */
  begin(endpointId: string, fault: LlamaFault, now: number): number {
    this.#faults = this.#of === endpointId ? this.#faults + 1 : 1;
    const ms = Math.min(LONGEST_MS, fault.retryAfterMs ?? FIRST_MS * 2 ** Math.min(this.#faults - 1, 10));
    this.#of = endpointId;
    this.#until = now + ms;
    this.#because = fault.told;
    return ms;
  }

  /** The endpoint answered, or the operator changed something. */
  end(): void {
    this.#of = null;
    this.#faults = 0;
  }

  standing(endpointId: string, now: number): Standing {
    const left = this.#until - now;
    // More than the longest is left where the clock was put back.
    if (this.#of !== endpointId || left <= 0 || left > LONGEST_MS) return open;
    return { isOpen: false, because: this.#because, lookAgainMs: left };
  }
}
