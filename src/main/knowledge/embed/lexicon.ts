import { standardWord, stemWord } from '../../text/tokens.ts';

interface Concept {
  readonly name: string;
  /** Names the matter of a factual question and nothing about the person who asks. */
  readonly isPlain: boolean;
}

/** Which shared meanings a word has. */
export interface Lexicon {
  /** Concepts of a folded word in standard spelling; empty when it has none. */
  conceptsOf(word: string): readonly Concept[];
}

const none: readonly Concept[] = [];

/**
 * Reads lexicon texts: tab-separated lines `concept, kind, words`, where `kind` is `plain` or `-`, words are folded, and
 * a trailing `*` stands for any ending. Empty lines and lines that start with `#` are skipped; a concept may stand on
 * several lines. Throws an Error naming the line when it has not three columns.
 */
export function parseLexicon(texts: readonly string[]): Lexicon {
  const exact = new Map<string, Concept[]>();
  const stems = new Map<string, Concept[]>();
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name, kind, words] = line.split('\t');
    if (!name || !kind || !words) throw new Error(`Lexicon line without three columns: ${line.slice(0, 80)}`);
    const concept: Concept = { name, isPlain: kind === 'plain' };
    for (const word of words.split(' ')) {
      if (word.endsWith('*')) add(stems, word.slice(0, -1), concept);
      else add(exact, standardWord(word), concept);
    }
  }
  return { conceptsOf: (word) => lookUp(exact, stems, word) };
}

function add(table: Map<string, Concept[]>, key: string, concept: Concept): void {
  const known = table.get(key);
  if (!known) table.set(key, [concept]);
  else if (!known.some(({ name }) => name === concept.name)) known.push(concept);
}

function lookUp(
  exact: ReadonlyMap<string, readonly Concept[]>,
  stems: ReadonlyMap<string, readonly Concept[]>,
  word: string,
): readonly Concept[] {
  const direct = exact.get(word) ?? exact.get(stemWord(word));
  if (direct) return direct;
  for (let length = word.length; length >= 3; length--) {
    const byStem = stems.get(word.slice(0, length));
    if (byStem) return byStem;
  }
  return none;
}
