import { z } from 'zod';
import { insightCategories } from '../../../shared/insight.ts';
import { signalLanguages } from '../../../shared/language.ts';
import { structuredList, type StructuredList } from '../../llama/structured.ts';

const words = z.string().trim().min(1);

/** An insight as the model writes it. What it must be worth is judged by the gates, not by its form. */
const itemSchema = z.object({
  text: words.max(1_000),
  guidance: words.max(2_000),
  category: z.enum(insightCategories),
  language: z.enum(signalLanguages),
  triggers: z.array(words.max(300)).min(1).max(40),
});
export type GeneratedItem = z.infer<typeof itemSchema>;

/** Asks for so many insights at most. */
export function insightList(most: number): StructuredList<GeneratedItem> {
  return structuredList({ name: 'insights', item: itemSchema, most });
}
