import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { ReplyDetails } from '../../src/shared/message.ts';
import { startAnthropicSimulator } from '../simulators/anthropic.ts';
import { furnishFolder, marioUnknown, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder([marioUnknown]);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

const send = ['chat', 'send', '-c', 'Mario', '-t', 'Quanto costa il KITAS investitore?', '--json'];

it('Claude’s own answer is written beside a prepared one, listed, compared, and its question given to Claude', async () => {
  const simulator = await startAnthropicSimulator({
    script: [{ kind: 'reply', text: 'Costa 1.150 euro, Mario.' }],
  });
  onTestFinished(() => simulator.close());
  const { jiwa, dataDir } = openTestDesk(
    { ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: simulator.url },
    furnished,
  );
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ shadow: { percent: 100 } }));
  const { reply, shadow } = (await jiwa(send)).json() as ReplyDetails;
  expect(reply.source).toBe('prepared');
  expect(shadow?.text).toBe('Costa 1.150 euro, Mario.');
  const preferred = await jiwa(['answers', 'shadow', 'prefer', reply.id, 'claude']);
  expect(preferred.stdout).toBe('Kept: claude is better.\n');
  const list = await jiwa(['answers', 'shadow', 'list', '--json']);
  expect(list.json()).toMatchObject({
    shadows: [
      { replyId: reply.id, intent: 'kitas-investor-price', prepared: reply.text, preferred: 'claude' },
    ],
    questions: [{ intent: 'kitas-investor-price', shadows: 1, claudeBetter: 1, isEnabled: true }],
  });
  await jiwa(['answers', 'disable', 'kitas-investor-price']);
  const { stdout } = await jiwa(['answers', 'shadow', 'list']);
  expect(stdout).toMatch(/kitas-investor-price +1 +0 +1 +\$0\.\d+ +answered by Claude/);
  expect(((await jiwa(send)).json() as ReplyDetails).reply.source).toBe('claude');
  await jiwa(['answers', 'enable', 'kitas-investor-price']);
  const other = await jiwa(['answers', 'disable', 'no-such-question']);
  expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('There is no intent')]);
});
