import { expect, it } from 'vitest';
import { saveFact, saveJiwa } from '../../../src/main/memory/memory.ts';
import { DAY } from '../../../src/shared/time.ts';
import { startChat, type ChatHarness } from './harness.ts';

const question = 'Quanto tempo ci vuole per il permesso?';

/** The client in the words of an analysis, `days` before the question. */
function remember({ db, clock, client }: ChatHarness, days = 0): void {
  const at = { now: () => clock.now() - days * DAY };
  const said = { clientId: client.id, author: 'llama', evidence: null } as const;
  saveJiwa(db, at, { ...said, field: 'emotional_state', value: 'Preoccupata per le spese', confidence: 0.9 });
  saveJiwa(db, at, { ...said, field: 'dreams', value: 'Un ristorante a Canggu', confidence: 0.7 });
  saveJiwa(db, at, { ...said, field: 'personality', value: 'Prudente', confidence: 0.6 });
  saveFact(db, at, { ...said, topic: 'family', value: 'Marito e due figli', confidence: 0.9 });
}

interface Asked {
  readonly system: unknown;
  readonly tools: unknown;
  readonly context: string;
  readonly rest: unknown;
}

/** What goes to Claude for the question; the memory block apart. */
async function asked(prepare: (desk: ChatHarness) => void): Promise<Asked & { readonly memory: string }> {
  const desk = await startChat();
  prepare(desk);
  await desk.answer(question);
  const body = desk.simulator.requests[0]!.messages!;
  const { messages, system, tools } = body as unknown as Record<string, unknown> & {
    messages: readonly { readonly content: readonly { readonly text: string }[] }[];
  };
  const text = messages.at(-1)!.content[0]!.text;
  const memory = /<client_memory>[\s\S]*<\/client_memory>\n/.exec(text)?.[0] ?? '';
  return { system, tools, memory, context: text.replace(memory, ''), rest: messages.slice(0, -1) };
}

it('differs between a client who is known and one who is not in the memory block, and nowhere else', async () => {
  const { memory: unknown, ...without } = await asked(() => undefined);
  const { memory, ...known } = await asked((desk) => remember(desk));
  expect(JSON.stringify(known)).toBe(JSON.stringify(without));
  expect(unknown).toBe('<client_memory>\n<name>Giulia</name>\n</client_memory>\n');
  expect(memory).toBe(
    [
      '<client_memory>',
      '<name>Giulia</name>',
      '<fact topic="family" since="2026-11-22">Marito e due figli</fact>',
      '<jiwa field="emotional_state" since="2026-11-22" held="sure">Preoccupata per le spese</jiwa>',
      '<jiwa field="dreams" since="2026-11-22" held="likely">Un ristorante a Canggu</jiwa>',
      '<jiwa field="personality" since="2026-11-22" held="a guess">Prudente</jiwa>',
      '</client_memory>\n',
    ].join('\n'),
  );
});

it('tells a mood as old after three days and not at all after two weeks, and keeps the rest', async () => {
  const old = await asked((desk) => remember(desk, 6));
  expect(old.memory).toContain('felt="6 days ago">Preoccupata per le spese');
  const gone = await asked((desk) => remember(desk, 15));
  expect(gone.memory).not.toContain('Preoccupata');
  expect(gone.memory).toContain('Un ristorante a Canggu');
});
