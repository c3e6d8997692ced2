import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../shared/settings.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Novelty } from './knowledge/generate/novelty.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { Kept } from './nights/learn/kept.ts';
import { learnFromDay } from './nights/learn/learn.ts';
import type { Day, Learnt, LearnParts, LearnTools } from './nights/learn/learnt.ts';
import { mapPrompt } from './nights/learn/map.ts';
import { missesPrompt } from './nights/learn/misses/ask.ts';
import { readPlain } from './nights/learn/misses/plain.ts';
import { reducePrompt } from './nights/learn/reduce.ts';
import type { Lexicon } from './text/lexicon/lexicon.ts';

export interface LearningWorld {
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly db: Db;
  readonly knowledge: Pick<Knowledge, 'explain' | 'rehearse'>;
  readonly lexicon: Lexicon;
  readonly novelty: Novelty;
}

/** What a night learns by, with its prompts. The messages that phrases are tried on are read by the first night. */
export function openLearning(world: LearningWorld): (day: Day, tools: LearnTools) => Promise<Learnt> {
  const { resourcesDir, settings } = world;
  const resource = (...path: string[]) => readFileSync(join(resourcesDir, ...path), 'utf8');
  const prompts: LearnParts['prompts'] = {
    map: mapPrompt(resource('prompts', 'night-map.md')),
    reduce: reducePrompt(resource('prompts', 'night-reduce.md')),
    misses: missesPrompt(resource('prompts', 'night-misses.md')),
  };
  const kept = new Kept();
  let plain: LearnParts['plain'] | null = null;
  return (day, tools) => {
    plain ??= readPlain(resource('plain-messages.tsv'));
    const parts: LearnParts = { ...world, prompts, plain, settings: () => settings().nights, kept };
    return learnFromDay(parts, day, tools);
  };
}
