import { z } from 'zod';
import { namesOf } from '../../../shared/client.ts';
import type { Conversation } from '../../../shared/conversation.ts';
import { DeskError } from '../../../shared/fault.ts';
import type { Language } from '../../../shared/language.ts';
import type { Message } from '../../../shared/message.ts';
import { claimList } from '../../analysis/claim.ts';
import { commitAnalysis } from '../../analysis/commit.ts';
import { contentHash } from '../../analysis/content.ts';
import { judgeClaims } from '../../analysis/judge.ts';
import { fitting, type AnalysePrompt } from '../../analysis/prompt.ts';
import { analyseSpec, type AnalysePayload } from '../../analysis/spec.ts';
import type { Clock } from '../../clock.ts';
import { readClient } from '../../db/clients.ts';
import { readConversation } from '../../db/conversations.ts';
import type { Db } from '../../db/db.ts';
import { readSaid } from '../../db/messages.ts';
import { askList } from '../../llama/ask-list.ts';
import { openRedaction } from '../../privacy/redaction.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

export interface AnalyseParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly prompt: AnalysePrompt;
  /** What claims are written in. */
  readonly screenLanguage: () => Language;
  /** Something was written down about this client. */
  readonly onUnderstood: (clientId: string) => void;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** What was said when it was asked about, so that numbers of messages mean the same after a restart. */
  said: z.array(z.string()),
  /** Names that were known then, so that their stand-ins mean the same. */
  names: z.array(z.string()),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<AnalysePayload, Progress>;

/** Understands one ended conversation: asks LLaMA once, believes what the client's own words prove, remembers it. */
export function analyseConversation(parts: AnalyseParts): JobKind<AnalysePayload, Progress> {
  return { ...analyseSpec, progress, leaseMs: 60_000, run: (job, tools) => analyse(parts, job, tools) };
}

async function analyse(parts: AnalyseParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, prompt } = parts;
  const conversation = findConversation(db, job.payload);
  if (conversation === null) return nothing('The conversation is gone.');
  if (conversation.isTemporary) return nothing('The conversation is temporary: nothing of it is learnt.');
  const said = readAsked(db, job, conversation);
  if (said === null) return nothing('More was said since: another job is for that.');
  const names = job.progress?.names ?? namesOf(readClient(db, conversation.clientId));
  const tell = (phase: Progress['phase'], done: number) =>
    job.report({ done, of: 1, phase, said: said.map(({ id }) => id), names });
  if (job.progress === null) tell('asking', 0);
  const shown = fitting(said);
  const { hide, restore } = openRedaction(
    { names },
    shown.map(({ message }) => message.text),
  );
  const asked = prompt.request({
    channel: conversation.channel,
    language: parts.screenLanguage(),
    shown,
    left: said.length - shown.length,
    hide,
  });
  const asking = { ask: tools.ask, isLastAttempt: job.attempt >= job.maxAttempts };
  const { reading, model } = await askList('analyse', claimList, asked, asking);
  if (!reading.hasList && reading.items.length === 0) {
    tools.discard('analyse');
    tools.discard('repair');
    return { kind: 'fail', error: 'The answer holds no list of claims.', isRetryable: true };
  }
  tell('judging', 1);
  const { proven, dropped } = judgeClaims(reading, said, restore);
  const write = (): void => {
    // It may have been made temporary while the model read it.
    if (findConversation(db, job.payload)?.isTemporary !== false) return;
    const messages = { said: said.length, read: shown.length };
    const origin = { ...job.payload, jobId: job.id, model, promptVersion: prompt.version };
    commitAnalysis(db, { ...origin, messages, proven, dropped }, parts.clock.now());
    // The transaction is over by then.
    setImmediate(() => parts.onUnderstood(conversation.clientId));
  };
  return { kind: 'done', result: { proven: proven.length, dropped }, write };
}

const nothing = (because: string): Outcome => ({
  kind: 'done',
  result: { proven: 0, dropped: {}, because },
});

function findConversation(
  db: Db,
  { clientId, conversationId }: Pick<AnalysePayload, 'clientId' | 'conversationId'>,
): Conversation | null {
  try {
    return readConversation(db, clientId, conversationId);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'not_found') return null;
    throw error;
  }
}

/** The messages that were asked about, or are to be; null where others have come since the job was wanted. */
function readAsked(db: Db, job: Job, { clientId, id }: Conversation): Message[] | null {
  const said = readSaid(db, clientId, id);
  const asked = job.progress?.said;
  if (asked !== undefined) return said.filter((message) => asked.includes(message.id));
  return contentHash(said) === job.payload.contentHash ? said : null;
}
