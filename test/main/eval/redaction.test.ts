import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateRedaction } from '../../../src/main/eval/redaction.ts';
import { readRedactionSet } from '../../../src/main/eval/redaction-set.ts';

const file = (...rows: object[]) => ({
  name: 'c.jsonl',
  jsonl: rows.map((row) => JSON.stringify(row)).join('\n'),
});
const fixture = (name: string) => ({
  name,
  jsonl: readFileSync(new URL(`../../fixtures/eval/${name}`, import.meta.url), 'utf8'),
});

it('counts a datum as found when all of it is hidden wherever it stands, and a hidden place as right when it touches one', () => {
  const set = readRedactionSet(
    file(
      {
        id: 'a',
        messages: [
          { role: 'client', text: 'Mi chiamo Giulia, giulia@contoh.id', at: 1 },
          { role: 'client', text: 'xyzzy ha la chiave' },
        ],
        pii: [
          { text: 'Giulia', type: 'person' },
          { text: 'giulia@contoh.id', type: 'EMAIL' },
          { text: 'xyzzy', type: 'person' },
        ],
      },
      {
        id: 'b',
        messages: [{ text: 'Pak Wayan: 0812 3456 7890' }],
        pii: [{ text: 'Wayan', type: 'person' }],
      },
    ),
  );
  const { result, failures } = evaluateRedaction(set.conversations);
  expect(result).toMatchObject({ conversations: 2, n: 4, recall: 0.75, precision: 0.75 });
  expect(result.byType).toMatchObject({ person: { n: 3, recall: 0.6667 }, EMAIL: { n: 1, recall: 1 } });
  expect(result.byHidden).toMatchObject({ name: { n: 2, precision: 1 }, phone: { n: 1, precision: 0 } });
  expect(failures).toMatchObject([
    { line: 1, id: 'a', kind: 'leaked', type: 'person', text: 'xyzzy' },
    { line: 2, kind: 'hidden_for_nothing', type: 'phone', hidden: 'Pak [NAME_1]: [PHONE_1]' },
  ]);
});

it('knows of the client what the row has of it, and nothing else', () => {
  const messages = [{ role: 'client', text: 'xyzzy ha la chiave, zyx' }];
  const pii = [{ text: 'xyzzy', type: 'name' }];
  const [unknown, known] = [
    { messages, pii },
    { messages, pii, client: { name: 'Xyzzy Plugh', addressAs: null } },
  ].map((row) => evaluateRedaction(readRedactionSet(file(row)).conversations).result.recall);
  expect([unknown, known]).toEqual([0, 1]);
});

it('takes rows from elsewhere as they are, and says what it read otherwise', () => {
  const { conversations, remarks } = readRedactionSet(
    file({
      messages: ['Pak Made di sini', { role: 7, content: 'ok', at: '2026-11-25', mood: 'calm' }],
      pii: [
        { text: 'Pak Made', type: 'x' },
        { value: 'Made' },
        { text: 'nowhere', type: 'x' },
        { text: 'Made', type: 'x' },
      ],
      source: 'elsewhere',
    }),
  );
  expect(conversations).toEqual([
    { line: 1, id: '1', texts: ['Pak Made di sini', 'ok'], labels: [{ text: 'Made', type: 'x' }, { text: 'Made', type: 'untyped' }], names: [] },
  ]); // prettier-ignore
  expect(remarks.join('\n')).toMatch(/1 names are labelled with their title[\s\S]*in lines 1 \(1\)/);
});

it.each([
  ['no messages', { id: 'a', messages: [] }, 'c.jsonl line 1: messages'],
  ['a label without text', { id: 'a', messages: ['x'], pii: [{ type: 'name' }] }, 'c.jsonl line 1: pii'],
])('names file and line of %s', (_title, row, said) => {
  expect(() => readRedactionSet(file(row))).toThrow(said);
});

const notStructured = new Set(['name', 'address']);

// What the product promises. A failure shows totals, never a row.
describe.each(['redaction/dev.jsonl', 'held-out/redaction.jsonl'])('over the set %s', (name) => {
  const { conversations } = readRedactionSet(fixture(name));

  it('what leads to people is hidden, and little else', () => {
    const { result } = evaluateRedaction(conversations);
    const structured = Object.entries(result.byType).filter(([type]) => !notStructured.has(type));
    const found = structured.map(([, { n, recall }]) => n * (recall ?? 0));
    const all = structured.reduce((sum, [, { n }]) => sum + n, 0);
    expect(found.reduce((sum, one) => sum + one, 0) / all).toBeGreaterThanOrEqual(0.97);
    expect(result.byType['name']?.recall).toBeGreaterThanOrEqual(0.9);
    expect(result.byType['address']?.recall).toBeGreaterThanOrEqual(0.9);
    expect(result.precision).toBeGreaterThanOrEqual(0.9);
  });
});
