import { createHash } from 'node:crypto';
import type { LlamaRequest } from './endpoint.ts';

type TaskRequest = Pick<LlamaRequest, 'messages' | 'maxTokens' | 'temperature'>;

/** Names the rules by their text, so that what was written by others is told apart ("generate-insights-5337ecfd"). */
export function promptVersion(name: string, rules: string): string {
  return `${name}-${createHash('sha256').update(rules).digest('hex').slice(0, 8)}`;
}

/** One task under these rules. `room`: tokens that an answer may take. */
export function taskRequest(rules: string, task: string, room: number, temperature: number): TaskRequest {
  return {
    messages: [
      { role: 'system', content: rules },
      { role: 'user', content: task },
    ],
    maxTokens: room,
    temperature,
  };
}

/** What was written before is data: it cannot close its tag. */
export function inTags(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll(/\s+/g, ' ');
}
