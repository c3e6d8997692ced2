import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { IntentStanding } from '../../src/shared/answer.ts';
import type { ReplyDetails } from '../../src/shared/message.ts';
import { startAnthropicSimulator } from '../simulators/anthropic.ts';
import { verdict } from '../simulators/steps.ts';
import { furnishFolder, marioUnknown, openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder([marioUnknown]);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

const send = ['chat', 'send', '-c', 'Mario', '-t', 'Quanto costa il KITAS investitore?'];

async function openDesk() {
  const simulator = await startAnthropicSimulator();
  onTestFinished(() => simulator.close());
  const desk = openTestDesk({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: simulator.url }, furnished);
  return { simulator, ...desk };
}

async function standingOf({ jiwa }: Pick<TestDesk, 'jiwa'>): Promise<IntentStanding | undefined> {
  const ran = await jiwa(['answers', 'thresholds', '--json']);
  const { intents } = ran.json() as { intents: IntentStanding[] };
  return intents.find(({ intent }) => intent === 'kitas-investor-price');
}

it('a prepared reply is sent out with what Claude found, and why it waits in direct mode', async () => {
  const { simulator, jiwa } = await openDesk();
  simulator.enqueueChecks(verdict('doubtful', 'It asks for two people.'));
  const { code, stdout } = await jiwa([...send, '--direct']);
  expect(code).toBe(0);
  expect(stdout).toContain('1.150 €');
  expect(stdout).toMatch(/waits +not yet sure enough: 0 of 368 checks/);
  expect(stdout).toMatch(/check +doubtful: It asks for two people\. \([\d.]+ m?s, \$0\.\d+\)/);
});

it('what was learnt of each intent is a table, and a mark changes it and is taken back', async () => {
  const desk = await openDesk();
  const { jiwa } = desk;
  const { reply } = (await jiwa([...send, '--json'])).json() as ReplyDetails;
  expect(await standingOf(desk)).toMatchObject({ served: 1, labels: 1, wrong: 0, sureFrom: null });
  const marked = await jiwa(['answers', 'wrong', reply.id]);
  expect(marked.stdout).toBe('Marked as a wrong answer.\n');
  expect(await standingOf(desk)).toMatchObject({ served: 1, labels: 1, wrong: 1, needed: 555 });
  const { stdout } = await jiwa(['answers', 'thresholds']);
  expect(stdout).toMatch(/kitas-investor-price +1 +1 +1 +100 % +0\.\d\d default +draft: 1 of 555 checks/);
  expect(stdout).toContain('while that is under 1 %');
  await jiwa(['answers', 'wrong', reply.id, '--undo']);
  expect(await standingOf(desk)).toMatchObject({ labels: 1, wrong: 0 });
});

it('a mark on a reply that is not there, or that Claude wrote, says so', async () => {
  const { simulator, jiwa } = await openDesk();
  const gone = await jiwa(['answers', 'wrong', '01a2113a-1905-7349-83af-eed383d32241']);
  expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('There is no reply')]);
  simulator.enqueue({ kind: 'reply', text: 'Vediamo.' });
  const { reply } = (
    await jiwa(['chat', 'send', '-c', 'Mario', '-t', 'Mi vergogno a chiederlo, ma…', '--json'])
  ).json() as ReplyDetails;
  const claude = await jiwa(['answers', 'wrong', reply.id]);
  expect([claude.code, claude.stderr]).toEqual([1, expect.stringContaining('prepared answer')]);
});
