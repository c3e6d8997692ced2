import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { hello, readStream, startSession } from './session.ts';

const tools: Anthropic.Tool[] = [
  {
    name: 'recall_messages',
    input_schema: { type: 'object', properties: { query: { type: 'string' } }, required: ['query'] },
  },
];

describe('replies', () => {
  it('streams a text in the pieces of the step', async () => {
    const { simulator, client } = await startSession({
      script: [{ kind: 'reply', text: 'Buongiorno, Mario.', chunkSizes: [1, 4] }],
    });
    const pieces: string[] = [];
    const stream = client.messages.stream(hello);
    stream.on('text', (delta) => pieces.push(delta));
    const message = await stream.finalMessage();
    expect(pieces).toEqual(['B', 'uong', 'iorn', 'o, M', 'ario', '.']);
    expect(message.stop_reason).toBe('end_turn');
    expect(message.usage.output_tokens).toBe(5);
    expect(stream.request_id).toMatch(/^req_/);
    expect(simulator.requests[0]).toMatchObject({ status: 200, messages: { model: 'claude-haiku-5-5' } });
    expect(JSON.stringify(simulator.requests[0]?.headers)).not.toContain('test-key');
  });

  it('answers with the default reply when the script is used up', async () => {
    const { simulator, client } = await startSession({ script: [{ kind: 'reply', text: 'First.' }] });
    expect((await readStream(client)).text()).toBe('First.');
    expect((await readStream(client)).text()).toBe('This is the reply of the simulator.');
    expect(simulator.requests).toHaveLength(2);
  });

  it('gives the same reply without streaming', async () => {
    const { client } = await startSession({
      script: [{ kind: 'reply', text: 'Halo.', thinking: 'A greeting.' }],
    });
    const message = await client.messages.create(hello);
    expect(message.content).toEqual([
      { type: 'thinking', thinking: 'A greeting.', signature: 'simulated-signature' },
      { type: 'text', text: 'Halo.' },
    ]);
    expect(message.usage.output_tokens_details).toEqual({ thinking_tokens: 3 });
    expect(message).toHaveProperty('_request_id', expect.stringMatching(/^req_/));
  });

  it('keeps a text whole when its bytes are cut inside characters', async () => {
    const text = 'Perché no? Sampai jumpa 🙏 di kantor — è già pronto.';
    const { client } = await startSession({ script: [{ kind: 'slowBytes', text, bytes: 3, delayMs: 0 }] });
    expect((await readStream(client)).text()).toBe(text);
  });

  it('cuts a reply at max_tokens', async () => {
    const { client } = await startSession({ script: [{ kind: 'reply', text: 'one two three four five' }] });
    const { message, text } = await readStream(client, { ...hello, max_tokens: 3 });
    expect(message?.stop_reason).toBe('max_tokens');
    expect(text()).toBe('one two');
  });

  it('ends as a refusal, or in thinking alone', async () => {
    const { client } = await startSession({
      script: [{ kind: 'refusal' }, { kind: 'maxTokensWithoutText' }],
    });
    const refused = await readStream(client);
    expect(refused.message).toMatchObject({ stop_reason: 'refusal', content: [] });
    expect(refused.message?.stop_details).toMatchObject({ type: 'refusal' });
    const thinking = await readStream(client);
    expect(thinking.message?.stop_reason).toBe('max_tokens');
    expect(thinking.message?.content.map((block) => block.type)).toEqual(['thinking']);
  });
});

describe('refused requests', () => {
  it('asks for the right bearer key once, without retries', async () => {
    const { simulator } = await startSession();
    const client = new Anthropic({ apiKey: 'other-key', authToken: null, baseURL: simulator.url });
    await expect(client.messages.create(hello)).rejects.toMatchObject({
      status: 401,
      type: 'authentication_error',
    });
    expect(simulator.requests).toHaveLength(1);
    expect(simulator.requests[0]?.status).toBe(401);
  });

  it('refuses sampling parameters, an unknown version and a key in x-api-key', async () => {
    const { simulator } = await startSession();
    const post = (body: object, headers: Record<string, string>) =>
      fetch(`${simulator.url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }).then((response) => response.status);
    const good = { authorization: 'Bearer test-key', 'anthropic-version': '2026-10-21' };
    expect(await post(hello, good)).toBe(200);
    expect(await post({ ...hello, temperature: 1 }, good)).toBe(400);
    expect(await post(hello, { ...good, 'anthropic-version': '2020-01-01' })).toBe(400);
    expect(await post(hello, { 'x-api-key': 'test-key', 'anthropic-version': '2026-10-21' })).toBe(401);
  });

  it.each([
    ['no user turn first', [{ role: 'assistant', content: 'Halo' }]],
    [
      'a trailing assistant turn',
      [
        { role: 'user', content: 'Ciao' },
        { role: 'assistant', content: 'Sì' },
      ],
    ],
    [
      'a tool result without its call',
      [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'x', content: 'y' }] }],
    ],
    [
      'a tool call without its result',
      [
        { role: 'user', content: 'Ciao' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'x', name: 'recall_messages', input: {} }] },
        { role: 'user', content: 'Allora?' },
      ],
    ],
    ['an empty text block', [{ role: 'user', content: [{ type: 'text', text: '' }] }]],
  ] as const)('refuses %s and keeps the step for the next request', async (_name, messages) => {
    const { simulator, client } = await startSession({ script: [{ kind: 'reply', text: 'Later.' }] });
    const params = { ...hello, messages: structuredClone(messages) as unknown as Anthropic.MessageParam[] };
    await expect(client.messages.create(params)).rejects.toMatchObject({
      status: 400,
      type: 'invalid_request_error',
    });
    expect(simulator.remaining).toBe(1);
  });
});

const marked = (text: string): Anthropic.TextBlockParam => ({
  type: 'text',
  text,
  cache_control: { type: 'ephemeral' },
});

describe('tools and caching', () => {
  it('calls a tool and takes its result', async () => {
    const { simulator, client } = await startSession({
      script: [
        { kind: 'toolUse', name: 'recall_messages', input: { query: 'paspor' }, text: 'Un momento.' },
        { kind: 'reply', text: 'Trovato.' },
      ],
    });
    const first = await readStream(client, { ...hello, tools });
    const call = first.message?.content.find((block) => block.type === 'tool_use');
    expect(first.message?.stop_reason).toBe('tool_use');
    expect(call).toMatchObject({ name: 'recall_messages', input: { query: 'paspor' } });
    const messages: Anthropic.MessageParam[] = [
      ...hello.messages,
      { role: 'assistant', content: first.message?.content ?? [] },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: call?.id ?? '', content: 'Tidak ada.' }],
      },
    ];
    expect((await readStream(client, { ...hello, tools, messages })).text()).toBe('Trovato.');
    expect(simulator.requests[1]?.messages?.messages).toHaveLength(3);
  });

  it('calls tools without end when told to, also ones that were not offered', async () => {
    const { client } = await startSession({
      script: [{ kind: 'forever', step: { kind: 'toolUse', name: 'no_such_tool', input: {} } }],
    });
    for (let round = 0; round < 4; round += 1) {
      expect((await client.messages.create(hello)).stop_reason).toBe('tool_use');
    }
  });

  it('writes a marked prefix once and reads it while it is byte-identical', async () => {
    const { client } = await startSession();
    const ask = async (rules: string, question: string, model = 'claude-haiku-5-5') => {
      const { message } = await readStream(client, {
        model,
        max_tokens: 100,
        tools,
        system: [{ type: 'text', text: rules, cache_control: { type: 'ephemeral' } }],
        messages: [{ role: 'user', content: question }],
      });
      const usage = message?.usage;
      return [usage?.cache_creation_input_tokens, usage?.cache_read_input_tokens, usage?.input_tokens];
    };
    const rules = 'Answer kindly. '.repeat(100);
    const [written] = await ask(rules, 'Ciao');
    expect(written).toBeGreaterThan(375);
    expect(await ask(rules, 'Un’altra domanda')).toEqual([0, written, 6]);
    expect(await ask(`${rules}!`, 'Ciao')).toEqual([written, 0, 3]);
    expect(await ask(rules, 'Ciao', 'claude-sonnet-5-5')).toEqual([written, 0, 3]);
  });

  it('goes on reading the first of two marked prefixes when the second changes', async () => {
    const { client } = await startSession({ minimumCacheTokens: 100 });
    const ask = async (rules: string, catalogue: string) => {
      const system = [marked(rules), marked(catalogue)];
      const { usage } = await client.messages.create({ ...hello, tools, system });
      return [usage.cache_creation_input_tokens ?? 0, usage.cache_read_input_tokens ?? 0];
    };
    const [rules, today, tomorrow] = ['r'.repeat(800), 't'.repeat(1_200), 'm'.repeat(1_200)];
    const [written = 0] = await ask(rules, today);
    expect(await ask(rules, today)).toEqual([0, written]);
    const [changed = 0, kept = 0] = await ask(rules, tomorrow);
    expect([changed + kept, changed]).toEqual([written, 302]);
    expect(await ask(`${rules}!`, tomorrow)).toEqual([expect.any(Number), 0]);
    // Too short a prefix is not cached, whatever stands after it.
    expect(await ask('short', 'x')).toEqual([0, 0]);
  });

  it('forgets a prefix after five minutes and ignores one below the minimum', async () => {
    let now = 1_000;
    const { client } = await startSession({ now: () => now, minimumCacheTokens: 50 });
    const ask = async (rules: string) => {
      const system = [{ type: 'text' as const, text: rules, cache_control: { type: 'ephemeral' as const } }];
      const { usage } = await client.messages.create({ ...hello, system });
      return [usage.cache_creation_input_tokens, usage.cache_read_input_tokens];
    };
    const rules = 'x'.repeat(393);
    expect(await ask(rules)).toEqual([100, 0]);
    now += 299_000;
    expect(await ask(rules)).toEqual([0, 100]);
    now += 300_000;
    expect(await ask(rules)).toEqual([100, 0]);
    expect(await ask('short')).toEqual([0, 0]);
  });

  it('lists models and counts tokens', async () => {
    const { client } = await startSession();
    const listed = await client.models.list();
    expect(listed.data.map((model) => model.id)).toContain('claude-haiku-5-5');
    const { max_tokens: _, ...prompt } = hello;
    expect(await client.messages.countTokens(prompt)).toEqual({ input_tokens: 3 });
  });
});
