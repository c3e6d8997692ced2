import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../../src/shared/language.ts';
import { parseRows } from '../../src/main/text/lexicon/rows.ts';
import { foldText } from '../../src/main/text/tokens.ts';

const folder = new URL('../../resources/lexicon/', import.meta.url);
const rows = parseRows(
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
);

test('has at least 900 concepts', () => {
  expect(rows.length).toBeGreaterThanOrEqual(900);
});

test('every concept is said in at least two languages', () => {
  const poor = rows.filter(
    ({ forms }) => languages.filter((language) => forms[language].length > 0).length < 2,
  );
  expect(poor.map(({ name, place }) => `${place}: ${name}`)).toEqual([]);
});

test('no form stands twice in one cell', () => {
  const doubles = rows.flatMap(({ forms, place }) =>
    languages.flatMap((language) => {
      const folded = forms[language].map(foldText);
      return folded.filter((form, at) => folded.indexOf(form) !== at).map((form) => `${place}: ${form}`);
    }),
  );
  expect(doubles).toEqual([]);
});

test('no form carries two opposite concepts in one language', () => {
  const formsOf = new Map(rows.map((row) => [row.name, row]));
  const torn = rows.flatMap((row) => {
    const opposite = row.opposite === null ? undefined : formsOf.get(row.opposite);
    if (!opposite || row.name > opposite.name) return [];
    return languages.flatMap((language) => {
      const others = new Set(opposite.forms[language].map(foldText));
      return row.forms[language]
        .filter((form) => others.has(foldText(form)))
        .map((form) => `${row.place}: “${form}” is also ${opposite.name}`);
    });
  });
  expect(torn).toEqual([]);
});

test('a broader concept has none itself that leads back to it', () => {
  const broader = new Map(rows.map(({ name, broader }) => [name, broader]));
  for (const { name, place } of rows) {
    const seen = new Set<string>();
    for (let at: string | null | undefined = name; at; at = broader.get(at)) {
      expect(seen.has(at), `${place}: ${[...seen].join(' → ')}`).toBe(false);
      seen.add(at);
    }
  }
});

test('forms are lower case, without punctuation', () => {
  const odd = rows.flatMap(({ forms, place }) =>
    languages.flatMap((language) =>
      forms[language]
        .filter((form) => form !== form.toLowerCase() || /[.,;:!?“”"()]/.test(form))
        .map((form) => `${place}: ${form}`),
    ),
  );
  expect(odd).toEqual([]);
});
