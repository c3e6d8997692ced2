import { expect, it } from 'vitest';
import { toFault, type ErrorTraits } from '../../../src/main/chat/claude-fault.ts';

const nothing: ErrorTraits = { kind: 'other', status: undefined, type: null, hasAnswer: false };

it.each([
  [{ kind: 'api', status: 401 }, 'invalid_key'],
  [{ kind: 'api', status: 402 }, 'invalid_key'],
  [{ kind: 'api', status: 403 }, 'invalid_key'],
  [{ kind: 'api', status: 400 }, 'bad_request'],
  [{ kind: 'api', status: 404 }, 'bad_request'],
  [{ kind: 'api', status: 413 }, 'bad_request'],
  [{ kind: 'api', status: 408 }, 'timed_out'],
  [{ kind: 'api', status: 504 }, 'timed_out'],
  [{ kind: 'api', status: 429 }, 'rate_limited'],
  [{ kind: 'api', status: 500 }, 'server_error'],
  [{ kind: 'api', status: 503 }, 'server_error'],
  [{ kind: 'api', status: 529 }, 'overloaded'],
  [{ kind: 'api', type: 'overloaded_error', hasAnswer: true }, 'overloaded'],
  [{ kind: 'api', type: 'rate_limit_error', hasAnswer: true }, 'rate_limited'],
  [{ kind: 'api', type: 'api_error', hasAnswer: true }, 'server_error'],
  [{ kind: 'api', type: 'timeout_error', hasAnswer: true }, 'timed_out'],
  [{ kind: 'api', type: 'new_error', hasAnswer: true }, 'server_error'],
  [{ kind: 'api', status: 400, type: 'billing_error' }, 'invalid_key'],
  [{ kind: 'timeout' }, 'timed_out'],
  [{ kind: 'connection' }, 'no_network'],
  [{ kind: 'other', hasAnswer: true }, 'stream_broken'],
  [{ kind: 'other' }, 'internal'],
] as const satisfies [Partial<ErrorTraits>, string][])('%j is %s', (traits, fault) => {
  expect(toFault({ ...nothing, ...traits })).toBe(fault);
});
