import { expect, it } from 'vitest';
import { shownState } from '../../../src/renderer/chat/shown-state.ts';
import { waits } from '../../../src/shared/job-waits.ts';

it.each([
  ['waits its turn', 'waiting', null, [], 'waiting'],
  ['is at the endpoint, whatever holds new work back', 'waiting', waits.working, [waits.paused], 'running'],
  ['queues at the endpoint', 'waiting', waits.queued, [], 'running'],
  ['waits for the budget', 'waiting', waits.budgetDay, [], 'held'],
  ['waits while all offline work is held', 'waiting', null, [waits.notSet], 'held'],
  ['was analysed, whatever is held now', 'done', null, [waits.paused], 'done'],
  ['failed', 'failed', null, [], 'failed'],
] as const)('a conversation whose analysis %s is shown so', (_, state, waitsFor, holds, shown) => {
  expect(shownState({ state, waitsFor }, holds)).toBe(shown);
});
