import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { proposalPool } from '../simulators/proposal-pool.ts';
import { startLlamaServer } from '../simulators/llama-server.ts';
import { furnishFolder, marioUnknown, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder([marioUnknown]);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

const far = 'il negozio di surf è vicino a voi?';

it('ways to ask are proposed, listed, put into use by hand, and what was refused says why', async () => {
  const pool = proposalPool({ variations: [far, 'quanto costa il KITAS investitore'] });
  const server = await startLlamaServer({ answer: pool.answer });
  onTestFinished(() => server.close());
  const { jiwa } = openTestDesk({ JIWA_LLAMA_KIND: 'openai', JIWA_LLAMA_URL: server.url }, furnished);
  const ran = await jiwa(['answers', 'propose', '-i', 'office-hours', '-l', 'it', '--json']);
  expect(ran.code).toBe(0);
  expect(ran.json()).toMatchObject({ added: 1, alive: 0, questions: 0 });
  const waiting = (await jiwa(['answers', 'proposals', 'list', '--json'])).json() as {
    variations: readonly { id: string; text: string; reason: string }[];
  };
  expect(waiting.variations).toMatchObject([{ text: far, reason: 'far' }]);
  const { stdout } = await jiwa(['answers', 'proposals', 'list', '--state', 'rejected']);
  expect(stdout).toContain('quanto costa il KITAS investitore');
  const id = waiting.variations[0]?.id.slice(-12) ?? '';
  expect((await jiwa(['answers', 'proposals', 'approve', id])).stdout).toBe('It is in use.\n');
  const again = await jiwa(['answers', 'proposals', 'reject', id]);
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('There is no proposal')]);
});
