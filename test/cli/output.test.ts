import { expect, it } from 'vitest';
import { plainText } from '../../src/cli/output.ts';

it('lets no text of a client steer the terminal, and leaves colours and lines as they are', () => {
  const steering = 'Ciao\u001B]0;title\u0007 \u001B[2J\u001B[1;1Hdone\r\u009B31m\b';
  expect(plainText(steering)).toBe('Ciao]0;title [2J[1;1Hdone31m');
  const painted = '\u001B[1mMario\u001B[22m\n\tSelamat pagi, Pak Wayan 😊 è';
  expect(plainText(painted)).toBe(painted);
});
