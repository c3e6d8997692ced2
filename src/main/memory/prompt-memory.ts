import { greetingName } from '../../shared/client.ts';
import type { ClientFact, JiwaEntry } from '../../shared/memory.ts';
import { DAY } from '../../shared/time.ts';
import { readClient } from '../db/clients.ts';
import type { Db } from '../db/db.ts';
import { readMemory } from './memory.ts';

/** A mood is no news after two weeks (our choice): shown as if it were one, it makes a reply tactless. */
const MOOD_AGE = 14 * DAY;
/** Characters all entries may take together; about 1,000 tokens. */
const BUDGET = 4_000;
/** Characters of the tag, dates and confidence around each entry. */
const AROUND = 60;

export interface PromptMemory {
  /** As the client is greeted. */
  readonly name: string;
  readonly facts: readonly ClientFact[];
  readonly jiwa: readonly JiwaEntry[];
}

/**
 * What of the memory stands in a prompt. Locked entries come first, then the consultant's, then by confidence, then the
 * newest; an entry that does not fit the budget (characters) is left out. An `emotional_state` older than 14 days is
 * left out too, unless it is locked: then the consultant says that it still holds.
 */
export function memoryForPrompt(db: Db, clientId: string, now: number, budget = BUDGET): PromptMemory {
  const { facts, jiwa } = readMemory(db, clientId);
  const chosen = withinBudget([...facts, ...jiwa.filter((entry) => !isOldMood(entry, now))], budget);
  return {
    name: greetingName(readClient(db, clientId)),
    facts: chosen.filter((entry) => 'topic' in entry),
    jiwa: chosen.filter((entry) => 'field' in entry),
  };
}

type Entry = ClientFact | JiwaEntry;

function isOldMood(entry: JiwaEntry, now: number): boolean {
  return entry.field === 'emotional_state' && !entry.isLocked && now - entry.validFrom > MOOD_AGE;
}

function withinBudget(entries: readonly Entry[], budget: number): Entry[] {
  let left = budget;
  return [...entries].sort(mostUsefulFirst).filter((entry) => {
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
