import Anthropic from '@anthropic-ai/sdk';
import { onTestFinished } from 'vitest';
import { startAnthropicSimulator, type AnthropicSimulatorOptions } from './anthropic.ts';

/** A small request that is always valid. */
export const hello = {
  model: 'claude-haiku-5-5',
  max_tokens: 500,
  messages: [{ role: 'user' as const, content: 'Ciao' }],
};

/** A simulator and the real SDK talking to it; closed when the test is over. */
export async function startSession(options: AnthropicSimulatorOptions = {}) {
  const simulator = await startAnthropicSimulator({ key: 'test-key', ...options });
  onTestFinished(() => simulator.close());
  const client = new Anthropic({
    apiKey: 'test-key',
    authToken: null,
    baseURL: simulator.url,
    logLevel: 'off',
  });
  return { simulator, client };
}

/** Streams one request to its end or its failure, with the text that came before. */
export async function readStream(client: Anthropic, params: Anthropic.MessageStreamParams = hello) {
  let text = '';
  const stream = client.messages.stream(params);
  stream.on('text', (delta) => {
    text += delta;
  });
  try {
    return { message: await stream.finalMessage(), text: () => text, error: null };
  } catch (error) {
    return { message: null, text: () => text, error };
  }
}
