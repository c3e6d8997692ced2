import type { ClientFact, JiwaEntry, JiwaField, Memory } from '../../shared/memory.ts';
import { DAY } from '../../shared/time.ts';

/** So long a mood counts as how the client feels (our choice: two conversations of one matter lie closer than that). */
const FRESH_MOOD = 3 * DAY;
/** After so long it is no news at all: told, it makes a reply tactless. */
const OLDEST_MOOD = 14 * DAY;
/** Characters of the tag, date and confidence around each entry. */
const AROUND = 60;
/** What a reply is shaped by most, whatever it is about. */
const shaping: ReadonlySet<JiwaField> = new Set(['emotional_state', 'anxieties', 'communication_preference']);

/** How sure an entry is, in a word: a model takes 0.72 for more than it is. */
type Sureness = 'certain' | 'sure' | 'likely' | 'a guess';

/** A jiwa field as a prompt tells it. `age`: of a mood that is not fresh any more, in words. */
export interface PromptJiwa extends JiwaEntry {
  readonly sureness: Sureness;
  readonly age: string | null;
}

type Entry = ClientFact | JiwaEntry;

/**
 * What of a memory stands in a prompt. Locked entries come first, then the consultant's, then what shapes a reply most,
 * then by confidence, then the newest; an entry that does not fit the budget (characters) is left out. A mood is told as
 * old after three days and left out after two weeks, unless it is locked: then the consultant says that it still holds.
 */
export function chooseMemory(
  { facts, jiwa }: Memory,
  now: number,
  budget: number,
): { facts: ClientFact[]; jiwa: PromptJiwa[] } {
  const alive = jiwa.filter((entry) => !isMood(entry) || now - entry.validFrom <= OLDEST_MOOD);
  const chosen = withinBudget([...facts, ...alive], budget);
  return {
    facts: chosen.filter((entry) => 'topic' in entry),
    jiwa: chosen
      .filter((entry) => 'field' in entry)
      .map((entry) => ({ ...entry, sureness: surenessOf(entry), age: ageOf(entry, now) })),
  };
}

/** One that passes by itself. */
const isMood = (entry: JiwaEntry): boolean => entry.field === 'emotional_state' && !entry.isLocked;

function ageOf(entry: JiwaEntry, now: number): string | null {
  const age = now - entry.validFrom;
  return isMood(entry) && age > FRESH_MOOD ? `${Math.round(age / DAY)} days ago` : null;
}

function surenessOf({ author, confidence }: Entry): Sureness {
  if (author === 'consultant') return 'certain';
  if (confidence >= 0.85) return 'sure';
  return confidence >= 0.65 ? 'likely' : 'a guess';
}

function withinBudget(entries: Entry[], budget: number): Entry[] {
  let left = budget;
  return entries.sort(mostUsefulFirst).filter((entry) => {
    const size = entry.value.length + AROUND;
    if (size > left) return false;
    left -= size;
    return true;
  });
}

const shapes = (entry: Entry): boolean => 'field' in entry && shaping.has(entry.field);

function mostUsefulFirst(a: Entry, b: Entry): number {
  return (
    Number(b.isLocked) - Number(a.isLocked) ||
    Number(b.author === 'consultant') - Number(a.author === 'consultant') ||
    Number(shapes(b)) - Number(shapes(a)) ||
    b.confidence - a.confidence ||
    b.validFrom - a.validFrom
  );
}
