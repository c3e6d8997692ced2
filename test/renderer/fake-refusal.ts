import type { ErrorCode } from '../../src/shared/fault.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../src/shared/ipc.ts';

export type Handlers = { [K in RequestName]: (input: RequestInput<K>) => RequestOutput<K> };

/** What a handler throws to refuse a request. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(`refused with ${code}`);
    this.code = code;
  }
}

/** The value; refuses the request where there is none. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal('not_found');
  return value;
}
