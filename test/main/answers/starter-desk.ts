import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openAnswers, type Answers } from '../../../src/main/answers/answers.ts';
import { importAnswers, importFacts } from '../../../src/main/answers/import.ts';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { languages } from '../../../src/shared/language.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';
import { openTestDb, silentLog, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';

const root = new URL('../../../', import.meta.url);
export const starter = (name: string) => readFileSync(new URL(`resources/starter/${name}`, root), 'utf8');

export interface StarterDesk extends TestDb {
  readonly clock: TestClock;
  readonly answers: Answers;
}

const intentRow = z.looseObject({
  intent: z.string(),
  variations: z.array(z.object({ language: z.enum(languages), text: z.string() })),
});
export type IntentRow = z.infer<typeof intentRow>;

/** The intents of the starter pack. */
export const starterIntents = (): IntentRow[] =>
  starter('intents.jsonl')
    .trim()
    .split('\n')
    .map((line) => intentRow.parse(JSON.parse(line)));

/** A new database with the house facts and intents of the starter pack, or these of it, and matching opened over it. */
export async function openStarterDesk(
  intents: readonly IntentRow[] = starterIntents(),
): Promise<StarterDesk> {
  const desk = openTestDb();
  const clock = testClock();
  importFacts(desk.db, clock, starter('house-facts.jsonl'));
  const jsonl = intents.map((row) => JSON.stringify(row)).join('\n');
  importAnswers(desk.db, clock, jsonl, 'starter');
  const answers = openAnswers({
    db: desk.db,
    embedder: builtinEmbedder(shippedLexicon),
    lexicon: shippedLexicon,
    clock,
    log: silentLog,
  });
  return { ...desk, clock, answers };
}

const evalRow = z.object({
  text: z.string(),
  lang: z.enum(languages),
  intent: z.string().nullable(),
  kind: z.string(),
});
export type EvalRow = z.infer<typeof evalRow>;

export function evalRows(name: string): EvalRow[] {
  return readFileSync(new URL(`test/fixtures/eval/${name}`, root), 'utf8')
    .trim()
    .split('\n')
    .map((line) => evalRow.parse(JSON.parse(line)));
}
