import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { InsightDraft } from '../../src/main/db/insights.ts';
import { insightCategories } from '../../src/shared/insight.ts';
import { signalLanguages } from '../../src/shared/language.ts';
import { seededRandom } from '../fixtures/random.ts';

const TRIGGERS = 6;

const starterFile = new URL('../../resources/starter/insights.jsonl', import.meta.url);
const withTriggers = z.object({ triggers: z.array(z.string()) });
/** The words of the starter pack's phrases, each as often as it stands there, so that frequencies are those of real phrases. */
const WORDS = readFileSync(starterFile, 'utf8')
  .trim()
  .split('\n')
  .flatMap((row) => withTriggers.parse(JSON.parse(row)).triggers)
  .flatMap((phrase) => phrase.split(/\s+/));
const SYLLABLES = 'ba be bi ka ke ku la li lu ma mi mo na ni nu ra ri ro sa si su ta te to wa wi ya yu'.split(
  ' ',
);

/** Insights nobody ever had, as JSONL to import: the same for the same count, phrases of 2 to 6 words. */
export function inventInsights(count: number): string {
  const random = seededRandom(count);
  const rows = Array.from({ length: count }, (_, index) => JSON.stringify(invent(random, index)));
  return rows.join('\n');
}

function invent(random: () => number, index: number): InsightDraft {
  const triggers = Array.from({ length: TRIGGERS }, () => phrase(random, 2 + Math.floor(random() * 5)));
  return {
    slug: `invented-${index}`,
    text: `“${triggers[0]}”: ${phrase(random, 12)}`,
    guidance: phrase(random, 24),
    category: insightCategories[index % insightCategories.length] ?? 'emotions',
    language: signalLanguages[index % signalLanguages.length] ?? 'id',
    triggers: [...new Set(triggers)],
  };
}

function phrase(random: () => number, length: number): string {
  return Array.from({ length }, () => word(random)).join(' ');
}

/** Every third word is made up of syllables: a larger pack has more words as well. */
function word(random: () => number): string {
  if (random() > 0.33) return WORDS[Math.floor(random() * WORDS.length)] ?? 'aku';
  const length = 2 + Math.floor(random() * 3);
  return Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
}
