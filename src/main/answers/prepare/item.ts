import { z } from 'zod';
import { formalities } from '../../../shared/client.ts';
import { structuredList, type StructuredList } from '../../llama/structured.ts';

/** An answer as the model writes it. What it must be worth is judged by the gates, not by its form. */
const itemSchema = z.object({
  formality: z.enum(formalities),
  text: z.string().trim().min(1).max(2_000),
});
export type WrittenAnswer = z.infer<typeof itemSchema>;

/** Asks for so many answers at most. */
export function answerList(most: number): StructuredList<WrittenAnswer> {
  return structuredList({ name: 'answers', item: itemSchema, most });
}
