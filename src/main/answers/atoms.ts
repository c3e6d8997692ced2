import { languages, type Language } from '../../shared/language.ts';
import type { Concept } from '../text/lexicon/concept.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { readConcepts } from '../text/lexicon/read-concepts.ts';
import { rootOf } from '../text/roots.ts';
import { isFunctionWord, standardWord } from '../text/tokens.ts';
import { isAtHome } from './words/alike.ts';
import { askingPhrases } from './words/asking-phrases.ts';
import { actions, askingConcepts, askingWords, aspects, weighty } from './words/asking.ts';
import { courtesyConcepts, courtesyWords } from './words/courtesy-words.ts';
import { isCourtesy, isForeignCourtesy } from './words/courtesy.ts';
import { numberWords } from './words/number-words.ts';
import { isCode, namePhrases, names, namesOfCode, types } from './words/names.ts';
import { setOf, wordsOfPhrases } from './words/phrases.ts';

type Role = 'type' | 'aspect' | 'action' | 'modal' | 'weighty' | 'matter';

/** One thing that a text says; courtesy and grammar say nothing. */
export interface Atom {
  /** As spelled. */
  readonly word: string;
  /** Its place among the words of the text. */
  readonly place: number;
  /**
   * By which names another text may say the same, surest first: meanings of questions and names of permits in capitals,
   * concepts of the lexicon after `c:`, roots after `~`.
   */
  readonly keys: readonly string[];
  /**
   * Those of the keys by which only something like it is said: the concept of a phrase around a word that has its own
   * ("bring my cat": pets), and concepts whose words are different things of a kind.
   */
  readonly loose: readonly string[];
  readonly role: Role;
  /** It says something about the person who asks. */
  readonly isSignal: boolean;
  /** Some list or the lexicon has the word; another one may be misspelled. */
  readonly isKnown: boolean;
}

type Unplaced = Omit<Atom, 'place'>;

/** The atoms of a line of words in standard spelling, where phrases have been replaced by their names in capitals. */
export function atomsOf(line: readonly string[], language: Language, lexicon: Lexicon): Atom[] {
  const concepts = conceptsOver(line, lexicon);
  return line.flatMap((word, place) =>
    atomsOfWord(word, language, concepts[place] ?? unknown).map((atom) => ({ ...atom, place })),
  );
}

interface Meanings {
  readonly concepts: readonly string[];
  /** Those that the word has by itself; all of them where only a phrase has a meaning. */
  readonly own: readonly string[];
  readonly isSignal: boolean;
  /** Part of a phrase that is only polite. */
  readonly isPolite: boolean;
}
const unknown: Meanings = { concepts: [], own: [], isSignal: false, isPolite: false };

const isName = (word: string) => /^[A-Z_]+$/.test(word) || isCode(word);
/** Stands where a name stood: no phrase of the lexicon goes through it. */
const gap = 'zqz';

/** A husband is the matter of a plain question, but whoever names theirs tells of themselves. */
const relatives: ReadonlySet<string> = new Set(['family', 'spouse', 'children', 'parents']);
const isRelative = ({ name, broader }: Concept) =>
  relatives.has(name) || (broader !== null && relatives.has(broader.name));

/** Concepts of the lexicon whose words are different things of a kind: naming one is not naming the other. */
const collective = setOf(`
  australia badung_tabanan business_idea_sector certificate chronic_condition civil_status clothes crypto customs
  dietary_needs drink electronics_import_limit europe fever_flu food food_drug_licence furniture
  gili_lombok_nusa government_office health_service import_export_licence java_cities journalist_film_visa
  kitchen_bathroom kuta_seminyak malaysia_thailand medicine months_of_year music_art north_east_bali oss_system
  other_countries other_currencies performer_visa permission public_transport saturday_sunday serious_illness shop
  sport_fitness surfing_diving tourism_business_licence trademark tropical_illness uluwatu_bukit vehicle
  vehicle_papers visa_category_code weekdays_mon_fri
`);

/** What the lexicon has for each word: the concepts of the phrases it stands in, longest first, and its own. */
function conceptsOver(line: readonly string[], lexicon: Lexicon): readonly Meanings[] {
  const text = line.map((word) => (isName(word) ? gap : word)).join(' ');
  const { words, mentions } = readConcepts(text, lexicon);
  if (words.length !== line.length) return [];
  const found = line.map(() => ({ all: [] as string[], own: [] as string[], plain: 0, isPolite: false }));
  for (const { concept, deniedConcept, from, end, isSlip } of mentions) {
    // Slips are corrected towards the words of the intents first.
    if (isSlip) continue;
    const meant = deniedConcept ?? concept;
    const { name } = meant;
    for (const word of found.slice(from, end)) {
      word.all.push(name);
      if (end === from + 1) word.own.push(name);
      if (courtesyConcepts.has(name)) word.isPolite ||= end > from + 1;
      else if (meant.isPlain && !isRelative(meant)) word.plain++;
    }
  }
  return found.map(({ all, own, plain, isPolite }) => ({
    // What is done is said by its own word: "renew my licence" is no licence.
    concepts: own.some((name) => name.startsWith('action_')) ? own : all,
    own: own.length > 0 ? own : all,
    isSignal: plain === 0 && all.some((name) => !courtesyConcepts.has(name)),
    isPolite,
  }));
}

function atomsOfWord(
  word: string,
  language: Language,
  { concepts, own, isSignal, isPolite }: Meanings,
): Unplaced[] {
  if (isName(word)) return namesOf(word).map((name) => toAtom({ word, keys: keysOfName(name) }));
  if (word.length < 2 || (/\d/.test(word) && !/^\p{L}{3,}2/u.test(word))) return [];
  // Numbers have a gate of their own.
  if (numberWords[language].has(word)) return [];
  const name = ownName(word, language);
  const keys = conceptKeys(concepts);
  // "International" makes another thing of a licence, whatever the lexicon has for both words.
  if (name !== null)
    return [toAtom({ word, keys: weighty.has(name) ? [name] : [...keysOfName(name), ...keys] })];
  if (isGrammar(word, language) || isPolite || isPoliteWord(word, language)) return [];
  if (concepts.length > 0 && keys.length === 0) return [];
  const loose = conceptKeys(concepts.filter((concept) => !own.includes(concept) || collective.has(concept)));
  return [toAtom({ word, keys: [...keys, ...rootsOf(word)], loose, isSignal, isKnown: concepts.length > 0 })];
}

const namesOf = (word: string) => (isCode(word) ? namesOfCode(word) : [word]);
const keysOfName = (name: string) => keysOfNames.get(name) ?? [name];
/** What else a phrase's name stands for. */
const keysOfNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['OUTWARD', ['c:leaving_the_country']],
  ['OBLIGATION', ['OBLIGATION', 'MUST']],
  ['OPENING', ['c:opening_hours', 'HOURS']],
  ['SITE', ['c:address', 'c:office']],
  ['DEADLINE', ['c:deadline_date', 'WHEN']],
  ['AGE', ['c:age_years_old']],
  ['OVERSTAY', ['c:overstay']],
]);

/** What the tables of names and questions call a word, with or without its endings; null when they have it not. */
function ownName(word: string, language: Language): string | null {
  if (!isAtHome(word, language)) return null;
  for (const form of [word, standardWord(word), withoutClitics(word)]) {
    const name = weighty.has(form) ? form : (askingWords.get(form) ?? names.get(form));
    if (name !== undefined) return name;
  }
  return null;
}

const isGrammar = (word: string, language: Language) =>
  isAtHome(word, language) && (isFunctionWord(word) || isFunctionWord(standardWord(word)));

function isPoliteWord(word: string, language: Language): boolean {
  return (
    [word, standardWord(word), withoutClitics(word)].some((form) => isCourtesy(form, language)) ||
    isForeignCourtesy(word, language)
  );
}

/** Without Indonesian clitics and the English plural. */
function withoutClitics(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:nya|kah|lah|2|s)$/u, '');
}

/** A word that means a thing as well asks nothing by itself: "uscita" is an expense, and the way out. */
function conceptKeys(concepts: readonly string[]): string[] {
  const telling = concepts.filter((concept) => !courtesyConcepts.has(concept));
  const isThing = telling.some((concept) => !askingConcepts.has(concept));
  return telling.flatMap(
    (concept) =>
      askingConcepts.get(concept)?.filter((key) => !isThing || !aspects.has(key)) ?? [`c:${concept}`],
  );
}

function rootsOf(word: string): string[] {
  const standard = standardWord(word);
  return languages.map((language) => `~${rootOf(standard, language)}`);
}

interface Said {
  readonly word: string;
  readonly keys: readonly string[];
  readonly loose?: readonly string[];
  readonly isSignal?: boolean;
  readonly isKnown?: boolean;
}

function toAtom({ word, keys, loose = [], isSignal = false, isKnown = true }: Said): Unplaced {
  const role = roleOf(keys);
  return { word, keys: [...new Set(keys)], loose, role, isSignal: isSignal && role === 'matter', isKnown };
}

function roleOf(keys: readonly string[]): Role {
  const [surest = ''] = keys;
  if (keys.some((key) => types.has(key) || key.startsWith('code:'))) return 'type';
  if (keys.some((key) => aspects.has(key))) return 'aspect';
  if (actions.has(surest)) return 'action';
  if (keys.includes('MUST') || keys.includes('LIMIT') || keys.includes('LEGAL')) return 'modal';
  return weighty.has(surest) ? 'weighty' : 'matter';
}

const phraseWords = wordsOfPhrases([...askingPhrases, ...namePhrases]);

/** Every word by which a question of this language is read; a misspelled one may have meant it. */
export function questionWords(language: Language): string[] {
  return [...phraseWords, ...askingWords.keys(), ...names.keys(), ...courtesyWords[language]];
}
