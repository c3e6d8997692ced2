import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Emit } from '../shared/events.ts';
import type { Settings } from '../shared/settings.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { JobKind } from './jobs/kind.ts';
import { generateKnowledge } from './jobs/kinds/generate-knowledge.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Embedder } from './knowledge/embed/embedder.ts';
import { Generation } from './knowledge/generate/generation.ts';
import { Novelty } from './knowledge/generate/novelty.ts';
import { readPlan, type Plan } from './knowledge/generate/plan.ts';
import { generatePrompt } from './knowledge/generate/prompt.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

interface GenerationWorld {
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly db: Db;
  readonly builtin: Embedder;
  readonly knowledge: Knowledge;
  /** Opened after this, since it is given the kind. */
  readonly jobs: () => Jobs;
}

/** The generator of cultural knowledge and the kind of job that its batches are. */
export function openGeneration({
  resourcesDir,
  settings,
  clock,
  emit,
  db,
  builtin,
  knowledge,
  jobs,
}: GenerationWorld): { readonly generation: Generation; readonly kind: JobKind; readonly novelty: Novelty } {
  // Read when it is first needed: a slip in a table that is made to be edited must not keep the app from opening.
  let plan: Plan | null = null;
  const planOf = () => (plan ??= readPlan(join(resourcesDir, 'knowledge-plan')));
  const prompt = generatePrompt(readFileSync(join(resourcesDir, 'prompts', 'generate-insights.md'), 'utf8'));
  const novelty = new Novelty(db, builtin);
  const onTaken = (runId: string) => {
    knowledge.refresh();
    emit('knowledge:changed', { runId });
  };
  const generation = new Generation({
    db,
    clock,
    planOf,
    promptVersion: prompt.version,
    settings,
    onChange: (runId, cancelled) => {
      jobs().changed(cancelled);
      onTaken(runId);
    },
  });
  const kind = generateKnowledge({ db, clock, planOf, prompt, novelty, onTaken });
  return { generation, kind, novelty };
}
