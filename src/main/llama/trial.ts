import type { LlamaRequest } from './endpoint.ts';

/** The shortest question there is: what is tested is that something answers. */
export const trialRequest: LlamaRequest = {
  messages: [{ role: 'user', content: 'Answer with the one word: ready' }],
  maxTokens: 16,
  temperature: 0,
};
