import { expect, it } from 'vitest';
import { LlamaFault } from '../../src/main/llama/fault.ts';
import { faultIn, waitOf, waits } from '../../src/shared/job-waits.ts';

it('finds the fault of an endpoint in what a row keeps of it, with its HTTP status', () => {
  const { told } = new LlamaFault(
    'server_error',
    'x.example answered with HTTP 500. It has a problem of its own.',
  );
  expect(faultIn(told)).toEqual({ code: 'server_error', status: 'HTTP 500' });
  expect(faultIn(new LlamaFault('timeout', 'x.example did not answer in time.').told)).toEqual({
    code: 'timeout',
    status: null,
  });
});

it('takes no other sentence for one', () => {
  expect(faultIn('TypeError: it has no items')).toBeNull();
  expect(Object.values(waits).filter((sentence) => faultIn(sentence) !== null)).toEqual([]);
  expect(waitOf('busy: x.example answered with HTTP 503.')).toBeNull();
});
