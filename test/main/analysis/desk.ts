import { onTestFinished, vi } from 'vitest';
import type { Analysis } from '../../../src/shared/analysis.ts';
import { readClientAnalysis } from '../../../src/main/analysis/queue.ts';
import type { Core } from '../../../src/main/core.ts';
import { continueConversation } from '../../../src/main/db/conversations.ts';
import { insertClientMessage } from '../../../src/main/db/messages.ts';
import { insertWrittenReply } from '../../../src/main/db/replies.ts';
import { aClient } from '../../fixtures/desk.ts';
import { analysisPool } from '../../simulators/analysis-pool.ts';
import { startLlamaServer, type LlamaServer } from '../../simulators/llama-server.ts';
import { openFactory } from '../knowledge/generate/factory.ts';

export interface AnalysisDesk {
  readonly core: Core;
  readonly server: LlamaServer;
  readonly clientId: string;
  /** Says something in the client's conversation; returns the message's id. */
  client(text: string, at?: number): string;
  desk(text: string): string;
  /** Ends the open conversation. */
  end(isTemporary?: boolean): string;
  /** Works through the queue, and returns the newest analysis. */
  analysed(): Promise<Analysis | null>;
}

/** A desk with one client, and a model that understands, with mishaps. */
export async function openAnalysisDesk(...args: Parameters<typeof analysisPool>): Promise<AnalysisDesk> {
  const server = await startLlamaServer({ answer: analysisPool(...args).answer });
  onTestFinished(() => server.close());
  const core = await openFactory({ kind: 'openai', url: server.url, key: '' });
  const clientId = aClient(core.db, { name: 'Marco Bellini', language: 'it' }).id;
  let at = Date.now() - 3_600_000;
  const place = (now: number) => ({
    clientId,
    conversationId: continueConversation(core.db, clientId, 'whatsapp', now).conversation.id,
    language: 'it' as const,
  });
  return {
    core,
    server,
    clientId,
    client: (text, when = (at += 1_000)) => insertClientMessage(core.db, { ...place(when), text }, when).id,
    desk: (text) => insertWrittenReply(core.db, { ...place((at += 1_000)), text, repliesTo: null }, at).id,
    end: (isTemporary = false) => {
      const { conversationId } = place(at);
      if (isTemporary) core.chat.setTemporary({ clientId, conversationId, isTemporary });
      core.chat.endConversation({ clientId, conversationId });
      return conversationId;
    },
    analysed: async () => {
      core.jobs.start();
      await vi.waitFor(
        () => {
          const { standing } = readClientAnalysis(core.db, clientId);
          if (['waiting', 'running'].includes(standing.state)) throw new Error(standing.state);
        },
        { timeout: 20_000, interval: 20 },
      );
      return readClientAnalysis(core.db, clientId).last;
    },
  };
}
