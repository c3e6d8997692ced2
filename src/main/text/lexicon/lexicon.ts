import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../../../shared/fault.ts';
import { languages, type Language } from '../../../shared/language.ts';
import type { Concept } from './concept.ts';
import { FormTree } from './form-tree.ts';
import { foldText, tokens } from '../tokens.ts';
import { isFiller, isGrammar, phraseWord, rootKey, writeOut } from './phrase-words.ts';
import { slipFinder, type FindSlip } from '../slips.ts';
import { relatedConcepts, type Related } from './related.ts';
import { parseSituations } from './together.ts';
import { parseRows, type ConceptRow, type LexiconFile } from './rows.ts';

/** A word or phrase as the lexicon has it, and what it carries. */
export interface Form {
  readonly concept: Concept;
  readonly language: Language;
  readonly text: string;
  /** 1 where the form is written as in the lexicon, less where only its root or beginning is. */
  readonly sureness: number;
}

/** Forms of one language. */
export type Forms = Pick<FormTree<Form>, 'longestAt' | 'single'>;

/** The trilingual lexicon in memory; `readConcepts` reads texts with it. */
export interface Lexicon {
  /** Changes whenever the files do. */
  readonly hash: string;
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Per language, since one spelling may mean other things in another ("come"). */
  readonly forms: Readonly<Record<Language, Forms>>;
  /** Per language, the form of one word that an unknown word is a slip of. */
  readonly slips: Readonly<Record<Language, FindSlip>>;
  /** Other concepts that are said with the same words or told of together, nearest first. */
  relatedTo(concept: Concept): readonly Related[];
}

const sureness = { asWritten: 1, root: 0.85, beginning: 0.85 } as const;

/**
 * Reads the lexicon from its folder (`resources/lexicon`). The files are read now, because their hash names the embedder;
 * they are parsed when the first text is read with it. Throws DeskError `file_unreadable` when the folder is not there or a line is wrong (then at the first use).
 */
export function openLexicon(dir: string): Lexicon {
  return lexiconOf(readFiles(dir));
}

function readFiles(dir: string): LexiconFile[] {
  try {
    const names = readdirSync(dir).filter((name) => /\.(?:tsv|txt)$/.test(name));
    return names.sort().map((name) => ({ name, text: readFileSync(join(dir, name), 'utf8') }));
  } catch (error) {
    throw new DeskError('file_unreadable', `The lexicon in ${dir} cannot be read. Install the app again.`, {
      cause: error,
    });
  }
}

/** The lexicon of these files; see `openLexicon`. */
export function lexiconOf(files: readonly LexiconFile[]): Lexicon {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\0${text}\0`);
  let built: Built | null = null;
  const get = () => (built ??= build(files));
  return {
    hash: hash.digest('hex').slice(0, 12),
    get concepts() {
      return get().concepts;
    },
    get forms() {
      return get().forms;
    },
    get slips() {
      return get().slips;
    },
    relatedTo: (concept) => get().relatedTo(concept),
  };
}

type Built = Omit<Lexicon, 'hash'>;

const isTable = ({ name }: LexiconFile): boolean => name.endsWith('.tsv');

function build(files: readonly LexiconFile[]): Built {
  const rows = parseRows(files.filter(isTable));
  const situations = parseSituations(
    files.filter((file) => !isTable(file)),
    new Set(rows.map(({ name }) => name)),
  );
  const concepts = linkConcepts(rows);
  const forms = { id: new FormTree<Form>(), it: new FormTree<Form>(), en: new FormTree<Form>() };
  for (const row of rows) {
    const concept = concepts.get(row.name);
    if (!concept) continue;
    for (const language of languages)
      for (const text of row.forms[language])
        addForm(forms[language], { concept, language, text, sureness: 1 });
  }
  let related: Built['relatedTo'] | null = null;
  const relatedTo: Built['relatedTo'] = (concept) =>
    (related ??= relatedConcepts(rows, concepts, situations))(concept);
  const slips = { id: slipsOf(forms.id), it: slipsOf(forms.it), en: slipsOf(forms.en) };
  return { concepts, forms, slips, relatedTo };
}

/** Unknown words come again: what was found for one is kept. */
const mostSlipsKept = 4_000;

/** Made when the first unknown word comes. */
function slipsOf(tree: FormTree<Form>): FindSlip {
  let find: FindSlip | null = null;
  const found = new Map<string, string | null>();
  return (word) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    if (found.size >= mostSlipsKept) found.clear();
    find ??= slipFinder(tree.singles());
    const meant = find(word);
    found.set(word, meant);
    return meant;
  };
}

function linkConcepts(rows: readonly ConceptRow[]): Map<string, Concept> {
  type Growing = { -readonly [Key in keyof Concept]: Concept[Key] };
  const concepts = new Map<string, Growing>();
  for (const { name, isPlain } of rows) concepts.set(name, { name, isPlain, broader: null, opposite: null });
  for (const { name, broader, opposite } of rows) {
    const concept = concepts.get(name);
    if (!concept) continue;
    concept.broader = (broader && concepts.get(broader)) || null;
    concept.opposite = (opposite && concepts.get(opposite)) || null;
  }
  return concepts;
}

/** Adds a form as texts will have it: its words in standard spelling, or a beginning where it ends in a star. */
export function addForm(tree: FormTree<Form>, form: Form): void {
  if (form.text.endsWith('*')) {
    tree.addBeginning(foldText(form.text.slice(0, -1)), { ...form, sureness: sureness.beginning });
    return;
  }
  const written = /^[a-z ]+$/.test(form.text) ? form.text.split(' ') : tokens(form.text);
  const all = written.flatMap(writeOut);
  const [token = ''] = written;
  if (all.length === 1) {
    // As written: "tpi" is an office at the border, though most who type it mean "tapi".
    tree.add([token], form);
    const root = rootKey(token, form.language);
    if (root !== token) tree.add([root], { ...form, sureness: sureness.root });
    return;
  }
  // Fillers may come or go within a phrase: they are left out here and stepped over in a text.
  const bare = all.filter((one) => !isFiller(one));
  const words = bare.length >= 2 && bare.some((one) => !isGrammar(one, form.language)) ? bare : all;
  tree.add(
    words.map((one) => phraseWord(one, form.language)),
    form,
  );
}
