import { z } from 'zod';
import { insightCategories } from '../../../shared/insight.ts';
import { signalLanguages } from '../../../shared/language.ts';
import { structuredList, type StructuredList } from '../../llama/structured.ts';
import { promptVersion, taskRequest } from '../../llama/task-prompt.ts';
import type { Chunk } from './chunks.ts';

/** Findings that one piece of a day is asked for at most, and the room that one takes in an answer, in tokens. */
const mostFindings = 12;
const tokensPerFinding = 190;

const findingSchema = z.object({
  kind: z.enum(['signal', 'unmet_need', 'style', 'guidance']),
  language: z.enum(signalLanguages),
  category: z.enum(insightCategories),
  says: z.string().trim().min(10).max(600),
  /** Number of an insight that its guidance should be better for; for `guidance` alone. */
  insight: z.number().int().positive().nullish(),
  quotes: z
    .array(z.object({ message: z.number().int(), quote: z.string().trim().min(1).max(600) }))
    .min(1)
    .max(8),
});
export type ToldFinding = z.infer<typeof findingSchema>;

export const findingList: StructuredList<ToldFinding> = structuredList({
  name: 'night_map',
  item: findingSchema,
  most: mostFindings,
});

/** One piece of a day. */
export type MapAsked = Pick<Chunk, 'text'>;

/** A prompt of a night and the name of its version. */
export interface NightPrompt<Asked> {
  readonly version: string;
  request(asked: Asked): ReturnType<typeof taskRequest>;
}

/** `rules`: the text of `resources/prompts/night-map.md`. */
export function mapPrompt(rules: string): NightPrompt<MapAsked> {
  return {
    version: promptVersion('night-map', rules),
    request: ({ text }) => {
      const task = [
        `<day>\n${text}\n</day>`,
        `Tell what you find in this day, at most ${mostFindings} findings.`,
      ].join('\n');
      return taskRequest(rules, task, 300 + tokensPerFinding * mostFindings, 0.4);
    },
  };
}
