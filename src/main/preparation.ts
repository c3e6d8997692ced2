import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../shared/settings.ts';
import type { Answers } from './answers/answers.ts';
import { Preparation } from './answers/prepare/preparation.ts';
import { preparePrompt } from './answers/prepare/prompt.ts';
import { Renewal } from './answers/prepare/renewal.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import { prepareAnswers } from './jobs/kinds/prepare-answers.ts';
import type { Llama } from './llama/llama.ts';
import type { Log } from './log.ts';

interface PreparationWorld {
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly db: Db;
  readonly answers: Answers;
  readonly llama: Pick<Llama, 'inUse'>;
  /** Opened after this, since it is given the kind. */
  readonly jobs: () => Jobs;
}

/** The preparation of answers, what asks for them by itself, and the kind of job that both are done by. */
export function openPreparation(world: PreparationWorld): {
  readonly preparation: Preparation;
  readonly renewal: Renewal;
  readonly kind: JobKind;
} {
  const { resourcesDir, settings, clock, log, db, answers, llama, jobs } = world;
  const prompt = preparePrompt(readFileSync(join(resourcesDir, 'prompts', 'prepare-answers.md'), 'utf8'));
  const onChange = (cancelled: readonly string[]) => jobs().changed(cancelled);
  const hasEndpoint = () => llama.inUse() !== null;
  const renewal = new Renewal({ db, clock, log, settings, hasEndpoint, onAdded: () => onChange([]) });
  return {
    preparation: new Preparation({ db, clock, settings, onChange }),
    renewal,
    kind: prepareAnswers({
      db,
      clock,
      settings,
      prompt,
      facts: answers,
      onEnd: () => renewal.soon(),
    }),
  };
}
