import { expect, it } from 'vitest';
import { startChat } from './harness.ts';

it('says how a reply ended, and names the reply in every line about it', async () => {
  const desk = await startChat({
    script: [
      { kind: 'toolUse', name: 'look_up_house_facts', input: { query: 'orari' } },
      { kind: 'forever', step: { kind: 'http', status: 400, errorType: 'invalid_request_error' } },
    ],
    answers: {
      match: () => Promise.reject(new Error('down')),
      lookUpFacts: () => Promise.reject(new Error('down')),
    },
    knowledge: { retrieve: () => Promise.reject(new Error('down')) },
  });
  const { id } = await desk.answer('Segretissimo zq7x');
  expect(desk.lines.map(({ what }) => what)).toEqual([
    'matching failed; going on without prepared answers',
    'search failed; going on without its results',
    'tool failed',
    'claude did not answer to the end',
    'reply ended',
  ]);
  expect(desk.lines.every(({ fields }) => fields['replyId'] === id)).toBe(true);
  expect(desk.lines.at(-1)).toMatchObject({
    level: 'info',
    fields: { state: 'failed', outcome: 'empty', fault: 'bad_request', model: 'claude-haiku-5-5' },
  });
  expect(JSON.stringify(desk.lines)).not.toContain('zq7x');
});
