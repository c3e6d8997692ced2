import { expect, it } from 'vitest';
import { evidenceOf } from '../../../src/main/analysis/evidence.ts';
import type { Message } from '../../../src/shared/message.ts';

const message = (author: 'client' | 'desk', text: string): Message =>
  ({ id: text, author, text, createdAt: 1 }) as Message;

const said = [
  message('client', 'Ho  “paura”\ndi sbagliare, dell’ufficio non so nulla.'),
  message('desk', 'La pratica richiede due settimane circa.'),
  message('client', 'Mi avete scritto: la pratica richiede due settimane circa. Bene!'),
];

it.each([
  ['letter for letter', 'dell’ufficio non so nulla', 1],
  ['in another case and with other white space', 'ho "paura" di SBAGLIARE', 1],
  ['with typewriter apostrophes', "dell'ufficio non so", 1],
])('takes a quote %s', (_, quote, n) => {
  expect(evidenceOf({ quote, message: n }, said)).toBe(said[n - 1]);
});

it.each([
  ['a quote with another word', 'ho paura di perdere', 1, 'no_such_quote'],
  ['a quote without its accents or punctuation', 'ho paura di sbagliare dell ufficio', 1, 'no_such_quote'],
  ['a quote of another message', 'dell’ufficio non so nulla', 3, 'no_such_quote'],
  ['a message that is not there', 'dell’ufficio non so nulla', 9, 'no_such_quote'],
  ['what the desk said', 'La pratica richiede due settimane', 2, 'not_the_client'],
  ['what the client only repeats', 'la pratica richiede due settimane circa', 3, 'echo'],
  ['a word or less', 'ho', 1, 'too_short'],
])('refuses %s', (_, quote, n, reason) => {
  expect(evidenceOf({ quote, message: n }, said)).toBe(reason);
});
