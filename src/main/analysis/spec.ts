import { z } from 'zod';
import type { JobSpec } from '../jobs/queue.ts';

const payload = z.object({
  clientId: z.string(),
  conversationId: z.string(),
  /** Of what the client had written when it was asked for. */
  contentHash: z.string(),
});
export type AnalysePayload = z.infer<typeof payload>;

/** What must be known to ask for the analysis of a conversation. */
export const analyseSpec: JobSpec<AnalysePayload> = {
  name: 'analyse_conversation',
  payload,
  maxAttempts: 5,
};

/** One job per conversation and content at a time. */
export const keyOf = ({
  conversationId,
  contentHash,
}: Pick<AnalysePayload, 'conversationId' | 'contentHash'>): string => `${conversationId}/${contentHash}`;
