import { expect, it } from 'vitest';
import { messagesRequest } from '../../src/demo/messages-request.ts';
import { composeVerdict } from '../../src/demo/verdict.ts';
import { checkRequest } from '../../src/main/chat/check-request.ts';
import type { Message } from '../../src/shared/message.ts';

const said = (author: Message['author'], text: string) => ({ author, text }) as Message;
const answer = 'Ciao Mario! Il KITAS investitore costa 1.150 € e vale un anno.';

function verdictOn(history: readonly Message[], language: 'id' | 'it' | 'en' = 'it') {
  const {
    turns,
    maxTokens: max_tokens,
    model,
    format,
  } = checkRequest('m', 'rules', {
    history,
    answer,
    intent: 'kitas',
    language,
  });
  const output_config = { format: { type: 'json_schema', schema: format } };
  return JSON.parse(
    composeVerdict(messagesRequest.parse({ model, max_tokens, messages: turns, output_config })),
  );
}

it('confirms an answer in the language of whoever reads the reason', () => {
  const history = [said('client', 'Quanto costa?')];
  expect(verdictOn(history)).toEqual({
    verdict: 'confirmed',
    reason: 'Risponde a quello che chiede il cliente, e non chiede altro.',
  });
  expect(verdictOn(history, 'id').reason).toMatch(/^Pertanyaannya/);
  expect(verdictOn(history, 'en').reason).toMatch(/^It answers/);
});

it('doubts an answer the client was just given, and not one that is like another', () => {
  const asked = said('client', 'Quanto costa?');
  const again = [asked, said('desk', answer.replace('Ciao Mario! ', '')), asked];
  expect(verdictOn(again).verdict).toBe('doubtful');
  const other = [asked, said('desk', 'Il KITAS di lavoro costa 2.000 € e vale sei mesi.'), asked];
  expect(verdictOn(other).verdict).toBe('confirmed');
});
