import { expect, it } from 'vitest';
import type { Claude } from '../../../src/main/chat/claude.ts';
import type { ClaudeRequest, ClaudeTurn, ToolUse } from '../../../src/main/chat/claude-turn.ts';
import { converse } from '../../../src/main/chat/dialogue.ts';
import { silentLog } from '../../fixtures/desk.ts';

const useOf = (id: string): ToolUse => ({
  type: 'tool_use',
  id,
  name: 'recall_messages',
  input: { query: id },
});

/** A model that asks for this many tools at once, then answers. */
function hungryClaude(asked: number) {
  const requests: ClaudeRequest[] = [];
  const uses = Array.from({ length: asked }, (_, at) => useOf(`use-${at}`));
  const wanting: ClaudeTurn = {
    text: '',
    blocks: uses,
    toolUses: uses,
    usage: null,
    ending: { kind: 'toolUse' },
  };
  const answer: ClaudeTurn = {
    text: 'Ecco.',
    blocks: [{ type: 'text', text: 'Ecco.' }],
    toolUses: [],
    usage: null,
    ending: { kind: 'finished' },
  };
  const stream: Claude['stream'] = async (request, { onText }) => {
    requests.push(request);
    if (requests.length === 1) return wanting;
    onText(answer.text);
    return answer;
  };
  const claude: Claude = { stream, test: async () => ({ ok: true, model: 'one', latencyMs: 1 }) };
  return { claude, requests };
}

async function converseWith(asked: number) {
  const { claude, requests } = hungryClaude(asked);
  const ran: string[] = [];
  const conclusion = await converse({
    claude,
    catalogueFor: () => null,
    onNamed: () => undefined,
    rules: '',
    turns: [],
    maxTokens: 100,
    models: { first: 'one', other: 'two' },
    signal: new AbortController().signal,
    log: silentLog,
    onText: () => undefined,
    onAsk: () => undefined,
    onTurn: () => undefined,
    onTool: async ({ id }) => {
      ran.push(id);
      return { output: 'found', isError: false };
    },
  });
  return { conclusion, ran, results: requests[1]?.turns.at(-1)?.content };
}

it('runs six tools of one answer and gives every further one back as an error', async () => {
  const { conclusion, ran, results } = await converseWith(8);
  expect(ran).toEqual(['use-0', 'use-1', 'use-2', 'use-3', 'use-4', 'use-5']);
  expect(results).toHaveLength(8);
  expect(results?.slice(0, 6)).toEqual(
    ran.map((id) => ({ type: 'tool_result', tool_use_id: id, content: 'found', is_error: false })),
  );
  const refused = { type: 'tool_result', is_error: true, content: expect.stringContaining('at most 6') };
  expect(results?.slice(6)).toMatchObject([
    { ...refused, tool_use_id: 'use-6' },
    { ...refused, tool_use_id: 'use-7' },
  ]);
  expect(conclusion).toEqual({ outcome: 'complete', fault: null });
});

it('refuses none of six', async () => {
  const { ran, results } = await converseWith(6);
  expect(ran).toHaveLength(6);
  expect(results?.every((block) => block.type === 'tool_result' && !block.is_error)).toBe(true);
});
