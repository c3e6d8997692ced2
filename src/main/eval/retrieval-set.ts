import { z } from 'zod';
import { languages, signalLanguages, type SignalLanguage } from '../../shared/language.ts';
import { repeatedKeys, toJsonl } from '../exchange/jsonl.ts';
import { detectLanguage } from '../text/language.ts';
import { mapCategories } from './categories.ts';
import { filled, groupName, readSet, type SetFile } from './set-file.ts';
import { slugsFor } from './slugs.ts';

/** A message and the insights that fit it. */
export interface EvalQuery {
  /** Its line in the file. */
  readonly line: number;
  readonly text: string;
  readonly lang: string;
  readonly kind: string | null;
  /** Ids of the set; empty: none may be given. */
  readonly relevant: readonly string[];
}

export interface RetrievalSet {
  /** The insights as the product imports them. */
  readonly insights: string;
  /** The set's id of each insight by the product's slug. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly queries: readonly EvalQuery[];
  /** What was read other than it stands there. */
  readonly remarks: readonly string[];
}

const insightRow = z.object({
  id: z.union([filled, z.number()]).transform(String),
  text: filled,
  guidance: z.string().nullish(),
  category: z.string().nullish(),
  language: z.string().nullish(),
  triggers: z.array(z.string()).nullish(),
});
type InsightRow = z.output<typeof insightRow>;

const queryRow = z.object({
  text: filled,
  lang: filled,
  relevant: z.array(z.union([filled, z.number()]).transform(String)),
  kind: groupName,
});

/** Longest texts that the product takes. */
const longest = { text: 1_000, guidance: 2_000, trigger: 200, triggers: 100 } as const;

/**
 * Reads a set for `evaluateRetrieval`, kinder than the product's own import: fields it does not know are left aside, and categories,
 * languages and ids that are not the product's are mapped. Throws DeskError `bad_input` naming file and line.
 */
export function readRetrievalSet(insightsFile: SetFile, queriesFile: SetFile): RetrievalSet {
  const rows = readSet(insightsFile, insightRow, (lines) => repeatedKeys(lines, ({ id }) => id)).map(
    ({ row }) => row,
  );
  const ids = new Set(rows.map(({ id }) => id));
  const queries = readSet(queriesFile, queryRow, (lines) =>
    lines.flatMap(({ number, row }) =>
      row.relevant
        .filter((id) => !ids.has(id))
        .map((id) => ({ number, reason: `relevant: there is no insight ${id} in ${insightsFile.name}` })),
    ),
  );
  const slugs = slugsFor([...ids]);
  const categories = mapCategories(rows.map(({ category }) => category ?? null));
  return {
    insights: toJsonl(rows.map((row) => importable(row, slugs, categories))),
    idOf: new Map([...slugs].map(([id, slug]) => [slug, id])),
    queries: queries.map(({ number, row }) => ({
      ...row,
      line: number,
      relevant: [...new Set(row.relevant)],
    })),
    remarks: remarksOn(rows, categories, insightsFile.name),
  };
}

function importable(
  row: InsightRow,
  slugs: ReadonlyMap<string, string>,
  categories: ReturnType<typeof mapCategories>,
): object {
  const triggers = (row.triggers ?? []).map((phrase) => phrase.trim().slice(0, longest.trigger));
  return {
    slug: slugs.get(row.id),
    text: row.text.slice(0, longest.text),
    guidance: (row.guidance ?? '').trim().slice(0, longest.guidance),
    category: categories.get(row.category ?? null),
    language: languageOf(row),
    triggers: triggers.filter((phrase) => phrase !== '').slice(0, longest.triggers),
  };
}

/** The language of the signal; where it is not said, the one that most of its phrases are in. */
function languageOf({ language, triggers, text }: InsightRow): SignalLanguage {
  const said = language?.trim().toLowerCase();
  const known = signalLanguages.find((one) => one === said);
  if (known) return known;
  const phrases = triggers && triggers.length > 0 ? triggers : [text];
  const votes = phrases.map((phrase) => detectLanguage(phrase).language);
  const count = (wanted: string) => votes.filter((vote) => vote === wanted).length;
  return languages.reduce((left, right) => (count(right) > count(left) ? right : left));
}

function remarksOn(
  rows: readonly InsightRow[],
  categories: ReturnType<typeof mapCategories>,
  file: string,
): string[] {
  const foreign = [...categories].filter(([name, category]) => name !== category);
  const isTold = ({ language }: InsightRow) =>
    signalLanguages.some((one) => one === language?.trim().toLowerCase());
  const untold = rows.filter((row) => !isTold(row)).length;
  const cut = rows.filter(
    ({ text, triggers }) =>
      text.length > longest.text || (triggers ?? []).some((phrase) => phrase.length > longest.trigger),
  ).length;
  return [
    ...foreign.map(
      ([name, category]) =>
        `${file}: ${name === null ? 'rows without a category count' : `the category "${name}" counts`} as ${category}.`,
    ),
    ...(untold > 0
      ? [`${file}: the language of ${untold} insights is not said or not known; it was detected.`]
      : []),
    ...(cut > 0 ? [`${file}: ${cut} insights have texts or triggers that are too long; they were cut.`] : []),
  ];
}
