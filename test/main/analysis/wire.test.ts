import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { readRedactionSet } from '../../../src/main/eval/redaction-set.ts';
import { stands } from '../../fixtures/stands.ts';
import { openAnalysisDesk } from './desk.ts';

vi.setConfig({ testTimeout: 60_000 });

const name = 'redaction/dev.jsonl';
const jsonl = readFileSync(new URL(`../../fixtures/eval/${name}`, import.meta.url), 'utf8');

it('nothing that leads to a person is on the wire, of conversations that are full of it', async () => {
  const desk = await openAnalysisDesk();
  const { conversations } = readRedactionSet({ name, jsonl });
  // As many to a conversation as one question holds.
  for (let from = 0; from < conversations.length; from += 48) {
    for (const { texts } of conversations.slice(from, from + 48)) for (const text of texts) desk.client(text);
    desk.end();
    await desk.analysed();
  }
  const asked = desk.server.chats.map((chat) => JSON.stringify(chat));
  expect(asked).toHaveLength(Math.ceil(conversations.length / 48));
  const told = desk.server.chats.map((chat) => messagesOf(chat)).join('\n');
  // What was told is there, with stand-ins of many kinds.
  expect(told).toContain('Quanto serve, 10 miliardi?');
  for (const kind of [
    'NAME',
    'EMAIL',
    'PHONE',
    'PASSPORT',
    'NIK',
    'NPWP',
    'TAX_CODE',
    'IBAN',
    'ADDRESS',
    'LINK',
  ])
    expect(told).toContain(`[${kind}_1]`);
  const values = conversations.flatMap(({ labels }) => labels.map(({ text }) => text));
  // These stand elsewhere as other words ("Warung Made", "I made a copy", "La Rosa dei Venti", "Bandara Ngurah Rai").
  const wordsToo = new Set(['Made', 'made', 'Rosa', 'Rai']);
  expect(values.filter((value) => stands(told, value) && !wordsToo.has(value))).toEqual([]);
  // Numbers and addresses nowhere at all, in no header and no field.
  const long = values.filter((value) => value.length > 9);
  expect(long.filter((value) => asked.some((chat) => chat.includes(value)))).toEqual([]);
});

/** The conversation within a question. */
function messagesOf(chat: unknown): string {
  const { messages } = chat as { readonly messages: readonly { role: string; content: string }[] };
  const content = messages
    .filter(({ role }) => role === 'user')
    .map((one) => one.content)
    .join('\n');
  return content.slice(content.indexOf('<conversation'), content.indexOf('</conversation>'));
}
