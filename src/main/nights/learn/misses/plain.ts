import { languages, type Language } from '../../../../shared/language.ts';

/** Of each language, since a night asks about many phrases. */
const mostTexts = 60;

/** `table`: the text of `resources/plain-messages.tsv`, language and message a line. */
export function readPlain(table: string): Readonly<Record<Language, readonly string[]>> {
  const rows = table.split(/\r?\n/).map((line) => line.split('\t'));
  const of = (language: Language) =>
    rows.flatMap(([spoken, text]) => (spoken === language && text ? [text] : [])).slice(0, mostTexts);
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<
    Language,
    string[]
  >;
}
