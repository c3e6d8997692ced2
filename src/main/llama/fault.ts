import type { LlamaFaultCode } from '../../shared/endpoint.ts';

/** Whether the same request may go well later, by itself. */
const isRetryable: Readonly<Record<LlamaFaultCode, boolean>> = {
  not_set: false,
  unauthorized: false,
  not_found: false,
  too_large: false,
  rate_limited: true,
  busy: true,
  no_workers: true,
  refused: false,
  timeout: true,
  unreachable: true,
  malformed: true,
  empty: true,
  worker_failed: true,
  server_error: true,
  cancelled: false,
};

interface FaultOptions extends ErrorOptions {
  readonly retryAfterMs?: number | null;
  readonly mayHaveArrived?: boolean;
}

/** What went wrong at an endpoint, in words a person can act on: no key, no text of a prompt or an answer. */
export class LlamaFault extends Error {
  readonly code: LlamaFaultCode;
  readonly isRetryable: boolean;
  /** How long the endpoint asks to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
  /** A request was sent and its answer lost: it may be running there. */
  readonly mayHaveArrived: boolean;

  constructor(code: LlamaFaultCode, message: string, options: FaultOptions = {}) {
    const { retryAfterMs = null, mayHaveArrived = false, ...rest } = options;
    super(message, rest);
    this.name = 'LlamaFault';
    this.code = code;
    this.isRetryable = isRetryable[code];
    this.retryAfterMs = retryAfterMs;
    this.mayHaveArrived = mayHaveArrived;
  }

  /** What rows of jobs keep of it: the words with their code before them, by which a screen finds words of its own (`faultIn`). */
  get told(): string {
    return `${this.code}: ${this.message}`;
  }
}

/** The fault of a server that answered with an error status. `place` is an address without secrets. */
export function faultOfStatus(
  status: number,
  place: string,
  headers: Headers,
  hint: 'too_large' | null = null,
): LlamaFault {
  const code = hint ?? codeOfStatus(status);
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'));
  return new LlamaFault(code, `${place} answered with HTTP ${status}. ${adviceFor[code]}`, { retryAfterMs });
}

/** What to do about it, in one sentence. */
export const adviceFor: Readonly<Record<LlamaFaultCode, string>> = {
  not_set: 'Enter an endpoint in Settings, Offline work.',
  unauthorized: 'Check the key.',
  not_found: 'Check the address or endpoint ID, and the name of the model.',
  too_large: 'Ask for less at once, or use a model with a longer context.',
  rate_limited: 'It asks for a pause; wait before asking again.',
  busy: 'It is loading or has too much to do; wait.',
  no_workers:
    'Look at the endpoint’s page: its highest number of workers may be 0, or no GPU of its kind is free.',
  refused: 'It does not accept the request. Check the address and the name of the model.',
  timeout: 'Wait, or ask for less at once.',
  unreachable: 'Check the address, that it runs, and the network.',
  malformed: 'Check that the address is that of a model server.',
  empty: 'Try again; if it stays so, look at the model.',
  worker_failed: 'Look at the log of the worker.',
  server_error: 'It has a problem of its own; try again later.',
  cancelled: 'It was taken back at the endpoint.',
};

function codeOfStatus(status: number): LlamaFaultCode {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 404 || status === 405 || status === 410) return 'not_found';
  if (status === 413) return 'too_large';
  if (status === 429) return 'rate_limited';
  if (status === 408 || status === 504 || status === 524) return 'timeout';
  if (status === 503 || status === 529) return 'busy';
  return status >= 500 ? 'server_error' : 'refused';
}

/** Milliseconds out of a Retry-After header: seconds, or a date. */
function parseRetryAfter(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds >= 0 ? Math.round(seconds * 1_000) : null;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}
