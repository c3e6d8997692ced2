import { z } from 'zod';
import { claimTopics } from '../../shared/analysis.ts';
import { structuredList } from '../llama/structured.ts';

/** A claim as the model writes it. Whether it is to be believed is for the evidence, not for its form. */
const claimSchema = z.object({
  topic: z.enum(claimTopics),
  /** Of a fact: snake_case English. */
  key: z.string().trim().max(80).optional(),
  text: z.string().trim().min(3).max(500),
  quote: z.string().trim().min(1).max(500),
  /** The number of the message that the quote is in. */
  message: z.number().int().min(1),
  confidence: z.number().min(0).max(1),
  sensitive: z.boolean(),
});
export type WrittenClaim = z.infer<typeof claimSchema>;

/** More than these from one conversation are guesses. */
export const MOST_CLAIMS = 30;

export const claimList = structuredList({
  name: 'conversation_analysis',
  item: claimSchema,
  most: MOST_CLAIMS,
});
export type ClaimReading = ReturnType<typeof claimList.read>;
