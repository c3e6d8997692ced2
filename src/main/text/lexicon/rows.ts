import { DeskError } from '../../../shared/fault.ts';
import { languages, type Language } from '../../../shared/language.ts';

/** A file of the lexicon as it was read. */
export interface LexiconFile {
  readonly name: string;
  readonly text: string;
}

/** One line of the lexicon: a meaning and what carries it in each language. */
export interface ConceptRow {
  readonly name: string;
  readonly broader: string | null;
  readonly opposite: string | null;
  readonly isPlain: boolean;
  readonly forms: Readonly<Record<Language, readonly string[]>>;
  /** Where it stands ("feelings.tsv, line 12"). */
  readonly place: string;
}

const columns = ['concept', 'broader', 'kind', 'opposite', ...languages] as const;
const mostWords = 4;
const leastStem = 4;
/** Errors shown at most; a file of the wrong kind has one per line. */
const mostErrors = 20;

/**
 * The rows of all lexicon files, checked one by one and against each other. Throws DeskError `file_unreadable` that names
 * file, line, what is wrong and what to do (the first 20).
 */
export function parseRows(files: readonly LexiconFile[]): ConceptRow[] {
  const errors: string[] = [];
  const rows = files.flatMap((file) => rowsOf(file, errors));
  checkNames(rows, errors);
  if (errors.length === 0) return rows;
  const more = errors.length > mostErrors ? [`… and ${errors.length - mostErrors} more`] : [];
  throw new DeskError(
    'file_unreadable',
    ['The lexicon cannot be used. Correct these lines:', ...errors.slice(0, mostErrors), ...more].join('\n'),
  );
}

function rowsOf({ name, text }: LexiconFile, errors: string[]): ConceptRow[] {
  const [header = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (header !== columns.join('\t')) {
    errors.push(`${name}, line 1: must be the header “${columns.join(' ⇥ ')}”, separated by tabs`);
    return [];
  }
  const rows: ConceptRow[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const place = `${name}, line ${at + 2}`;
    const cells = line.split('\t');
    if (cells.length === columns.length) rows.push(toRow(cells, place, errors));
    else errors.push(`${place}: has ${cells.length} columns; write ${columns.length}, separated by tabs`);
  });
  return rows;
}

function toRow(cells: readonly string[], place: string, errors: string[]): ConceptRow {
  const [name = '', broader = '', kind = '', opposite = '', ...formCells] = cells.map((cell) => cell.trim());
  const complain = (what: string) => errors.push(`${place}: ${what}`);
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name))
    complain(`“${name}” is no name of a concept; write snake_case`);
  if (kind !== 'signal' && kind !== 'plain') complain(`kind “${kind}” is unknown; write signal or plain`);
  const forms = { id: [], it: [], en: [] } as Record<Language, string[]>;
  languages.forEach((language, at) => {
    for (const form of (formCells[at] ?? '').split('|')) {
      const phrase = form.trim();
      const fault = phrase === '' || phrase === '-' ? null : faultOf(phrase);
      if (fault) complain(`“${phrase}” ${fault}`);
      else if (phrase !== '' && phrase !== '-') forms[language].push(phrase);
    }
  });
  return {
    name,
    broader: broader === '-' || broader === '' ? null : broader,
    opposite: opposite === '-' || opposite === '' ? null : opposite,
    isPlain: kind === 'plain',
    forms,
    place,
  };
}

function faultOf(form: string): string | null {
  const star = form.indexOf('*');
  if (star >= 0 && (star < form.length - 1 || form.includes(' ')))
    return 'has a * that is not the end of a single word; write the endings out';
  if (star >= 0 && form.length - 1 < leastStem)
    return `is too short before its *; write at least ${leastStem} letters or the words themselves`;
  if (form.split(' ').length > mostWords) return `has more than ${mostWords} words; shorten it`;
  if (!/\p{L}|\p{N}/u.test(form)) return 'has no letter; remove it';
  return null;
}

function checkNames(rows: readonly ConceptRow[], errors: string[]): void {
  const byName = new Map<string, ConceptRow>();
  for (const row of rows) {
    const first = byName.get(row.name);
    if (first) errors.push(`${row.place}: “${row.name}” stands in ${first.place} already; merge the two`);
    else byName.set(row.name, row);
  }
  for (const { name, broader, opposite, place } of rows) {
    if (broader !== null && !byName.has(broader))
      errors.push(`${place}: the broader concept “${broader}” is no row; add it or write -`);
    if (broader === name) errors.push(`${place}: “${name}” is its own broader concept; write -`);
    if (opposite === null) continue;
    const other = byName.get(opposite);
    if (!other) errors.push(`${place}: the opposite “${opposite}” is no row; add it or write -`);
    else if (other.opposite !== name)
      errors.push(
        `${place}: “${opposite}” does not name “${name}” as its opposite; name it there (${other.place})`,
      );
  }
}
