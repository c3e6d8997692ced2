import { z } from 'zod';
import type { NumberedInsight } from '../../../db/insight-numbers.ts';
import { structuredList, type StructuredList } from '../../../llama/structured.ts';
import { inTags, promptVersion, taskRequest } from '../../../llama/task-prompt.ts';
import type { NightPrompt } from '../map.ts';
import type { Miss } from './miss.ts';

/** Messages that one request asks about; each comes with its candidates. */
export const mostAtOnce = 6;
const longestMessage = 600;

const phraseSchema = z.object({
  message: z.number().int().positive(),
  /** Number of the candidate that fits; null: none does. */
  insight: z.number().int().positive().nullable(),
  phrase: z.string().trim().max(300),
});
export type ToldPhrase = z.infer<typeof phraseSchema>;

export const phraseList: StructuredList<ToldPhrase> = structuredList({
  name: 'night_misses',
  item: phraseSchema,
  most: 2 * mostAtOnce,
});

export interface AskedMiss {
  readonly miss: Miss;
  readonly candidates: readonly NumberedInsight[];
}

/** `rules`: the text of `resources/prompts/night-misses.md`. */
export function missesPrompt(rules: string): NightPrompt<readonly AskedMiss[]> {
  return {
    version: promptVersion('night-misses', rules),
    request: (asked) => taskRequest(rules, taskOf(asked), 200 + 90 * asked.length, 0.3),
  };
}

function taskOf(asked: readonly AskedMiss[]): string {
  const messages = asked.map(({ miss, candidates }, at) => {
    const known = candidates.map(
      ({ number, text }) => `<insight n="${number}">${inTags(text.slice(0, 180))}</insight>`,
    );
    const text = `<text>${inTags(miss.message.text.slice(0, longestMessage))}</text>`;
    return `<message n="${at + 1}">${text}\n${known.join('\n')}</message>`;
  });
  return [
    `<messages>\n${messages.join('\n')}\n</messages>`,
    `Write one item for each of the ${asked.length} messages.`,
  ].join('\n');
}
