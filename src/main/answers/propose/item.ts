import { z } from 'zod';
import { languages } from '../../../shared/language.ts';
import { structuredList } from '../../llama/structured.ts';

const line = z.string().trim().min(1).max(300);

/** Asks for so many ways to ask one question. */
export const variationList = (most: number) =>
  structuredList({ name: 'proposals', item: z.object({ text: line }), most });

const intentItem = z.object({
  title: z.object({ id: line, it: line, en: line }),
  variations: z.array(z.object({ language: z.enum(languages), text: line })).max(60),
  /** Slugs of house facts. */
  facts: z.array(z.string().max(100)).max(20),
});
export type WrittenIntent = z.infer<typeof intentItem>;

/** Asks for one question, or for none. */
export const intentList = structuredList({ name: 'proposals', item: intentItem, most: 1 });
