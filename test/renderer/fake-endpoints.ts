import type { Handlers } from './fake-refusal.ts';

/** Claude and LLaMA, both well. */
export const endpointHandlers: Pick<Handlers, 'claude:test' | 'endpoint:test'> = {
  'claude:test': () => ({ ok: true, model: 'claude-haiku-5-5', latencyMs: 640 }),
  'endpoint:test': () => ({
    ok: true,
    kind: 'runpod',
    model: 'meta-llama/Llama-3.3-70B-Instruct',
    latencyMs: 840,
    queue: { waiting: 2, running: 1 },
    isAsleep: false,
  }),
};
