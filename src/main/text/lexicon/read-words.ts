import { languages, type Language } from '../../../shared/language.ts';
import { wordEvidence } from '../language.ts';
import { clauses, isFunctionWord, isLightWord } from '../tokens.ts';
import { isFiller, phraseWord, rootKey, writeOut } from './phrase-words.ts';

/** One word of a text, with what the lexicon may know it by. */
export interface ReadWord {
  /** As written, folded. */
  readonly token: string;
  /** In standard spelling. */
  readonly word: string;
  /** Grammar in one of the three languages. */
  readonly isFunction: boolean;
  /** Of no topic, though no grammar. */
  readonly isLight: boolean;
  readonly startsClause: boolean;
  readonly isFiller: boolean;
  readonly keys: Readonly<Record<Language, readonly string[]>>;
  /** What it says about its language. */
  readonly evidence: Readonly<Record<Language, number>>;
}

type WordFacts = Omit<ReadWord, 'startsClause'>;

/** Longer texts are cut: what matters stands in the first few hundred words. */
const mostWords = 300;
/** Words are few and come again: their facts are worked out once. */
const mostKept = 8_000;
const kept = new Map<string, readonly WordFacts[]>();

export function readWords(text: string): ReadWord[] {
  const words: ReadWord[] = [];
  for (const clause of clauses(text)) {
    for (const [at, token] of clause.entries()) {
      for (const [part, facts] of factsOf(token).entries())
        words.push({ ...facts, startsClause: at === 0 && part === 0 });
      if (words.length >= mostWords) return words;
    }
  }
  return words;
}

function factsOf(token: string): readonly WordFacts[] {
  const known = kept.get(token);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const facts = writeOut(token).map((word) => ({
    token,
    word,
    isFunction: isFunctionWord(word),
    isLight: isLightWord(word),
    isFiller: isFiller(word),
    keys: { id: keysOf(token, word, 'id'), it: keysOf(token, word, 'it'), en: keysOf(token, word, 'en') },
    evidence: evidenceOf(token, word),
  }));
  kept.set(token, facts);
  return facts;
}

function keysOf(token: string, word: string, language: Language): readonly string[] {
  return [...new Set([token, word, phraseWord(word, language), rootKey(word, language)])];
}

/** A chat spelling may be known to one language and what it stands for to another: both count. */
function evidenceOf(token: string, word: string): Record<Language, number> {
  const written = wordEvidence(token);
  const meant = token === word ? written : wordEvidence(word);
  const evidence = { id: 0, it: 0, en: 0 };
  for (const language of languages) evidence[language] = Math.max(written[language], meant[language]);
  return evidence;
}
