import { namesForJob } from '../../db/client-jobs.ts';
import { readDayPart, type DayPart } from '../../db/day-record.ts';
import type { Db } from '../../db/db.ts';
import { findLeak } from '../../privacy/leak.ts';
import { openRedaction } from '../../privacy/redaction.ts';
import { foldText, tokens } from '../../text/tokens.ts';
import type { Hide } from './gather.ts';

/** How a night keeps clients from being named in what leaves. */
export interface Hiding {
  /** Of each client: all that leads to a person, by the same stand-ins all night, also where a name is told in the last message only. */
  readonly hidingFor: (clientId: string) => Hide;
  /** Whether a text may leave as it is: one of the desk's own may happen to have a client's name in it. */
  readonly mayLeave: (text: string) => boolean;
}

/** For the job of a night, with the names of every client: they speak of each other. */
export function openHiding(db: Db, jobId: string, parts: readonly DayPart[]): Hiding {
  const names = namesForJob(db, jobId);
  const opened = new Map<string, Hide>();
  const mayLeave = (text: string): boolean => findLeak(text, names) === null;
  const hidingFor = (clientId: string): Hide => {
    const known = opened.get(clientId);
    if (known) return known;
    const texts = textsOf(db, clientId, parts);
    const { hide } = openRedaction({ names: namesIn(texts, names) }, texts);
    // What was hidden and leads to somebody still does not leave.
    const hideAll: Hide = (text) => {
      const hidden = hide(text);
      return mayLeave(hidden) ? hidden : '[…]';
    };
    opened.set(clientId, hideAll);
    return hideAll;
  };
  return { hidingFor, mayLeave };
}

/** The names of which something is said there: all of them would make every look at a text as long as the list of clients. */
function namesIn(texts: readonly string[], names: readonly string[]): string[] {
  const said = new Set(texts.flatMap(wordsOf));
  return names.filter((name) => wordsOf(name).some((word) => said.has(word)));
}

const wordsOf = (text: string): string[] => tokens(foldText(text));

function textsOf(db: Db, clientId: string, parts: readonly DayPart[]): string[] {
  return parts
    .filter((part) => part.clientId === clientId)
    .flatMap((part) => readDayPart(db, clientId, part))
    .flatMap(({ text, originalText, note }) => [text, originalText ?? '', note ?? '']);
}
