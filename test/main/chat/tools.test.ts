import { describe, expect, it } from 'vitest';
import { readMemory, saveFact } from '../../../src/main/memory/memory.ts';
import { saveHouseFact, listHouseFacts } from '../../../src/main/db/house-facts.ts';
import type { Action, Step } from '../../simulators/steps.ts';
import { startChat, type ChatHarness, type HarnessOptions } from './harness.ts';

const toolUse = (name: string, input: Record<string, unknown>): Step => ({ kind: 'toolUse', name, input });
const done: Action = { kind: 'reply', text: 'Fatto.' };

/** One reply in which the model uses one tool; what the tool gave back. */
async function useOnce(
  step: Step,
  text: string,
  options: HarnessOptions = {},
  prepare?: (desk: ChatHarness) => unknown,
) {
  const desk = await startChat({ ...options, script: [step, done] });
  await prepare?.(desk);
  const reply = await desk.answer(text);
  const [call] = desk.chat.details(reply.id).toolCalls;
  const sentBack = desk.simulator.requests[1]?.messages?.messages.at(-1)?.content;
  return { desk, reply, call, sentBack };
}

const remember = (quote: string) =>
  toolUse('remember_fact', { topic: 'passport_expiry', value: '3 March 2027', quote });

describe('remember_fact', () => {
  const text = 'Il mio passaporto  scade il 3 marzo 2027, va bene?';

  it('keeps the fact with the words of the client and where they stand', async () => {
    const { desk, reply, call } = await useOnce(remember('il mio passaporto scade il 3 marzo 2027'), text);
    expect(call).toMatchObject({ name: 'remember_fact', isError: false });
    expect(readMemory(desk.db, desk.client.id).facts).toMatchObject([
      {
        topic: 'passport_expiry',
        value: '3 March 2027',
        author: 'claude',
        evidence: { quote: 'il mio passaporto scade il 3 marzo 2027', messageId: reply.repliesTo },
      },
    ]);
    expect(desk.told).toContainEqual({ name: 'memory:changed', value: { clientId: desk.client.id } });
  });

  it('keeps nothing the client did not write', async () => {
    const { desk, call, reply } = await useOnce(remember('my passport expires'), text);
    expect(call?.isError).toBe(true);
    expect(readMemory(desk.db, desk.client.id).facts).toEqual([]);
    expect(reply).toMatchObject({ outcome: 'complete', text: 'Fatto.' });
  });

  it.each([
    ['one letter', 'a'],
    ['three letters', 'mio'],
    ['blanks around a word that is too short', '  il  '],
    ['figures without a word', '3 m'],
    ['many characters without a word of three letters', '5, va'],
  ])('refuses %s as evidence and tells the model why', async (_, quote) => {
    const said = 'Il mio 3 m passaporto scade nel 2025, va bene?';
    const { desk, call } = await useOnce(remember(quote), said);
    expect(call?.isError).toBe(true);
    expect(call?.output).toContain('a word of at least 3 letters');
    expect(readMemory(desk.db, desk.client.id).facts).toEqual([]);
  });

  it('takes the shortest quote that carries something', async () => {
    const { desk, call } = await useOnce(remember(' più! '), 'Non ce la faccio più!');
    expect(call?.isError).toBe(false);
    expect(readMemory(desk.db, desk.client.id).facts).toHaveLength(1);
  });

  it('does not change what the consultant locked', async () => {
    const { desk, call } = await useOnce(
      remember('scade il 3 marzo 2027'),
      text,
      {},
      ({ db, clock, client }) => {
        const fact = {
          clientId: client.id,
          topic: 'passport_expiry',
          value: '2030',
          confidence: 1,
          evidence: null,
        };
        const { id } = saveFact(db, clock, { ...fact, author: 'consultant' });
        db.prepare('UPDATE client_facts SET is_locked = 1 WHERE id = ?').run(id);
      },
    );
    expect(call).toMatchObject({ isError: true });
    expect(readMemory(desk.db, desk.client.id).facts).toMatchObject([{ value: '2030' }]);
  });
});

describe('recall_messages', () => {
  it('gives back older messages as escaped data, and not those the model sees already', async () => {
    const { call } = await useOnce(
      toolUse('recall_messages', { query: 'villa' }),
      'Come si chiamava la villa?',
      {},
      (desk) => {
        const { clientId, conversationId } = { clientId: desk.client.id, conversationId: 'old' };
        const insert = desk.db.prepare(
          `INSERT INTO messages (id, conversation_id, client_id, author, text, created_at) VALUES (?, ?, ?, 'client', ?, ?)`,
        );
        desk.db
          .prepare(`INSERT INTO conversations (id, client_id, channel, started_at, ended_at, end_reason)
            VALUES (?, ?, 'phone', 1, 2, 'idle')`)
          .run(conversationId, clientId);
        insert.run('m1', conversationId, clientId, 'La villa è <Sawah> & mare', 1);
        // Pushes the first one out of the history of the prompt.
        insert.run('m2', conversationId, clientId, 'x '.repeat(6_500), 2);
      },
    );
    expect(call?.output).toMatch(
      /^<past_message author="client" at="[^"]+">La villa è &lt;Sawah&gt; &amp; mare<\/past_message>$/,
    );
  });

  it('says so when nothing matches', async () => {
    const { call } = await useOnce(toolUse('recall_messages', { query: 'elefante' }), 'Ciao');
    expect(call).toMatchObject({ output: 'No older message matches.', isError: false });
  });
});

describe('look_up_house_facts', () => {
  it('gives the facts to the model and keeps that the reply used them', async () => {
    const value = { id: '5 juta', it: '5 milioni', en: '5 million' };
    let houseFactId = '';
    const answers = { lookUpFacts: () => [{ houseFactId, topic: 'Prezzo', value: '5 milioni' }] };
    const { desk, reply, call } = await useOnce(
      toolUse('look_up_house_facts', { query: 'prezzo' }),
      'Quanto?',
      { answers },
      ({ db }) => {
        saveHouseFact(db, { slug: 'price', topic: 'Prezzo', value, source: 'test', validUntil: null }, 1);
        houseFactId = listHouseFacts(db)[0]?.id ?? '';
      },
    );
    expect(call?.output).toBe('<house_fact topic="Prezzo">5 milioni</house_fact>');
    expect(desk.chat.details(reply.id).facts).toEqual([
      { houseFactId, topic: 'Prezzo', value: '5 milioni', isExample: false },
    ]);
  });

  it('tells the model to go on when the search fails', async () => {
    const answers = { lookUpFacts: () => Promise.reject(new Error('disk')) };
    const { desk, call, reply } = await useOnce(toolUse('look_up_house_facts', { query: 'x' }), 'Quanto?', {
      answers,
    });
    expect(call).toMatchObject({ isError: true });
    expect(call?.output).not.toContain('disk');
    expect(reply.outcome).toBe('complete');
    expect(desk.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});

describe('a tool call that is wrong', () => {
  it.each([
    ['an unknown name', toolUse('open_door', {})],
    ['a missing field', toolUse('recall_messages', {})],
    ['a wrong type', toolUse('recall_messages', { query: 5 })],
    ['a name every object has', toolUse('constructor', {})],
  ])('%s is given back as an error and kept', async (_, step) => {
    const { call, sentBack, reply } = await useOnce(step, 'Ciao');
    expect(call?.isError).toBe(true);
    expect(sentBack).toMatchObject([{ type: 'tool_result', is_error: true, content: call?.output }]);
    expect(reply.outcome).toBe('complete');
  });
});

it('offers the tools in every round, and forbids them in the last request', async () => {
  const desk = await startChat({
    script: [{ kind: 'forever', step: { kind: 'toolUse', name: 'recall_messages', input: { query: 'a' } } }],
  });
  const reply = await desk.answer();
  expect(desk.simulator.requests.map(({ messages }) => messages?.tool_choice?.type ?? 'free')).toEqual([
    'free',
    'free',
    'free',
    'free',
    'none',
  ]);
  expect(new Set(desk.simulator.requests.map(({ messages }) => JSON.stringify(messages?.tools))).size).toBe(
    1,
  );
  expect(desk.chat.details(reply.id).toolCalls).toHaveLength(4);
  // Summed over five requests, of which four came back from the cache.
  expect(reply.usage?.cacheRead).toBe(4 * (reply.usage?.cacheWrite ?? 0));
});
