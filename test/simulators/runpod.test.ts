import { expect, it, onTestFinished } from 'vitest';
import { startRunpodSimulator, type RunpodOptions } from './runpod.ts';

/** The simulator by plain requests, where it goes beyond what the product asks of it. */
async function open(options: RunpodOptions = {}) {
  const simulator = await startRunpodSimulator(options);
  onTestFinished(() => simulator.close());
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown, key = 'Bearer rp-key') => {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: { authorization: key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : text,
    };
  };
  return { simulator, ask };
}

const input = { input: { messages: [{ role: 'user', content: 'x' }], sampling_params: { max_tokens: 9 } } };
const answer = { kind: 'answer', text: 'satu dua tiga' } as const;

it('takes the key with and without Bearer, and no other', async () => {
  const { ask } = await open();
  const statuses = ['Bearer rp-key', 'rp-key', 'Bearer wrong'].map(
    async (key) => (await ask('GET', '/health', undefined, key)).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 200, 401]);
});

it('answers runsync in one go, or with an id to go on by where the wait is over', async () => {
  const { simulator, ask } = await open();
  simulator.enqueue(answer, { end: answer, queuedLooks: 5 });
  expect((await ask('POST', '/runsync', input)).body).toMatchObject({ status: 'COMPLETED' });
  const late = (await ask('POST', '/runsync?wait=1000', input)).body as { id: string };
  expect(late).toMatchObject({ id: expect.stringMatching(/^sync-/), status: 'IN_QUEUE' });
  for (let look = 0; look < 3; look += 1) await ask('GET', `/status/${late.id}`);
  expect((await ask('GET', `/status/${late.id}`)).body).toMatchObject({ status: 'COMPLETED' });
});

it('purges what waits and leaves what runs', async () => {
  const { simulator, ask } = await open();
  simulator.enqueue({ end: answer, queuedLooks: 9 }, { end: answer, runningLooks: 9 });
  const ids = [];
  for (let job = 0; job < 2; job += 1)
    ids.push(((await ask('POST', '/run', input)).body as { id: string }).id);
  expect((await ask('GET', '/health')).body).toMatchObject({ jobs: { inQueue: 1, inProgress: 1 } });
  expect((await ask('POST', '/purge-queue')).body).toEqual({ removed: 1, status: 'completed' });
  expect(ids.map((id) => simulator.stateOf(id))).toEqual(['CANCELLED', 'IN_PROGRESS']);
});

it('streams what a worker gave, piece by piece', async () => {
  const { simulator, ask } = await open({ generation: 'old' });
  simulator.enqueue({ ...answer, isStreamed: true });
  const { id } = (await ask('POST', '/run', input)).body as { id: string };
  const { body } = await ask('GET', `/stream/${id}`);
  expect(body).toMatchObject({
    status: 'COMPLETED',
    stream: [{ output: { choices: [{ tokens: expect.any(Array) }] } }],
  });
});

it('retries what failed, under the same id', async () => {
  const { simulator, ask } = await open();
  simulator.enqueue({ kind: 'failed', error: 'x' }, answer);
  const { id } = (await ask('POST', '/run', input)).body as { id: string };
  expect((await ask('GET', `/status/${id}`)).body).toMatchObject({ status: 'FAILED', error: 'x' });
  expect((await ask('POST', `/retry/${id}`)).body).toEqual({ id, status: 'IN_QUEUE' });
  expect((await ask('GET', `/status/${id}`)).body).toMatchObject({ id, status: 'COMPLETED' });
});

it('refuses what is too large, has no input, or is of another endpoint', async () => {
  const { simulator, ask } = await open();
  expect((await ask('POST', '/run', { input: 'x'.repeat(10_000_001) })).status).toBe(413);
  expect((await ask('POST', '/run', {})).status).toBe(400);
  expect((await fetch(`${simulator.url}x/health`, { headers: { authorization: 'rp-key' } })).status).toBe(
    404,
  );
  expect(simulator.submissions).toEqual([]);
});
