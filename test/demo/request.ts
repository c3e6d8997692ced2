import type { MessagesRequest } from '../../src/demo/messages-request.ts';

export interface ExampleRequest {
  readonly message: string;
  readonly at?: string;
  readonly language?: string;
  readonly formality?: string;
  /** The inside of `<context>` after `<reply>`. */
  readonly context?: string;
  readonly before?: MessagesRequest['messages'];
  readonly after?: MessagesRequest['messages'];
  readonly tools?: readonly string[];
  /** Lines of the catalogue of insights. */
  readonly catalogue?: readonly string[];
  readonly maxTokens?: number;
}

/** A request as the desk writes it. */
export function exampleRequest(example: ExampleRequest): MessagesRequest {
  const { language = 'it', formality = 'informal', at = '2026-11-22T10:05' } = example;
  const turn = [
    '<context>',
    `<reply language="${language}" formality="${formality}" />`,
    example.context ?? '',
    '</context>',
    `<client_message at="${at}">${example.message}</client_message>`,
  ].join('\n');
  return {
    model: 'claude-haiku-5-5',
    max_tokens: example.maxTokens ?? 1000,
    system: [
      { type: 'text', text: 'The rules of the house. '.repeat(200), cache_control: { type: 'ephemeral' } },
      ...(example.catalogue === undefined ? [] : [catalogueBlock(example.catalogue)]),
    ],
    messages: [
      ...(example.before ?? []),
      { role: 'user', content: [{ type: 'text', text: turn }] },
      ...(example.after ?? []),
    ],
    tools: (example.tools ?? []).map((name) => ({ name, input_schema: { type: 'object' as const } })),
  };
}

function catalogueBlock(lines: readonly string[]) {
  const text = ['<insight_catalogue>', ...lines, '</insight_catalogue>'].join('\n');
  return { type: 'text' as const, text, cache_control: { type: 'ephemeral' as const } };
}

export const mario = '<client_memory>\n<name>Mario</name>\n</client_memory>';

export function houseFact(topic: string, value: string): string {
  return `<house_facts>\n<house_fact slug="x" topic="${topic}">${value}</house_fact>\n</house_facts>`;
}

export function insight(id: string, signal: string, guidance = 'Answer kindly.'): string {
  return `<insights>\n<insight id="${id}" language="id" score="0.81">\n<signal>${signal}</signal>\n<guidance>${guidance}</guidance>\n</insight>\n</insights>`;
}
