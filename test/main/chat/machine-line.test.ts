import { describe, expect, it } from 'vitest';
import {
  createMachineLineFilter,
  withoutMachineLine,
  type Naming,
} from '../../../src/main/chat/machine-line.ts';
import { seededRandom } from '../../fixtures/random.ts';

const named = (...ids: string[]): Naming => ({ kind: 'named', ids });
const none: Naming = { kind: 'none', ids: [] };
const missing: Naming = { kind: 'missing', ids: [] };
const unreadable: Naming = { kind: 'unreadable', ids: [] };

/** What a model may write, what of it is the reply, and what it names. */
const replies: readonly (readonly [title: string, written: string, shown: string, naming: Naming])[] = [
  ['a line as the rules want it', 'Ciao Mario.\n\n<<used: h1 r2>>', 'Ciao Mario.', named('h1', 'r2')],
  ['none', 'Sì, è aperto 🙏🏽\n<<used: none>>', 'Sì, è aperto 🙏🏽', none],
  ['white space after the line', 'Halo Kak!\n\n<<used: h1>> \n\n\t ', 'Halo Kak!', named('h1')],
  ['no line', 'Halo Kak, siap.\n', 'Halo Kak, siap.\n', missing],
  ['nothing but a line', '<<used: h1>>', '', named('h1')],
  ['a line in the middle', 'Uno.\n\n<<used: h1>>\n\nDue.', 'Uno.\n\nDue.', named('h1')],
  ['a line inside a sentence', 'Uno <<used: h1>> due.', 'Uno due.', named('h1')],
  ['a line twice: the last one counts', 'Uno.\n<<used: h1>>\nDue.\n<<used: r2>>', 'Uno.\nDue.', named('r2')],
  ['commas, capitals, no blanks', 'Ciao.\n<<USED:H1,R2>>', 'Ciao.', named('h1', 'r2')],
  ['an id twice', 'Ciao.\n<<used: h1 h1>>', 'Ciao.', named('h1')],
  ['one bracket less', 'Ciao.\n<used: h1>', 'Ciao.', named('h1')],
  ['one bracket more', 'Ciao.\n<<<used: h1>>>', 'Ciao.', named('h1')],
  ['brackets of the language', 'Ciao.\n« used: h1 »', 'Ciao.', named('h1')],
  ['bold type around the line', 'Ciao *Mario*\n**<<used: h1>>**', 'Ciao *Mario*', named('h1')],
  ['code type around the line', 'Ciao.\n`<<used: h1>>`', 'Ciao.', named('h1')],
  ['bold type that ends before the line', '*Ciao*<<used: h1>>', '*Ciao*', named('h1')],
  ['no end', 'Ciao.\n<<used: h1 r2', 'Ciao.', named('h1', 'r2')],
  ['half an end', 'Ciao.\n<<used: h1 r2>', 'Ciao.', named('h1', 'r2')],
  ['no end, and text below', 'Ciao.\n<<used: h1\nA presto.', 'Ciao.\nA presto.', named('h1')],
  ['a break inside the line', 'Ciao.\n<<used:\nh1\nr2>>', 'Ciao.', named('h1', 'r2')],
  ['other words in the line', 'Ciao.\n<<used: h1, about shame>>', 'Ciao.', named('h1')],
  ['only other words', 'Ciao.\n<<used: the first one>>\nA presto.', 'Ciao.\nA presto.', unreadable],
  ['an empty line', 'Ciao.\n<<used: >>', 'Ciao.', unreadable],
  ['a cut in the opening', 'Ciao.\n\n<<us', 'Ciao.', missing],
  ['a cut after the first bracket', 'Ciao 🙏\n\n<', 'Ciao 🙏', missing],
  ['a cut inside an id', 'Ciao.\n\n<<used: h1 r', 'Ciao.', named('h1')],
  [
    'an opening without an end before a whole text',
    `Ciao.\n<<used: none ${'parola '.repeat(60)}`,
    `Ciao.\n${'parola '.repeat(60)}`,
    none,
  ],
  ['marks that are no line', '*a* _b_ `c` ~d~ <b> 3 < 5 << 6 > 2 «ciao» <<usa>> *ora*', '', missing],
  ['guillemets typed by hand', 'Si dice <<permesso>>, non <<used car>>.', '', missing],
];

const shownOf = (written: string, shown: string) =>
  shown === '' && !written.startsWith('<<used') ? written : shown;

function stream(pieces: readonly string[]) {
  const filter = createMachineLineFilter();
  const shown = pieces.map((piece) => filter.push(piece));
  return { text: shown.join('') + filter.end(), naming: filter.naming(), shown };
}

describe('the machine line', () => {
  it.each(replies)('is taken out: %s', (_, written, shown, naming) => {
    const whole = stream([written]);
    expect(whole.text).toBe(shownOf(written, shown));
    expect(whole.naming).toEqual(naming);
    expect(withoutMachineLine(written)).toBe(whole.text);
  });

  it.each(replies)('is never seen in two pieces, wherever they are split: %s', (_, written) => {
    const whole = stream([written]);
    for (let at = 0; at <= written.length; at += 1) {
      const { text, naming } = stream([written.slice(0, at), written.slice(at)]);
      expect(text, `split at ${at}`).toBe(whole.text);
      expect(naming).toEqual(whole.naming);
    }
  });

  it.each(replies)('is never seen in single characters or in pieces of any sizes: %s', (_, written) => {
    const whole = stream([written]);
    const random = seededRandom(written.length);
    const sizes = [() => 1, ...Array.from({ length: 60 }, () => () => Math.floor(random() * 7))];
    for (const size of sizes) {
      const { text, naming } = stream(split(written, size));
      expect(text).toBe(whole.text);
      expect(naming).toEqual(whole.naming);
    }
  });

  it.each(replies.filter(([title]) => /as the rules|none|white space|bold type around|code/.test(title)))(
    'is never seen when the stream is cut, wherever that is: %s',
    (_, written, shown) => {
      for (let at = 0; at <= written.length; at += 1) {
        const { text } = stream(split(written.slice(0, at), () => 1));
        expect(shown.startsWith(text.trimEnd()), `cut at ${at}: “${text}”`).toBe(true);
        expect(text).not.toMatch(/<|used/);
      }
    },
  );

  it('holds nothing back of ordinary text but white space, marks of type and brackets at its end', () => {
    const text = 'Halo Kak Wayan, *dua hal*:\n- paspor (3 < 5)\n- foto\n\nSampai ketemu <3 ya 🙏🏽';
    const filter = createMachineLineFilter();
    let given = '';
    let shown = '';
    for (const piece of split(text, () => 1)) {
      given += piece;
      shown += filter.push(piece);
      expect(given.slice(shown.length)).toMatch(/^[\s`*_~]*<?\s*$/);
    }
    expect(shown + filter.end()).toBe(text);
  });

  it('takes no longer than a moment for a hostile text', () => {
    for (const text of [
      '<'.repeat(60_000),
      ' '.repeat(60_000),
      '<<used:'.repeat(9_000),
      '*'.repeat(60_000),
    ]) {
      const { text: shown } = stream(split(text, () => 64));
      expect(shown.length).toBeLessThanOrEqual(text.length);
    }
  });
});

function split(text: string, size: () => number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = size();
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}
