import type { Emit } from '../../src/shared/events.ts';
import type { PreparationRun } from '../../src/shared/preparation.ts';
import { found, type Handlers } from './fake-refusal.ts';

/** Runs for prepared answers, in memory: they begin and write nothing. What is switched off stays as it is. */
export function preparationHandlers(
  emit: Emit,
  now: number,
): Pick<
  Handlers,
  | 'answers:enable'
  | 'answers:propose'
  | 'answers:estimate'
  | 'answers:prepare'
  | 'answers:preparation'
  | 'answers:cancel'
> {
  let last: PreparationRun | undefined;
  return {
    'answers:enable': () => undefined,
    'answers:propose': () => ({ jobs: ['1', '2'], added: 2, questions: 1 }),
    'answers:estimate': () => ({
      answers: 612,
      requests: 153,
      gpuMinutes: 30.6,
      costUsd: 0.62,
      from: 'usual',
    }),
    'answers:prepare': () => (last = newRun(now)),
    'answers:preparation': () => ({ last: last ?? null, renewing: 0 }),
    'answers:cancel': () => {
      last = { ...found(last), isCancelled: true, alive: 0, endedAt: now };
      emit('job:changed', { rows: [], isAll: true });
      return last;
    },
  };
}

function newRun(now: number): PreparationRun {
  return {
    id: '019ac000-0000-7000-8000-0000000000a1',
    wanted: 612,
    startedAt: now,
    endedAt: null,
    isCancelled: false,
    requests: { all: 153, over: 0, failed: 0 },
    alive: 153,
    taken: 0,
    rejected: 0,
    yield: null,
    spending: { costUsd: 0, gpuMs: 0 },
    lastError: null,
  };
}
