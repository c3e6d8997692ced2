import { z } from 'zod';
import { formalities } from '../../shared/client.ts';
import { languages } from '../../shared/language.ts';
import { repeatedKeys, toJsonl } from '../exchange/jsonl.ts';
import { filled, groupName, readSet, type SetFile } from './set-file.ts';
import { slugsFor } from './slugs.ts';
import { placeVariations } from './variation-languages.ts';

/** A message and the intent whose answer is right for it. */
export interface EvalMessage {
  /** Its line in the file. */
  readonly line: number;
  readonly text: string;
  readonly lang: string;
  readonly kind: string | null;
  /** The set's name of it; null: nothing may be served. */
  readonly intent: string | null;
}

export interface AnswersSet {
  /** The intents as the product imports them, each with an answer for every language and formality. */
  readonly intents: string;
  /** The set's name of each intent by the product's slug. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly messages: readonly EvalMessage[];
  /** What was read other than it stands there. */
  readonly remarks: readonly string[];
  /** Variations whose language their neighbours suggested. */
  readonly guesses: readonly string[];
}

const variation = z.union([
  filled.transform((text) => ({ text, language: null })),
  z.object({ text: filled, language: z.enum(languages).nullish().catch(null) }),
]);
const intentRow = z.object({
  intent: filled,
  threshold: z.number().min(0).max(1).nullish(),
  variations: z.array(variation).min(1),
});
type IntentRow = z.output<typeof intentRow>;

const messageRow = z.object({
  text: filled,
  lang: filled,
  intent: z.union([filled, z.null()], 'must be the name of an intent, or null'),
  kind: groupName,
});

/**
 * Reads a set for `evaluateAnswers`, kinder than the product's own import: unknown fields are left aside, answers are made up (the
 * match is measured, not their text), and variations get the language that they seem to be in. Throws DeskError `bad_input` naming file
 * and line.
 */
export function readAnswersSet(intentsFile: SetFile, testsFile: SetFile): AnswersSet {
  const rows = readSet(intentsFile, intentRow, (lines) => repeatedKeys(lines, ({ intent }) => intent)).map(
    ({ row }) => row,
  );
  const names = new Set(rows.map(({ intent }) => intent));
  const messages = readSet(testsFile, messageRow, (lines) =>
    lines.flatMap(({ number, row: { intent } }) =>
      intent === null || names.has(intent)
        ? []
        : [{ number, reason: `intent: there is no ${intent} in ${intentsFile.name}` }],
    ),
  );
  const slugs = slugsFor([...names]);
  const remarks: string[] = [];
  const guesses: string[] = [];
  const owners = new Map<string, string>();
  const intents = rows.map((row) => {
    const placed = placeVariations(row.variations.map(({ text, language = null }) => ({ text, language })));
    const own = placed.filter(({ text }) => isFirst(owners, text, row.intent));
    if (own.length < placed.length)
      remarks.push(
        `${intentsFile.name}: ${placed.length - own.length} variations of ${row.intent} stand twice; the first ones count.`,
      );
    for (const { text, language, isGuess } of own)
      if (isGuess) guesses.push(`${row.intent}: “${text}” counts as ${language}, as its neighbours are`);
    return importable(row, slugs.get(row.intent) ?? '', own);
  });
  return {
    intents: toJsonl(intents.filter(({ variations }) => variations.length > 0)),
    nameOf: new Map([...slugs].map(([name, slug]) => [slug, name])),
    messages: messages.map(({ number, row }) => ({ ...row, line: number })),
    remarks,
    guesses,
  };
}

/** The product wants every variation once; a set may have one twice. */
function isFirst(owners: Map<string, string>, text: string, intent: string): boolean {
  const key = text.toLowerCase();
  if (owners.has(key)) return false;
  owners.set(key, intent);
  return true;
}

function importable(row: IntentRow, slug: string, variations: ReturnType<typeof placeVariations>) {
  const answers = languages.flatMap((language) =>
    formalities.map((formality) => ({
      language,
      formality,
      text: `{{greeting}}, ${language} ${formality}.`,
    })),
  );
  return {
    intent: slug,
    ...(typeof row.threshold === 'number' ? { threshold: row.threshold } : {}),
    variations: variations.map(({ language, text }) => ({ language, text: text.slice(0, 4_000) })),
    answers,
  };
}
