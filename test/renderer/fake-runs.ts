import type { KnowledgeRun } from '../../src/shared/knowledge-run.ts';
import type { Emit } from '../../src/shared/events.ts';
import { found, type Handlers } from './fake-refusal.ts';

const nothingSpent = { requests: 0, costUsd: 0, gpuMs: 0, inputTokens: 0, outputTokens: 0 };

/** Runs of the generator of knowledge, in memory: they begin and make nothing. */
export function runHandlers(
  emit: Emit,
  now: number,
): Pick<Handlers, Extract<keyof Handlers, `knowledge:${string}`>> {
  let runs: KnowledgeRun[] = [];
  const change = (runId: string, changes: Partial<KnowledgeRun>): KnowledgeRun => {
    runs = runs.map((run) => (run.id === runId ? { ...run, ...changes } : run));
    emit('knowledge:changed', { runId });
    return found(runs.find(({ id }) => id === runId));
  };
  return {
    'knowledge:estimate': ({ target }) => ({
      insights: target,
      batches: Math.ceil(target / 7),
      gpuMinutes: target / 15,
      costUsd: target * 0.00136,
      from: 'usual',
    }),
    'knowledge:generate': ({ target, goesTo }) => {
      const going = runs.find(({ state }) => state === 'running');
      if (going) return going;
      const run = newRun(`019ac000-0000-7000-8000-00000000000${runs.length}`, target, goesTo, now);
      runs = [run, ...runs];
      emit('knowledge:changed', { runId: run.id });
      return run;
    },
    'knowledge:runs': () => runs,
    'knowledge:rejected': () => [],
    'knowledge:cancel': ({ runId }) =>
      change(runId, { state: 'done', ending: 'cancelled', alive: 0, endedAt: now }),
    'knowledge:undo': ({ runId }) => ({ removed: 0, run: change(runId, { state: 'undone', kept: 0 }) }),
  };
}

function newRun(id: string, target: number, goesTo: KnowledgeRun['goesTo'], now: number): KnowledgeRun {
  return {
    id,
    state: 'running',
    ending: null,
    target,
    goesTo,
    lanes: 4,
    perBatch: 10,
    planVersion: '4a8a81fc',
    promptVersion: 'generate-insights-1c2d3e4f',
    models: [],
    endpoints: [],
    batches: { planned: 4, ended: 0, failed: 0 },
    alive: 4,
    taken: 0,
    kept: 0,
    rejected: 0,
    rejects: {},
    yield: null,
    spending: nothingSpent,
    lastError: null,
    startedAt: now,
    endedAt: null,
  };
}
