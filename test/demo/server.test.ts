import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDemoServer, type DemoLogLine } from '../../src/demo/server.ts';
import { exampleRequest, mario, type ExampleRequest } from './request.ts';

async function start() {
  const lines: DemoLogLine[] = [];
  const server = await startDemoServer({ pace: 0, log: (line) => lines.push(line) });
  onTestFinished(() => server.close());
  const client = new Anthropic({ apiKey: 'demo', authToken: null, baseURL: server.url, logLevel: 'off' });
  return { server, client, lines };
}

/** The example as parameters of the SDK, which has stricter types for the same shape. */
function params(example: ExampleRequest): Anthropic.MessageCreateParamsNonStreaming {
  return JSON.parse(JSON.stringify(exampleRequest(example))) as Anthropic.MessageCreateParamsNonStreaming;
}

describe('demo server', () => {
  it('streams and returns the same reply', async () => {
    const { server, client, lines } = await start();
    const request = params({ message: 'Ciao', context: mario });
    let streamed = '';
    const stream = client.messages.stream(request);
    stream.on('text', (delta) => {
      streamed += delta;
    });
    await stream.finalMessage();
    const message = await client.messages.create(request);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(streamed).toBe('Ciao Mario!\n\nCome posso aiutarti?');
    expect(message.content).toEqual([{ type: 'text', text: streamed }]);
    expect(lines.map((line) => line.isStreamed)).toEqual([true, false]);
  });

  it('accounts tokens and reads the stable prefix from the cache the second time', async () => {
    const { client } = await start();
    const first = await client.messages.stream(params({ message: 'Ciao' })).finalMessage();
    const second = await client.messages.stream(params({ message: 'Grazie mille!' })).finalMessage();
    expect(first.usage.cache_creation_input_tokens).toBeGreaterThan(200);
    expect(first.usage.cache_read_input_tokens).toBe(0);
    expect(second.usage.cache_creation_input_tokens).toBe(0);
    expect(second.usage.cache_read_input_tokens).toBe(first.usage.cache_creation_input_tokens);
    expect(second.usage.input_tokens).toBeGreaterThan(10);
    expect(second.usage.output_tokens).toBeGreaterThan(5);
  });

  it('remembers a fact through its tool once, then says so', async () => {
    const { client } = await start();
    const example = {
      message: 'Il mio passaporto scade il 3 marzo 2027.',
      context: mario,
      tools: ['remember_fact'],
    };
    const first = await client.messages.stream(params(example)).finalMessage();
    const [call] = first.content;
    expect(first.stop_reason).toBe('tool_use');
    expect(call).toMatchObject({
      name: 'remember_fact',
      input: { topic: 'passport_expiry', value: '3 marzo 2027' },
    });
    const id = call?.type === 'tool_use' ? call.id : '';
    const request = params(example);
    const messages: Anthropic.MessageParam[] = [
      ...request.messages,
      { role: 'assistant', content: first.content },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: 'Noted.' }] },
    ];
    const second = await client.messages.stream({ ...request, messages }).finalMessage();
    expect(second.stop_reason).toBe('end_turn');
    expect(second.content[0]).toMatchObject({
      text: expect.stringContaining('Ho preso nota della scadenza del passaporto: 3 marzo 2027.') as string,
    });
  });

  it('stays within max_tokens', async () => {
    const { client } = await start();
    const message = await client.messages.stream(params({ message: 'Ciao', maxTokens: 2 })).finalMessage();
    expect(message.stop_reason).toBe('max_tokens');
    expect(message.usage.output_tokens).toBeLessThanOrEqual(2);
  });

  it('lists models, counts tokens and refuses what it cannot read', async () => {
    const { server, client } = await start();
    const listed = await client.models.list();
    expect(listed.data.map((model) => model.id)).toContain('claude-haiku-5-5');
    const { model, messages } = params({ message: 'Ciao '.repeat(200) });
    expect((await client.messages.countTokens({ model, messages })).input_tokens).toBeGreaterThan(200);
    const post = (path: string, body: string) => fetch(`${server.url}${path}`, { method: 'POST', body });
    expect((await post('/v1/messages', '{')).status).toBe(400);
    expect((await post('/v1/messages', '{"model":"m"}')).status).toBe(400);
    expect((await post('/v1/other', '{}')).status).toBe(404);
  });

  it('closes while a reply is being written', async () => {
    const server = await startDemoServer({ pace: 1000 });
    const client = new Anthropic({ apiKey: 'demo', authToken: null, baseURL: server.url, maxRetries: 0 });
    const stream = client.messages.stream(params({ message: 'Ciao' }));
    const failure = stream.finalMessage().catch((error: unknown) => error);
    await stream.emitted('connect');
    await server.close();
    expect(await failure).toBeInstanceOf(Error);
  });
});
