import { expect, it, onTestFinished, vi } from 'vitest';
import { openClaude } from '../../../src/main/chat/claude.ts';
import type { ClaudeRequest } from '../../../src/main/chat/claude-turn.ts';
import { silentLog } from '../../fixtures/desk.ts';
import { startAnthropicSimulator } from '../../simulators/anthropic.ts';
import type { Step } from '../../simulators/steps.ts';

const request: ClaudeRequest = {
  model: 'claude-sonnet-5-5',
  maxTokens: 100,
  rules: 'The stable rules.',
  catalogue: null,
  turns: [{ role: 'user', content: [{ type: 'text', text: 'Halo' }] }],
  tools: [],
  mayUseTools: false,
};

/** As Node 18 has it once memory was collected: the request goes out, and its signal is forgotten. */
const forgetful: typeof fetch = (input, init) => {
  const { signal: _forgotten, ...rest } = init ?? {};
  return fetch(input, rest);
};

async function open(step: Step, limits: { readonly timeoutMs: number; readonly stallMs: number }) {
  const simulator = await startAnthropicSimulator({ key: 'test-key', script: [step] });
  onTestFinished(() => simulator.close());
  const baseUrl = simulator.url;
  const claude = openClaude({ baseUrl, apiKey: 'test-key', ...limits, log: silentLog, fetch: forgetful });
  return { simulator, claude };
}

const short = 200;
const long = 60_000;

it('stops waiting for an answer in time where a request forgets its signal', async () => {
  const { claude } = await open({ kind: 'silence' }, { timeoutMs: short, stallMs: long });
  const turn = await claude.stream(request, {
    signal: new AbortController().signal,
    onText: () => undefined,
  });
  expect(turn.ending).toMatchObject({ kind: 'fault', fault: 'timed_out' });
});

it('leaves an answer that stalls where a request forgets its signal: what came is kept, the connection is let go', async () => {
  const step = { kind: 'stallAfter', text: 'Half of it' } as const;
  const { claude, simulator } = await open(step, { timeoutMs: long, stallMs: short });
  const turn = await claude.stream(request, {
    signal: new AbortController().signal,
    onText: () => undefined,
  });
  expect(turn.ending).toMatchObject({ kind: 'fault', fault: 'stalled' });
  expect(turn.text).toBe('Half of it');
  await vi.waitFor(() => expect(simulator.requests[0]?.state).toBe('left'));
});

it('can be stopped before and in the middle of an answer where a request forgets its signal', async () => {
  const steps = [{ kind: 'silence' }, { kind: 'stallAfter', text: 'Half of it' }] as const;
  for (const step of steps) {
    const { claude, simulator } = await open(step, { timeoutMs: long, stallMs: long });
    const stopping = new AbortController();
    const asked = claude.stream(request, { signal: stopping.signal, onText: () => stopping.abort() });
    await vi.waitFor(() => expect(simulator.requests).toHaveLength(1));
    if (step.kind === 'silence') stopping.abort();
    expect((await asked).ending).toEqual({ kind: 'aborted' });
  }
});
