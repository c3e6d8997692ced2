import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../shared/settings.ts';
import type { Answers } from './answers/answers.ts';
import { Preparation } from './answers/prepare/preparation.ts';
import { preparePrompt } from './answers/prepare/prompt.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import { prepareAnswers } from './jobs/kinds/prepare-answers.ts';

interface PreparationWorld {
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly db: Db;
  readonly answers: Answers;
  /** Opened after this, since it is given the kind. */
  readonly jobs: () => Jobs;
}

/** The preparation of answers and the kind of job that it is done by. */
export function openPreparation({ resourcesDir, settings, clock, db, answers, jobs }: PreparationWorld): {
  readonly preparation: Preparation;
  readonly kind: JobKind;
} {
  const prompt = preparePrompt(readFileSync(join(resourcesDir, 'prompts', 'prepare-answers.md'), 'utf8'));
  const preparation = new Preparation({ db, clock, settings, onChange: () => jobs().changed([]) });
  return { preparation, kind: prepareAnswers({ db, clock, settings, prompt, facts: answers }) };
}
