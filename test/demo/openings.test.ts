import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chooseTone } from '../../src/demo/openings.ts';

const insights = readFileSync(new URL('../../resources/starter/insights.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) =>
    z.object({ id: z.string(), text: z.string(), guidance: z.string() }).parse(JSON.parse(line)),
  );

function toneOf(id: string) {
  const insight = insights.find((candidate) => candidate.id === id);
  if (!insight) throw new Error(`There is no insight ${id}.`);
  return chooseTone({ signal: insight.text, guidance: insight.guidance });
}

describe('chooseTone', () => {
  it.each([
    ['masih-berduka', 'condolence'],
    ['kok-gini-sih-kak', 'apology'],
    ['izin-follow-up', 'apology'],
    ['minder-sama-yang-lain', 'reassurance'],
    ['belum-rezeki', 'way_out'],
    ['istikharah-dulu', 'ceremony'],
    ['en-no-worries-if-not', 'welcome'],
    ['it-volo-gia-preso', 'haste'],
    ['jv-larang-men', 'money'],
    ['jv-wedi-diapusi', 'trust'],
    ['jv-awak-greges', 'care'],
    ['en-ex-wont-sign', 'family'],
  ] as const)('answers the signal of %s in the tone of %s', (id, tone) => {
    expect(toneOf(id)).toBe(tone);
  });

  it('gives condolences for a death alone', () => {
    expect(insights.filter(({ id }) => toneOf(id) === 'condolence').map(({ id }) => id)).toEqual([
      'masih-berduka',
    ]);
  });
});
