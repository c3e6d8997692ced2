import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRequest, parseVerdict } from '../../../src/main/chat/check-request.ts';
import { estimateTokens } from '../../../src/demo/usage.ts';
import type { Message } from '../../../src/shared/message.ts';

const rules = readFileSync(join(import.meta.dirname, '../../../resources/prompts/check.md'), 'utf8');
const said = (author: Message['author'], text: string) => ({ author, text }) as Message;
const request = (history: readonly Message[], answer = 'Apriamo alle 9.') =>
  checkRequest('m', rules, { history, answer, intent: 'office-hours', language: 'id' });
const textOf = (history: readonly Message[], answer?: string) => {
  const [block] = request(history, answer).turns[0]?.content ?? [];
  return block?.type === 'text' ? block.text : '';
};

describe('the request', () => {
  it('is a few hundred tokens with the rules as they are shipped', () => {
    const { rules, turns } = request([said('client', 'Quando aprite?')]);
    expect(estimateTokens(rules + JSON.stringify(turns))).toBeLessThan(500);
  });

  it('stays small whatever was said: the newest of it, each message shortened', () => {
    const long = 'parola '.repeat(3_000);
    const history = Array.from({ length: 30 }, (_, at) => said(at % 2 ? 'desk' : 'client', `${at} ${long}`));
    const text = textOf(history, long);
    expect(text.length).toBeLessThan(5_000);
    expect(text).toContain('<desk>27 parola');
    expect(text).toContain('<client>28 parola');
    expect(text).toContain('<client_message>29 parola');
    expect(text).not.toContain('<client>24 parola');
  });

  it('cuts no character in half', () => {
    expect(textOf([said('client', '🙏'.repeat(2_000))])).not.toContain('\uFFFD');
    expect(JSON.stringify(textOf([said('client', '🙏'.repeat(2_000))]))).not.toMatch(/\\ud[89a-f]/i);
  });

  it('names the language of the reason, and says nothing of a conversation where there was none', () => {
    const text = textOf([said('client', 'Quando aprite?')]);
    expect(text).toContain('<reason_language>Indonesian</reason_language>');
    expect(text).not.toContain('<conversation>');
  });
});

describe('a verdict', () => {
  it('is read with its reason on one line, shortened', () => {
    expect(parseVerdict('{"verdict":"doubtful","reason":" Due\\n domande. "}')).toEqual({
      kind: 'doubtful',
      reason: 'Due domande.',
    });
    const long = parseVerdict(JSON.stringify({ verdict: 'confirmed', reason: 'x'.repeat(5_000) }));
    expect(long?.reason).toHaveLength(240);
    expect(parseVerdict('{"verdict":"confirmed","reason":"ok","more":1}')?.kind).toBe('confirmed');
  });

  it.each([
    '',
    'null',
    '[]',
    '"confirmed"',
    '{"verdict":"confirmed"}',
    '{"reason":"x"}',
    '{"verdict":1,"reason":"x"}',
  ])('is none in %s', (text) => {
    expect(parseVerdict(text)).toBeNull();
  });
});
