import { tokens } from '../text/tokens.ts';
import type { Atom } from './atoms.ts';
import type { Reading } from './reading.ts';
import { setOf } from './words/phrases.ts';
import { asksOpenly } from './words/question-words.ts';

/**
 * Leaves out the one word that a message says by the way ("what *sum* must be put in as capital", "masukin anak ke sekolah
 * *inter* gimana"): one that no intent of this desk says, and that is either in no list at all or says nothing in particular.
 * Two of them are too many: the message may then be about something else; and what can be answered by yes or no is asked by
 * just such a word ("is the price negotiable"). In the sets of test/fixtures/eval such a word kept one in fifteen messages from
 * their answer, and one in three hundred from a wrong one. `known`: every key that an intent has.
 */
export function withoutAside(message: Reading, known: { has(key: string): boolean }): Reading {
  if (!asksOpenly(message.line)) return message;
  const asides = message.atoms.filter((_, at) => isAside(message, at, known));
  if (asides.length !== 1) return message;
  const atoms = message.atoms.filter((atom) => !asides.includes(atom));
  if (!asksStill(atoms)) return message;
  return { ...message, atoms, keys: new Set(atoms.flatMap(({ keys }) => keys)) };
}

/** Without an aspect it is the verb that asks: "cosa copre il BPJS", "how do I mothball a company". */
const asksStill = (atoms: readonly Atom[]) =>
  atoms.some(({ role }) => role === 'aspect') ||
  (atoms.some(({ keys }) => keys.includes('HOW')) &&
    atoms.some(({ keys }) =>
      keys.some((key) => key === 'GET' || key === 'OPEN' || key.startsWith('c:action_')),
    ));

/** Concepts that hardly say anything beside a question. */
const general: ReadonlySet<string> = new Set(
  [
    ...setOf(`
      action_add action_arrive action_buy action_come_back action_depart action_drive action_fill_in action_finish action_give action_go
      action_move_house action_need action_plan action_sign action_take action_travel action_want action_pick_up
      quality_big quality_foreign quality_full quality_new quality_official quality_private quality_public quality_small
    `),
  ].map((name) => `c:${name}`),
);

function isAside(
  { atoms, text, language, line }: Reading,
  at: number,
  known: { has(key: string): boolean },
): boolean {
  const atom = atoms[at] as Atom;
  if (atom.role !== 'matter' || atom.isSignal || atom.keys.some((key) => known.has(key))) return false;
  // What the tables of phrases and questions have is there because it makes a difference.
  if (/^[A-Z]/.test(atom.keys[0] ?? '')) return false;
  if (atom.isKnown) return atom.keys.every((key) => !key.startsWith('c:') || general.has(key));
  // "KITAS rohaniwan", "missionary visa", "a company for mining": another kind of it.
  const beside = language === 'en' ? atoms[at + 1] : atoms[at - 1];
  const isThing = beside?.role === 'type' || beside?.role === 'matter';
  const isKind = isThing && Math.abs(beside.place - atom.place) === 1;
  return !isKind && !qualifies(line, atom.word) && !properNames(text).has(atom.word);
}

/** What stands after "for" or "of" says which one is meant. */
const qualifies = (line: string, word: string) =>
  new RegExp(` (?:for|of|into|about|per|di|del|della|da|un|una|untuk|buat|a|an) ${word} `, 'u').test(line);

/** Words with a capital inside a sentence, and those in capitals only: names of places, people, permits. */
function properNames(text: string): ReadonlySet<string> {
  // Who writes all in capitals stresses nothing.
  if (text === text.toUpperCase()) return new Set();
  const capitals = text.match(
    /(?<=[\p{Ll}\p{N}][,;:)'"]?\s)\p{Lu}[\p{L}\p{M}]*|(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu,
  );
  return new Set(tokens((capitals ?? []).join(' ')));
}
