import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Step } from '../../simulators/steps.ts';
import { always, drills, half, reply, STRONG } from './drills.ts';
import { startChat } from './harness.ts';

describe('the failure drill', () => {
  it.each(drills.map((drill) => [drill.title, drill] as const))('%s', async (_, drill) => {
    const desk = await startChat({ ...drill.options, script: drill.script });
    const ended = await desk.answer();
    const { state, outcome, fault, text } = ended;
    expect({ state, outcome, fault, text }).toEqual({
      state: drill.state,
      outcome: drill.outcome,
      fault: drill.fault,
      text: drill.text,
    });
    const asked = desk.simulator.requests.flatMap(({ messages }) => (messages ? [messages.model] : []));
    expect(asked).toEqual(drill.asked);
    expect(ended.modelReason === 'fallback').toBe(asked.includes(STRONG));
    expect(desk.shown(ended.id)).toBe(drill.text);
    const { messages } = desk.chat.readTimeline({ clientId: desk.client.id, beforeId: null, limit: 10 });
    expect(messages.map((message) => message.text)).toEqual(['Ciao, una domanda', drill.text]);
  });

  it('says that there is no network when nothing listens, after the retries of the SDK', async () => {
    const desk = await startChat({ baseUrl: `http://127.0.0.1:${await closedPort()}` });
    const ended = await desk.answer();
    expect(ended).toMatchObject({ state: 'failed', outcome: 'empty', fault: 'no_network', text: '' });
  });

  it('writes no text, name or key of anybody into the log or the console', async () => {
    const levels = ['debug', 'info', 'log', 'warn', 'error'] as const;
    const consoles = levels.map((level) => vi.spyOn(console, level).mockReturnValue(undefined));
    onTestFinished(() => consoles.forEach((spy) => spy.mockRestore()));
    const secret = 'Zanzibar-segreto';
    for (const script of [
      [{ kind: 'malformedJson', text: secret }],
      [{ kind: 'http', status: 400, message: secret }],
      [{ kind: 'toolUse', name: secret, input: { query: secret } }, reply],
    ] satisfies Step[][]) {
      const desk = await startChat({ script });
      await desk.answer(secret);
      const written = JSON.stringify(desk.lines);
      expect(written).not.toContain(secret);
      expect(written).not.toContain('test-key');
      expect(written).not.toContain('Giulia');
      expect(consoles.flatMap((spy) => spy.mock.calls)).toEqual([]);
    }
  });

  it('keeps exactly what was shown when it is stopped, at any moment', async () => {
    const desk = await startChat({
      script: [
        always({ kind: 'reply', text: 'uno due tre quattro cinque sei sette otto nove dieci', delayMs: 4 }),
      ],
    });
    const seen = new Set<string>();
    for (let step = 0; step < 24; step++) {
      const { reply: started } = desk.chat.receive({
        clientId: desk.client.id,
        text: `Domanda ${step}`,
        channel: 'phone',
      });
      await new Promise((resolve) => setTimeout(resolve, step * 4));
      desk.chat.stop(started.id);
      const ended = await desk.chat.finished(started.id);
      expect(ended.text).toBe(desk.shown(started.id));
      expect(['stopped', 'complete']).toContain(ended.outcome);
      expect(ended.state).toBe(ended.text === '' ? 'failed' : 'draft');
      seen.add(`${ended.outcome} ${ended.text === '' ? 'without' : 'with'} text`);
    }
    // Otherwise the moments tried were not different ones.
    expect(seen).toContain('stopped without text');
    expect(seen).toContain('stopped with text');
  });

  it('drops the connection when a reply is stopped, and keeps what was used so far', async () => {
    const desk = await startChat({
      script: [{ kind: 'stallAfter', text: half }],
      settings: { claude: { stallMs: 60_000 } },
    });
    const streamed = desk.streamed();
    const { reply: started } = desk.chat.receive({
      clientId: desk.client.id,
      text: 'Ciao',
      channel: 'phone',
    });
    await streamed;
    desk.chat.stop(started.id);
    const ended = await desk.chat.finished(started.id);
    expect(ended).toMatchObject({ state: 'draft', outcome: 'stopped', fault: null });
    expect(ended.usage?.input ?? 0).toBeGreaterThan(0);
    await expect.poll(() => desk.simulator.requests[0]?.state).toBe('left');
  });
});

function closedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
