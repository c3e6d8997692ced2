import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emit } from '../shared/events.ts';
import type { Language } from '../shared/language.ts';
import { analysePrompt } from './analysis/prompt.ts';
import { queueAnalysis, unwantedAnalysis } from './analysis/queue.ts';
import type { Learning } from './chat/ports.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import { analyseConversation } from './jobs/kinds/analyse-conversation.ts';

interface UnderstandingWorld {
  readonly resourcesDir: string;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly db: Db;
  readonly screenLanguage: () => Language;
  /** Opened after this, since it is given the kind. */
  readonly jobs: () => Jobs;
}

export interface Understanding {
  readonly learning: Learning;
  readonly kind: JobKind;
}

/** What is learnt of conversations that ended, and the kind of job that it is learnt by. */
export function openUnderstanding({
  resourcesDir,
  clock,
  emit,
  db,
  screenLanguage,
  jobs,
}: UnderstandingWorld): Understanding {
  const prompt = analysePrompt(
    readFileSync(join(resourcesDir, 'prompts', 'analyse-conversation.md'), 'utf8'),
  );
  const onUnderstood = (clientId: string) => {
    emit('memory:changed', { clientId });
    emit('analysis:changed', { clientId });
  };
  const learning: Learning = {
    ended: (conversation, now) => {
      const jobId = queueAnalysis(db, conversation, now);
      // The transaction is over by then.
      if (jobId !== null) setImmediate(() => jobs().changed([]));
      setImmediate(() => emit('analysis:changed', { clientId: conversation.clientId }));
    },
    unwanted: (conversation) => {
      const jobId = unwantedAnalysis(db, conversation);
      if (jobId !== null) jobs().cancel(jobId);
      emit('analysis:changed', { clientId: conversation.clientId });
    },
  };
  return { learning, kind: analyseConversation({ db, clock, prompt, screenLanguage, onUnderstood }) };
}
