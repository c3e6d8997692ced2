import { languages, type Language } from '../../../shared/language.ts';
import type { TreeMatch, Walk } from './form-tree.ts';
import { isGrammar } from './phrase-words.ts';
import { languageFit, type LanguageFit } from './language-fit.ts';
import type { Concept } from './concept.ts';
import type { Form, Lexicon } from './lexicon.ts';
import { deniesNext, isTurn } from './grammar.ts';
import { readWords, type ReadWord } from './read-words.ts';

/** A concept that was read in a text. */
export interface Mention {
  /** What the words mean there: the opposite of what they say where they are denied and the lexicon has one. */
  readonly concept: Concept;
  /** The words deny the concept, and the lexicon has no opposite ("non ho soldi"). */
  readonly isNegated: boolean;
  /** The concept whose denial was read as its opposite ("tidak percaya": trust); null otherwise. */
  readonly deniedConcept: Concept | null;
  /** Places of its words: the first, and the one after the last. The negator is not among them. */
  readonly from: number;
  readonly end: number;
  /** 0..1: less for a root than for the word itself, less where the words carry several concepts. */
  readonly sureness: number;
  /** A word of a longer phrase that was read as a whole besides. */
  readonly isPart: boolean;
  /** The word is none, but probably a slip of one. */
  readonly isSlip: boolean;
}

export interface Reading {
  readonly words: readonly ReadWord[];
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** Of the evidence for the likeliest language, the least that another needs to be heard at a place. */
const leastFit = 0.5;
/** Words up to this many letters are spelled alike in several languages by chance ("far", "sale", "due"). */
const shortWord = 4;
/** Words with a topic that a negator reaches. */
const reach = 2;
/** What a reading through a denial is worth beside one that is said. */
const deniedSureness = 0.85;
/** What a word is worth that is probably a slip of another. */
const slipSureness = 0.7;
/** What the words of a phrase still mean one by one ("takut dideportasi": fear, deportation). */
const partSureness = 0.5;

/** Reads which concepts a text carries and where: longest phrases first, in the language of their surroundings. */
export function readConcepts(text: string, lexicon: Lexicon): Reading {
  const words = readWords(text);
  const place = { words, lexicon, fitAt: languageFit(words) };
  return { words, mentions: readSpan(place, 0, words.length, null) };
}

interface Place {
  readonly words: readonly ReadWord[];
  readonly lexicon: Lexicon;
  readonly fitAt: LanguageFit;
}

/** `whole`: the phrase whose parts are read; what is as long as it is no part of it. */
function readSpan(place: Place, from: number, end: number, whole: Found | null): Mention[] {
  const mentions: Mention[] = [];
  let negator: Negator | null = null;
  for (let at = from; at < end;) {
    const word = place.words[at] as ReadWord;
    if (negator && (word.startsClause || isTurn(word.word))) negator = null;
    const found = formsAt(place, at, end, at === from && whole ? whole.length - 1 : Number.POSITIVE_INFINITY);
    if (!found) {
      if (deniesNext(place.words, at)) negator = { left: reach };
      else if (negator && !word.isFunction && --negator.left < 0) negator = null;
      at++;
      continue;
    }
    for (const form of found.forms)
      mentions.push(toMention(form, found, at, denies(negator, form), whole !== null));
    if (found.length > 1) mentions.push(...readSpan(place, at, found.end, found));
    // One denial is one thought: what comes after it is said again. It goes through the matter of a question
    // ("I don't think I can trust you"), of which it denies only what stands first.
    if (negator && (found.forms.some(({ concept }) => !concept.isPlain) || --negator.left < 0))
      negator = null;
    at = found.end;
  }
  return mentions;
}

interface Negator {
  left: number;
}

function denies(negator: Negator | null, { concept }: Form): boolean {
  return negator !== null && (!concept.isPlain || negator.left === reach);
}

function toMention(form: Form, found: Found, from: number, isDenied: boolean, isPart: boolean): Mention {
  const { concept } = form;
  const { opposite } = concept;
  // Words with several meanings are divided among them.
  const share = form.sureness / found.forms.length;
  return {
    concept: (isDenied && opposite) || concept,
    isNegated: isDenied && !opposite,
    deniedConcept: isDenied && opposite ? concept : null,
    from,
    end: found.end,
    sureness: share * (isPart ? partSureness : 1) * (isDenied && opposite ? deniedSureness : 1),
    isPart,
    isSlip: found.isSlip,
  };
}

interface Found {
  readonly forms: readonly Form[];
  readonly length: number;
  readonly end: number;
  readonly isSlip: boolean;
}

interface Match extends TreeMatch<Form> {
  readonly language: Language;
}

/** The forms that stand at a place, of the languages that fit there; null when none does. */
function formsAt({ words, lexicon, fitAt }: Place, at: number, end: number, most: number): Found | null {
  const matches: Match[] = [];
  for (const language of languages) {
    const match = lexicon.forms[language].longestAt(at, walkOf(words, end, language), most);
    if (match) matches.push({ ...match, language });
  }
  if (matches.length === 0) return most > 1 ? slipAt({ words, lexicon, fitAt }, at) : null;
  const length = Math.max(...matches.map((match) => match.length));
  const longest = matches.filter((match) => match.length === length);
  const word = words[at] as ReadWord;
  const fitting = longest.filter((match) => belongs(match, longest, word, fitAt(at)));
  if (fitting.length === 0) return null;
  const forms = new Map<Concept, Form>();
  for (const form of fitting.flatMap(({ values }) => values)) {
    const known = forms.get(form.concept);
    if (!known || known.sureness < form.sureness) forms.set(form.concept, form);
  }
  return {
    forms: [...forms.values()],
    length,
    end: Math.max(...fitting.map(({ end }) => end)),
    isSlip: false,
  };
}

/** What an unknown word stands for if it is a slip of a known one, in the language that is spoken there. */
function slipAt({ words, lexicon, fitAt }: Place, at: number): Found | null {
  const { token, isFunction, isLight } = words[at] as ReadWord;
  if (isFunction || isLight) return null;
  const fit = fitAt(at);
  const language = languages.reduce((best, one) => (fit[one] > fit[best] ? one : best));
  const meant = lexicon.slips[language](token);
  if (!meant) return null;
  const forms = lexicon.forms[language].single(meant).map((form) => ({ ...form, sureness: slipSureness }));
  return forms.length > 0 ? { forms, length: 1, end: at + 1, isSlip: true } : null;
}

/**
 * Whether what was matched is of a language that is spoken there. Its rivals are the languages that have the spelling too, be it as
 * grammar ("come", "due", "lama"); for a short word or a mere root, which other languages share by chance, all of them.
 */
function belongs(
  match: Match,
  matches: readonly Match[],
  word: ReadWord,
  fit: Readonly<Record<Language, number>>,
): boolean {
  if (match.length > 1 && matches.length === 1) return true;
  const isRoot = match.length === 1 && match.values.every(({ sureness }) => sureness < 1);
  // "turun" is no village due ("peturunan") and "dire" no perhaps ("direi").
  if (isRoot && word.isLight) return false;
  const isChance = isRoot || word.token.length <= shortWord;
  const rivals = languages.filter(
    (language) =>
      language !== match.language &&
      ((match.length === 1 && (isChance || isGrammar(word.token, language))) ||
        matches.some((other) => other.language === language)),
  );
  return rivals.every((rival) => fit[match.language] >= leastFit * fit[rival]);
}

function walkOf(words: readonly ReadWord[], size: number, language: Language): Walk {
  return {
    size,
    keysAt: (at) => words[at]?.keys[language] ?? [],
    isFiller: (at) => words[at]?.isFiller ?? false,
  };
}
