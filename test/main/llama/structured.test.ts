import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { structuredList } from '../../../src/main/llama/structured.ts';

const item = z.object({
  text: z.string().trim().min(5).max(200),
  triggers: z.array(z.string().min(1)).min(1),
  language: z.enum(['id', 'it', 'en']),
});
const list = structuredList({ name: 'insights', item, most: 4 });

const one = { text: 'Malu is no refusal', triggers: ['aku malu'], language: 'id' };
const two = { text: 'Insomma means "so-so"', triggers: ['insomma'], language: 'it' };
const json = (...items: unknown[]) => JSON.stringify({ items });
const read = (text: string, isCut = false) => list.read({ text, isCut });

describe('a request for a list', () => {
  const request = list.request({
    messages: [
      { role: 'system', content: 'You know Bali.' },
      { role: 'user', content: 'Write insights.' },
    ],
    maxTokens: 800,
    temperature: 0.7,
  });

  it('tells the model the shape at the end of what it is asked, limits included', () => {
    expect(request.messages[0]).toEqual({ role: 'system', content: 'You know Bali.' });
    const asked = request.messages[1]?.content ?? '';
    expect(asked).toMatch(/^Write insights\.\n\nAnswer with one JSON object/);
    expect(asked).toContain('"minLength":5');
    expect(asked).toContain('at most 4 items');
  });

  it('holds servers to the shape, and leaves them the limits that grammars choke on', () => {
    expect(request.schema).toMatchObject({
      name: 'insights',
      jsonSchema: { type: 'object', required: ['items'], properties: { items: { type: 'array' } } },
    });
    expect(JSON.stringify(request.schema)).not.toMatch(/minLength|maxLength|minItems|maxItems|\$schema/);
    expect(JSON.stringify(request.schema)).toContain('"enum":["id","it","en"]');
  });
});

describe('an answer gives its items', () => {
  test.each([
    ['as asked for', json(one, two)],
    ['as a bare array', JSON.stringify([one, two])],
    ['under another name', JSON.stringify({ insights: [one, two] })],
    ['in Markdown fences', `\`\`\`json\n${json(one, two)}\n\`\`\``],
    ['with words around it', `Sure! Here are {two} insights:\n${json(one, two)}\nI hope [this] helps.`],
    ['with words and fences', `Here you are:\n\`\`\`\n${JSON.stringify([one, two], null, 2)}\n\`\`\`\nBye.`],
    ['after thinking aloud', `<think>maybe {"items":[{"text":"a draft"}]}</think>${json(one, two)}`],
    ['as JSON made a text once more', JSON.stringify(json(one, two))],
    ['one object a line', `${JSON.stringify(one)}\n${JSON.stringify(two)}`],
    ['with commas too many', json(one, two).replace(']}]', '],}, ]').replace('"id"}', '"id",}')],
    ['with a comma missing between items', json(one, two).replace('},{', '}\n{')],
    ['with a comma missing between fields', json(one, two).replace('","triggers"', '"\n"triggers"')],
    ['with comments', json(one, two).replace('{"items"', '{ // the list\n"items" /* all */')],
    [
      'in single quotes',
      `{'items': [{'text': 'Malu is no refusal', 'triggers': ['aku malu'], 'language': 'id'}, ${JSON.stringify(two)}]}`,
    ],
    ['with names without quotes', json(one, two).replace('"text":"Malu', 'text: "Malu')],
    ['with quotes inside a text', json(one, two).replace(String.raw`\"so-so\"`, '"so-so"')],
    ['with a byte order mark', `\uFEFF${json(one, two)}`],
  ])('%s', (_how, text) => {
    expect(read(text)).toMatchObject({ items: [one, two], rejects: [], hasList: true, isCut: false });
  });

  it('with line ends inside a text', () => {
    const text = json(one, two).replace('Malu is', 'Malu\nis');
    expect(read(text).items).toEqual([{ ...one, text: 'Malu\nis no refusal' }, two]);
  });

  it('one that was cut off in a text with slots is cut there, and nothing of it is asked for again', () => {
    const slots = { ...one, text: '{{greeting}} {{name}}, {{fact:x}} is what we know.' };
    const reading = read(json(two, slots).slice(0, -75));
    expect(reading).toMatchObject({ items: [two], rejects: [{ reason: 'cut' }] });
  });

  it('all that came whole of one that was cut off anywhere', () => {
    const text = json(one, two);
    const endOfOne = text.indexOf('},{') + 1;
    for (let length = 12; length < text.length; length += 1) {
      const { items, rejects, isCut } = read(text.slice(0, length), true);
      const expected = length >= text.length - 2 ? [one, two] : length >= endOfOne ? [one] : [];
      expect({ length, items }).toEqual({ length, items: expected });
      expect(isCut).toBe(true);
      expect(rejects.every(({ reason }) => reason === 'cut')).toBe(true);
    }
  });

  it('the others of one that is broken', () => {
    const text = `{"items": [${JSON.stringify(one)}, {"text": oops !! "x": ]}, ${JSON.stringify(two)}]}`;
    const reading = read(text);
    expect(reading.items).toEqual([one, two]);
    expect(reading.rejects).toMatchObject([{ reason: 'unreadable', raw: expect.stringContaining('oops') }]);
  });
});

describe('what is no item is a reject with its reason', () => {
  test.each([
    ['too short', json(one, { ...two, text: 'so' }), 'invalid', /^text: /],
    ['without a field', json(one, { text: 'long enough' }), 'invalid', /triggers: .*language: /],
    ['of another language', json(one, { ...two, language: 'fr' }), 'invalid', /^language: /],
    ['there already', json(one, one), 'duplicate', /already/],
    ['no object', JSON.stringify([one, 'two']), 'invalid', /item: /],
  ])('%s', (_what, text, reason, detail) => {
    const { items, rejects } = read(text);
    expect(items).toEqual([one]);
    expect(rejects).toEqual([{ reason, detail: expect.stringMatching(detail), raw: expect.any(String) }]);
  });

  it('more than asked for', () => {
    const many = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((text) => ({ ...one, text }));
    const { items, rejects } = read(json(...many));
    expect(items).toHaveLength(4);
    expect(rejects.map(({ reason }) => reason)).toEqual(['too_many', 'too_many']);
  });

  it.each(['{', 'a{b}', '{"items":[{"a":"', '{"items":[{"a": !! },'])(
    'a model that lost itself, read in one go: 200,000 characters of %j',
    (word) => {
      // Searched again at each brace it takes longer than a test may.
      expect(read(word.repeat(200_000 / word.length)).items).toEqual([]);
    },
  );

  it.each(['I cannot help with that.', '', '{}', 'null', '[1, 2'])('no list at all: %j', (text) => {
    expect(read(text)).toMatchObject({ items: [] });
  });
});

describe('a repair', () => {
  const request = list.request({
    messages: [{ role: 'user', content: 'Write.' }],
    maxTokens: 800,
    temperature: 0.7,
  });
  const short = { ...two, text: 'so' };

  it('tells the model what was wrong with which items, and asks for these alone', () => {
    const repair = list.repair(request, read(json(one, short)));
    expect(repair?.schema).toEqual(request.schema);
    expect(repair?.messages.slice(0, 1)).toEqual(request.messages);
    const asked = repair?.messages.at(-1)?.content ?? '';
    expect(asked).toContain('these 1 items');
    expect(asked).toMatch(/1\. text: .*\n.*"text":"so"/);
    expect(asked).not.toContain('Malu');
  });

  it('adds to what was good, counts what stayed wrong, and keeps both answers', () => {
    const first = read(json(one, short, { ...two, text: 'in' }));
    const second = list.read({ text: json(two), isCut: false }, first);
    expect(second.items).toEqual([one, two]);
    expect(second.rejects).toMatchObject([{ reason: 'invalid', raw: expect.stringContaining('"in"') }]);
    expect(second.raw).toHaveLength(2);
  });

  it('does not take twice what comes again', () => {
    const first = read(json(one, short));
    const second = list.read({ text: json(one, two), isCut: false }, first);
    expect(second.items).toEqual([one, two]);
    expect(second.rejects).toMatchObject([{ reason: 'duplicate' }]);
  });

  it('asks for JSON where there was none', () => {
    expect(list.repair(request, read('Gladly, here they are.'))?.messages.at(-1)?.content).toContain(
      'no JSON',
    );
  });

  it.each([
    ['all is good', json(one, two), false],
    ['an item is there already', json(one, one), false],
    ['the answer was cut off: it would be again', json(one, two).slice(0, 90), true],
  ])('is not asked for where %s', (_why, text, isCut) => {
    expect(list.repair(request, read(text, isCut))).toBeNull();
  });

  it('is asked for once', () => {
    const second = list.read({ text: json(short), isCut: false }, read(json(one, short)));
    expect(second.rejects).toHaveLength(1);
    expect(list.repair(request, second)).toBeNull();
  });
});
