import { describe, expect, it } from 'vitest';
import { changeOf, labelOf, type Outcome } from '../../../src/main/answers/label.ts';

const text = 'Ciao Giulia! L’ufficio apre alle 9 e chiude alle 17, dal lunedì al venerdì.';

const draft: Outcome = {
  state: 'draft',
  text,
  originalText: null,
  sentAt: null,
  wentAlone: false,
  isMarkedWrong: false,
  thumb: null,
  verdict: null,
  verdictAt: null,
};
const sent: Outcome = { ...draft, state: 'sent', sentAt: 100 };
const doubt = { verdict: 'doubtful', verdictAt: 50 } as const;
const lateDoubt = { verdict: 'doubtful', verdictAt: 150 } as const;
const trust = { verdict: 'confirmed', verdictAt: 50 } as const;
const heavy = { originalText: text, text: 'Ti richiamo io domani, va bene alle 9 o alle 17?' };
const middle = { originalText: text, text: `${text} A presto, ti aspettiamo qui in ufficio!` };

describe('the label of a served answer', () => {
  it.each<[string, Outcome, string | null]>([
    ['nothing while nothing is known', draft, null],
    ['right when Claude confirmed it', { ...draft, ...trust }, 'right by check'],
    ['wrong when Claude doubts it', { ...draft, ...doubt }, 'wrong by check'],
    ['right when it was sent as it was', sent, 'right by sent'],
    ['right when it was sent over a doubt that stood there', { ...sent, ...doubt }, 'right by sent'],
    ['wrong when the doubt came after the sending', { ...sent, ...lateDoubt }, 'wrong by check'],
    ['what the check says when it went out alone', { ...sent, wentAlone: true, ...trust }, 'right by check'],
    ['nothing when it went out alone unchecked', { ...sent, wentAlone: true }, null],
    [
      'wrong when it was mostly rewritten, whatever Claude said',
      { ...sent, ...heavy, ...trust },
      'wrong by edit',
    ],
    ['what Claude said when the edit could mean either', { ...sent, ...middle, ...trust }, 'right by check'],
    ['nothing when the edit could mean either', { ...sent, ...middle }, null],
    ['nothing while an edited draft waits', { ...draft, ...heavy }, null],
    [
      'wrong when another reply took its place',
      { ...draft, state: 'replaced', ...trust },
      'wrong by replaced',
    ],
    ['the thumb above what was done', { ...sent, thumb: 'down' }, 'wrong by thumb'],
    ['the thumb above a late doubt', { ...sent, ...lateDoubt, thumb: 'up' }, 'right by thumb'],
    ['the thumb above a replacing', { ...draft, state: 'replaced', thumb: 'up' }, 'right by thumb'],
    ['the mark above all', { ...sent, ...trust, thumb: 'up', isMarkedWrong: true }, 'wrong by mark'],
  ])('is %s', (_what, outcome, expected) => {
    const label = labelOf(outcome);
    expect(label && `${label.label} by ${label.by}`).toBe(expected);
  });
});

describe('how much of a text was changed', () => {
  it('is nothing where only case and punctuation differ', () => {
    expect(changeOf('Ciao, Giulia!', 'ciao giulia')).toBe(0);
  });

  it('is the share of words added, taken away or exchanged', () => {
    expect(changeOf('uno due tre quattro', 'uno due tre cinque')).toBe(0.25);
    expect(changeOf('uno due tre quattro', 'uno tre quattro')).toBe(0.25);
    expect(changeOf('uno due', 'uno due tre quattro')).toBe(0.5);
    expect(changeOf('uno due', 'tre quattro')).toBe(1);
  });

  it('is all of it where a figure is gone, however small the edit', () => {
    expect(changeOf('Costa 1.150 € tutto compreso', 'Costa 1.250 € tutto compreso')).toBe(1);
    expect(changeOf('Costa 1.150 € tutto compreso', 'Costa 1.150 € tutto compreso, in 3 rate')).toBeLessThan(
      0.5,
    );
  });

  it('looks at a bounded part of very long texts', () => {
    const startedWith = 'uno '.repeat(400);
    expect(changeOf(startedWith, `${startedWith}${'due '.repeat(50_000)}`)).toBe(0);
  });
});
