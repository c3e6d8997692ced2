import { z } from 'zod';

const formatSchema = z.object({ json_schema: z.object({ name: z.string().min(1) }).optional() });

/** As much of a chat completion's request as the demo reads. */
export const chatRequestSchema = z.object({
  model: z.string().optional(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  max_tokens: z.number().int().positive().optional(),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  response_format: formatSchema.nullish(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;

/** The task that a request is for, by the name of the shape that it asks for; null for a plain chat. */
export const taskNameOf = ({ response_format: format }: ChatRequest): string | null =>
  format?.json_schema?.name ?? null;

/** Everything that was said to the model, the rules first. */
export const saidIn = ({ messages }: ChatRequest): string =>
  messages.map(({ content }) => content).join('\n\n');
