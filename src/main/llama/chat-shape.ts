import { z } from 'zod';
import type { LlamaReply, LlamaRequest } from './endpoint.ts';

const usageSchema = z
  .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative() })
  .nullish()
  .catch(null);

const choiceSchema = z.object({
  message: z.object({ content: z.string().nullish() }).optional(),
  delta: z.object({ content: z.string().nullish() }).nullish(),
  text: z.string().nullish(),
  finish_reason: z.string().nullish(),
});

/** A whole answer of an OpenAI-compatible server, or one piece of a streamed one. */
export const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z.array(choiceSchema),
  usage: usageSchema,
});
export type Completion = z.infer<typeof completionSchema>;

/** What an answer says, with what only the endpoint knows left open. */
export type Spoken = Pick<LlamaReply, 'text' | 'model' | 'isCut' | 'usage'>;

/** Puts an answer together from its pieces; a whole one is one piece. */
export function gatherCompletions(pieces: readonly Completion[]): Spoken & { readonly isEnded: boolean } {
  let text = '';
  let model: string | null = null;
  let finish: string | null = null;
  let usage: Spoken['usage'] = null;
  for (const piece of pieces) {
    const choice = piece.choices[0];
    text += choice?.message?.content ?? choice?.delta?.content ?? choice?.text ?? '';
    finish = choice?.finish_reason ?? finish;
    model = piece.model ?? model;
    if (piece.usage)
      usage = { inputTokens: piece.usage.prompt_tokens, outputTokens: piece.usage.completion_tokens };
  }
  return { text, model, usage, isCut: finish === 'length', isEnded: finish !== null };
}

/**
 * The body of a chat completion. Both spellings of the schema are sent, since servers read one or the other. Without a
 * model the server's own one answers, where it has only one.
 */
export function chatBody(request: LlamaRequest, model: string, isConstrained: boolean): object {
  const { messages, maxTokens, temperature, schema } = request;
  return {
    ...(model === '' ? {} : { model }),
    messages,
    max_tokens: maxTokens,
    temperature,
    ...(schema && isConstrained
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: schema.name, schema: schema.jsonSchema, strict: true },
            schema: schema.jsonSchema,
          },
        }
      : {}),
  };
}
