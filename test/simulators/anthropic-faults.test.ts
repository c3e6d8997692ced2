import { APIError, APIUserAbortError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import type { AnthropicSimulator } from './anthropic.ts';
import { hello, readStream, startSession } from './session.ts';
import type { Action } from './steps.ts';

function refuseHaiku(request: { model: string }): Action {
  return request.model.includes('haiku')
    ? { kind: 'http', status: 529, headers: { 'retry-after-ms': '1' } }
    : { kind: 'reply', text: 'From the other model.' };
}

async function settled(simulator: AnthropicSimulator, index: number, state: 'sent' | 'left') {
  await expect.poll(() => simulator.requests[index]?.state).toBe(state);
}

describe('faults', () => {
  it('gives 429 with its retry-after, which the SDK obeys', async () => {
    const { simulator, client } = await startSession({
      script: [
        { kind: 'http', status: 429, headers: { 'retry-after': '1' } },
        { kind: 'reply', text: 'Now.' },
      ],
    });
    expect((await readStream(client)).text()).toBe('Now.');
    const [first, second] = simulator.requests;
    expect(first?.status).toBe(429);
    // Its own first pause would be half a second at most.
    expect((second?.arrivedAt ?? 0) - (first?.arrivedAt ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is overloaded for one model for ever and fine for the other', async () => {
    const { simulator, client } = await startSession();
    simulator.enqueue({ kind: 'forever', step: refuseHaiku });
    await expect(client.messages.create(hello)).rejects.toMatchObject({
      status: 529,
      type: 'overloaded_error',
    });
    expect(simulator.requests).toHaveLength(3);
    const other = await readStream(client, { ...hello, model: 'claude-sonnet-5-5' });
    expect(other.text()).toBe('From the other model.');
  });

  it('sends an error event after some text', async () => {
    const { client } = await startSession({
      script: [{ kind: 'errorEventAfter', text: 'Allora, il KITAS' }],
    });
    const { error, text } = await readStream(client);
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status: undefined, type: 'overloaded_error' });
    expect(text()).toBe('Allora, il KITAS');
  });

  it.each([
    { kind: 'cutAfter', text: 'Allora, il' },
    { kind: 'endEarly', text: 'Allora, il' },
    { kind: 'malformedJson', text: 'Allora, il' },
  ] as const)('breaks a stream after its text: $kind', async (step) => {
    const { simulator, client } = await startSession({ script: [step] });
    const { error, text } = await readStream(client);
    expect(error).toBeInstanceOf(Error);
    expect(text()).toBe('Allora, il');
    expect(simulator.requests).toHaveLength(1);
  });

  it('answers a stream with a page of HTML', async () => {
    const { client } = await startSession({ script: [{ kind: 'wrongContentType' }] });
    expect((await readStream(client)).error).toBeInstanceOf(Error);
  });

  it.each([
    { kind: 'cutAfter', text: 'Allora' },
    { kind: 'endEarly', text: 'Allora' },
    { kind: 'malformedJson', text: 'Allora' },
    { kind: 'errorEventAfter', text: 'Allora' },
  ] as const)('fails a request that is not streamed as well: $kind', async (step) => {
    const { client } = await startSession({ script: [step] });
    await expect(client.messages.create(hello, { maxRetries: 0 })).rejects.toBeInstanceOf(Error);
  });

  it.each([{ kind: 'stallAfter', text: 'Allora' }, { kind: 'stallAfterHeaders' }] as const)(
    'holds a stalled stream open until the reader leaves: $kind',
    async (step) => {
      const { simulator, client } = await startSession({ script: [step] });
      const stream = client.messages.stream(hello);
      const failure = stream.finalMessage().catch((error: unknown) => error);
      await expect.poll(() => simulator.requests[0]?.status).toBe(200);
      expect(simulator.requests[0]?.state).toBe('open');
      stream.abort();
      expect(await failure).toBeInstanceOf(APIUserAbortError);
      await settled(simulator, 0, 'left');
    },
  );

  it.each([{ kind: 'stallAfter', text: 'Allora' }, { kind: 'silence' }] as const)(
    'lets go of a held connection when it closes: $kind',
    async (step) => {
      const { simulator, client } = await startSession({ script: [step] });
      const quiet = client.withOptions({ maxRetries: 0 });
      const reading = readStream(quiet);
      await expect.poll(() => simulator.requests.length).toBe(1);
      await simulator.close();
      expect((await reading).error).toBeInstanceOf(Error);
    },
  );
});
