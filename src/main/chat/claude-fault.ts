import type { FaultCode } from '../../shared/fault.ts';

/** The parts of an error that say what happened. */
export interface ErrorTraits {
  /** `api`: the service said no. `connection`, `timeout`: it was not reached. `other`: anything else. */
  readonly kind: 'api' | 'connection' | 'timeout' | 'other';
  readonly status: number | undefined;
  /** `error.type` of the service ("overloaded_error"). */
  readonly type: string | null;
  /** Whether an answer had begun, so that the network was there. */
  readonly hasAnswer: boolean;
}

/** What the consultant is told about an error. The service's own type says more than the status. */
export function toFault(error: ErrorTraits): FaultCode {
  return byType(error.type) ?? byStatus(error.status) ?? byKind(error);
}

function byType(type: string | null): FaultCode | null {
  switch (type ?? '') {
    case 'authentication_error':
    case 'permission_error':
    case 'billing_error':
      return 'invalid_key';
    case 'rate_limit_error':
      return 'rate_limited';
    case 'overloaded_error':
      return 'overloaded';
    case 'timeout_error':
      return 'timed_out';
    case 'invalid_request_error':
    case 'not_found_error':
    case 'request_too_large':
      return 'bad_request';
    case 'api_error':
      return 'server_error';
    default:
      return null;
  }
}

function byStatus(status: number | undefined): FaultCode | null {
  if (status === undefined) return null;
  if (status === 401 || status === 402 || status === 403) return 'invalid_key';
  if (status === 408 || status === 504) return 'timed_out';
  if (status === 429) return 'rate_limited';
  if (status === 529) return 'overloaded';
  return status >= 500 ? 'server_error' : 'bad_request';
}

function byKind({ kind, hasAnswer }: ErrorTraits): FaultCode {
  if (hasAnswer) return kind === 'api' ? 'server_error' : 'stream_broken';
  if (kind === 'timeout') return 'timed_out';
  return kind === 'connection' ? 'no_network' : 'internal';
}
