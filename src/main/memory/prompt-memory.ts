import type { ClientFact, JiwaEntry, Memory } from '../../shared/memory.ts';
import { DAY } from '../../shared/time.ts';

/** A mood is no news after two weeks (our choice): told as if it were one, it makes a reply tactless. */
const MOOD_AGE = 14 * DAY;
/** Characters of the tag, date and confidence around each entry. */
const AROUND = 60;

type Entry = ClientFact | JiwaEntry;

/**
 * What of a memory stands in a prompt. Locked entries come first, then the consultant's, then by confidence, then the
 * newest; an entry that does not fit the budget (characters) is left out. An `emotional_state` older than 14 days is
 * left out too, unless it is locked: then the consultant says that it still holds.
 */
export function chooseMemory(
  { facts, jiwa }: Memory,
  now: number,
  budget: number,
): { facts: ClientFact[]; jiwa: JiwaEntry[] } {
  const chosen = withinBudget([...facts, ...jiwa.filter((entry) => !isOldMood(entry, now))], budget);
  return {
    facts: chosen.filter((entry) => 'topic' in entry),
    jiwa: chosen.filter((entry) => 'field' in entry),
  };
}

function isOldMood(entry: JiwaEntry, now: number): boolean {
  return entry.field === 'emotional_state' && !entry.isLocked && now - entry.validFrom > MOOD_AGE;
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

function mostUsefulFirst(a: Entry, b: Entry): number {
  return (
    Number(b.isLocked) - Number(a.isLocked) ||
    Number(b.author === 'consultant') - Number(a.author === 'consultant') ||
    b.confidence - a.confidence ||
    b.validFrom - a.validFrom
  );
}
