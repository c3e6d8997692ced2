import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../shared/settings.ts';
import { Proposals } from './answers/propose/proposals.ts';
import { intentsPrompt, variationsPrompt } from './answers/propose/prompt.ts';
import { openTrial } from './answers/propose/trial.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import { proposeIntents } from './jobs/kinds/propose-intents.ts';
import { proposeVariations } from './jobs/kinds/propose-variations.ts';
import type { Embedder } from './knowledge/embed/embedder.ts';
import type { Lexicon } from './text/lexicon/lexicon.ts';

interface ProposalWorld {
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly db: Db;
  readonly builtin: Embedder;
  readonly lexicon: Lexicon;
  /** Opened after this, since it is given the kinds. */
  readonly jobs: () => Jobs;
}

/** What could be added to prepared answers, and the kinds of jobs that propose it. */
export function openProposals({ resourcesDir, settings, clock, db, builtin, lexicon, jobs }: ProposalWorld): {
  readonly proposals: Proposals;
  readonly kinds: readonly JobKind[];
} {
  const prompt = (name: string) => readFileSync(join(resourcesDir, 'prompts', name), 'utf8');
  const parts = { db, clock, lexicon, embedder: builtin };
  const trial = openTrial(parts);
  const variations = variationsPrompt(prompt('propose-variations.md'));
  const intents = intentsPrompt(prompt('propose-intents.md'));
  return {
    proposals: new Proposals({ ...parts, onChange: () => jobs().changed([]) }),
    kinds: [
      proposeVariations({ db, clock, settings, trial, prompt: variations }),
      proposeIntents({ db, clock, trial, prompt: intents }),
    ],
  };
}
