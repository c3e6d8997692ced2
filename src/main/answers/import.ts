import { z } from 'zod';
import { answerStatuses, type AnswerSource } from '../../shared/answer.ts';
import { formalities } from '../../shared/client.ts';
import { DeskError } from '../../shared/fault.ts';
import { languages } from '../../shared/language.ts';
import { answerTextProblem, factSlugs } from '../../shared/slots.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listHouseFacts, saveHouseFact } from '../db/house-facts.ts';
import { saveIntent, type IntentProfile } from '../db/intents.ts';
import { parseJsonl, slugSchema, type ImportCount } from '../exchange/jsonl.ts';
import { detectLanguage } from '../text/language.ts';
import { endOfDay } from './day.ts';

const short = z.string().trim().min(1).max(500);
const long = z.string().trim().min(1).max(4_000);
const perLanguage = <T extends z.ZodType>(value: T) => z.strictObject({ id: value, it: value, en: value });

const factRow = z.strictObject({
  slug: slugSchema,
  topic: short,
  /** A plain string holds in all three languages. */
  value: z.union([long.transform((text) => ({ id: text, it: text, en: text })), perLanguage(long)]),
  source: z.string().trim().max(500).default(''),
  validUntil: z.iso.date().nullable().default(null),
  example: z.boolean().optional(),
});

const variation = z.union([
  long.transform((text, context) => {
    const { language } = detectLanguage(text);
    if (language) return { language, text };
    context.addIssue(`the language of "${text}" cannot be told; write {"language","text"}`);
    return z.NEVER;
  }),
  z.strictObject({ language: z.enum(languages), text: long }),
]);

const answer = z.strictObject({
  language: z.enum(languages),
  formality: z.enum(formalities),
  text: long.superRefine((text, context) => {
    const problem = answerTextProblem(text);
    if (problem) context.addIssue(problem);
  }),
  status: z.enum(answerStatuses).optional(),
});

const intentRow = z.strictObject({
  intent: slugSchema,
  title: perLanguage(short).optional(),
  threshold: z.number().min(0).max(1).nullable().optional(),
  variations: z.array(variation).min(1).max(500),
  answers: z.array(answer).max(100).optional(),
});

/**
 * Takes house facts from JSONL text: adds new slugs, changes known ones, all in one transaction; equal rows change
 * nothing. `validUntil` is a day (YYYY-MM-DD) whose local end is the end of validity. A changed value takes the
 * answers that use it out of service. Throws DeskError `bad_input` naming the bad lines and imports nothing then.
 */
export function importFacts(db: Db, clock: Clock, jsonl: string): ImportCount {
  const rows = parseJsonl(jsonl, factRow, (row) => row.slug);
  const count = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const { row } of rows) {
      const { slug, topic, value, source } = row;
      const validUntil = row.validUntil === null ? null : endOfDay(row.validUntil);
      count[saveHouseFact(db, { slug, topic, value, source, validUntil }, clock.now())]++;
    }
  })();
  return count;
}

/**
 * Takes intents with their variations and answers from JSONL text, all in one transaction; equal rows change nothing
 * (the generation included). A row holds the whole intent: variations and imported answers it does not name are
 * removed. An answer whose text is unchanged keeps its status unless the row gives one.
 * Throws DeskError `bad_input` naming the bad lines (unknown slots and house facts, numbers outside slots, a variation
 * that stands in two intents or languages) and imports nothing then.
 */
export function importAnswers(
  db: Db,
  clock: Clock,
  jsonl: string,
  source: AnswerSource = 'import',
): ImportCount {
  const rows = parseJsonl(jsonl, intentRow, (row) => row.intent);
  const facts = new Set(listHouseFacts(db).map((fact) => fact.slug));
  const problems = [...unknownFacts(rows, facts), ...sharedVariations(rows)];
  if (problems.length > 0)
    throw new DeskError('bad_input', ['Nothing was imported. Correct these lines:', ...problems].join('\n'));
  const count = { added: 0, changed: 0, same: 0 };
  db.transaction(() => {
    for (const { row } of rows) count[saveIntent(db, profileOf(row), source, clock.now())]++;
  })();
  return count;
}

interface IntentLine {
  readonly number: number;
  readonly row: z.output<typeof intentRow>;
}

function profileOf({ intent, ...rest }: IntentLine['row']): IntentProfile {
  return { slug: intent, ...rest };
}

function unknownFacts(rows: readonly IntentLine[], facts: ReadonlySet<string>): string[] {
  return rows.flatMap(({ number, row }) => {
    const used = new Set((row.answers ?? []).flatMap(({ text }) => factSlugs(text)));
    return [...used]
      .filter((name) => !facts.has(name))
      .map((name) => `Line ${number}: there is no house fact ${name}; import the house facts first`);
  });
}

function sharedVariations(rows: readonly IntentLine[]): string[] {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const { number, row } of rows) {
    const languageOf = new Map<string, string>();
    for (const { text, language } of row.variations) {
      if ((languageOf.get(text) ?? language) !== language)
        problems.push(`Line ${number}: the variation "${text}" stands in two languages`);
      languageOf.set(text, language);
      const key = text.toLowerCase();
      const owner = owners.get(key);
      if (owner !== undefined && owner !== row.intent)
        problems.push(`Line ${number}: the variation "${text}" stands in the intent ${owner} too`);
      owners.set(key, row.intent);
    }
  }
  return problems;
}
