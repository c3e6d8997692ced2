import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { listClients } from '../../src/main/db/clients.ts';
import { readMessagePage } from '../../src/main/db/messages.ts';
import { openDb } from '../../src/main/db/open.ts';
import type { Message, ReplyDetails } from '../../src/shared/message.ts';
import { startAnthropicSimulator, type AnthropicSimulatorOptions } from '../simulators/anthropic.ts';
import { collect, furnishFolder, marioUnknown, openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const hard = 'Mi vergogno un po’ a chiederlo, ma se poi l’attività non va bene?';

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder([marioUnknown]);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function openChatDesk(options: AnthropicSimulatorOptions = {}) {
  const simulator = await startAnthropicSimulator(options);
  onTestFinished(() => simulator.close());
  const desk = openTestDesk({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: simulator.url }, furnished);
  return { simulator, ...desk };
}

/** Waits until this text was kept for the only client. */
async function untilKept({ dataDir }: TestDesk, text: string): Promise<void> {
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  try {
    for (;;) {
      const [client] = listClients(db, '');
      const { messages } = readMessagePage(db, client!.id, { beforeId: null, limit: 10 });
      if (messages.some((message) => message.text.includes(text))) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    db.close();
  }
}

describe('chat send', () => {
  it('prints the reply of Claude with what stood behind it', async () => {
    const { jiwa, simulator } = await openChatDesk();
    simulator.enqueue({ kind: 'reply', text: 'Hai fatto bene a chiederlo.' });
    const { code, stdout } = await jiwa(['chat', 'send', '-c', 'mario', '-t', hard]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Hai fatto bene a chiederlo\.\n\n/);
    for (const word of ['draft', 'claude-', 'Mi vergogno a chiederlo', 'first text', '$0.0'])
      expect(stdout).toContain(word);
  });

  it('is one JSON document with message, reply and details', async () => {
    const { jiwa, simulator } = await openChatDesk();
    const ran = await jiwa([
      'chat',
      'send',
      '-c',
      'Mario',
      '-t',
      hard,
      '--channel',
      'email',
      '--direct',
      '--json',
    ]);
    expect(ran.code).toBe(0);
    const { message, reply, insights } = ran.json() as { message: Message } & ReplyDetails;
    expect(message.text).toBe(hard);
    expect(reply).toMatchObject({
      state: 'sent',
      outcome: 'complete',
      source: 'claude',
      text: 'This is the reply of the simulator.',
    });
    expect(insights.length).toBeGreaterThan(0);
    expect(simulator.requests).toHaveLength(1);
    const shown = await jiwa(['client', 'show', 'Mario', '--json']);
    expect(shown.json()).toMatchObject({ conversations: [{ channel: 'email', endedAt: null }] });
  });

  it('serves a prepared answer without a key and without asking anybody', async () => {
    const { jiwa, simulator } = await openChatDesk();
    const text = 'Quanto costa il KITAS investitore?';
    const { code, stdout } = await jiwa(['chat', 'send', '-c', 'Mario', '-t', '-'], {
      input: `${text}\n`,
      env: { ANTHROPIC_API_KEY: '' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('prepared answer kitas-investor-price');
    expect(simulator.requests).toEqual([]);
  });

  it('keeps the message and ends with 1 when there is no key', async () => {
    const { jiwa } = await openChatDesk();
    const { code, stderr } = await jiwa(['chat', 'send', '-c', 'Mario', '-t', hard], {
      env: { ANTHROPIC_API_KEY: '' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('ANTHROPIC_API_KEY');
    expect((await jiwa(['client', 'show', 'Mario'])).stdout).toContain(hard);
  });

  it('says that the key is wrong', async () => {
    const { jiwa } = await openChatDesk({ key: 'another-key' });
    const ran = await jiwa(['chat', 'send', '-c', 'Mario', '-t', hard, '--json']);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('did not accept the key');
    expect(ran.json()).toMatchObject({ reply: { state: 'failed', fault: 'invalid_key' } });
  });

  it('refuses a message without text', async () => {
    const { jiwa } = await openChatDesk();
    expect((await jiwa(['chat', 'send', '-c', 'Mario', '-t', '  '])).code).toBe(2);
  });

  it('keeps the reply so far when it is interrupted', async () => {
    const desk = await openChatDesk();
    desk.simulator.enqueue({ kind: 'stallAfter', text: 'Hai fatto bene' });
    const child = desk.start(['chat', 'send', '-c', 'Mario', '-t', hard, '--json']);
    const ended = collect(child);
    await untilKept(desk, 'Hai fatto bene');
    child.kill('SIGINT');
    const ran = await ended;
    expect(ran.code).toBe(130);
    expect(ran.json()).toMatchObject({
      reply: { state: 'draft', outcome: 'stopped', text: 'Hai fatto bene' },
    });
  });

  it('loses nothing when it is killed', async () => {
    const desk = await openChatDesk();
    desk.simulator.enqueue({ kind: 'stallAfter', text: 'Hai fatto bene' });
    const child = desk.start(['chat', 'send', '-c', 'Mario', '-t', hard]);
    const ended = collect(child);
    await untilKept(desk, 'Hai fatto bene');
    child.kill('SIGKILL');
    await ended;
    const { messages } = (await desk.jiwa(['client', 'show', 'Mario', '--json'])).json() as {
      messages: Message[];
    };
    expect(messages).toMatchObject([
      { author: 'client', text: hard },
      { author: 'desk', state: 'draft', outcome: 'cut', fault: 'interrupted', text: 'Hai fatto bene' },
    ]);
  });
});

describe('chat end', () => {
  it('ends the open conversation, and ends with 3 when none is open', async () => {
    const { jiwa } = await openChatDesk();
    await jiwa(['chat', 'send', '-c', 'Mario', '-t', hard]);
    const ran = await jiwa(['chat', 'end', '-c', 'Mario', '--json']);
    expect(ran.code).toBe(0);
    expect(ran.json()).toMatchObject({ endReason: 'button' });
    expect((await jiwa(['chat', 'end', '-c', 'Mario'])).code).toBe(3);
  });
});
