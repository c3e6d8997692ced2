import { findWith, search, type Searched } from './find.ts';
import { knownWordsOf } from './names/known-names.ts';
import type { KnownNames, PersonalSpan, PersonalType } from './personal.ts';
import { valuesOf, type Values } from './repeated.ts';
import { groupsOfValues } from './same-value.ts';
import { united } from './spans.ts';
import { likeStandIns, standIn, withStandIns } from './stand-in.ts';

/** Hides and restores what leads to a person, for one request: the same value has the same stand-in throughout. */
export interface Redaction {
  /** The text with a stand-in ("[NAME_1]") for everything that leads to a person. */
  hide(this: void, text: string): string;
  /** The values again, also where a model wrote a stand-in a little differently. Give it texts, never JSON: values are not escaped. */
  restore(this: void, text: string): string;
  /** What `hide` would hide, without hiding it. */
  spans(this: void, text: string): readonly PersonalSpan[];
}

/**
 * `texts`: all that will be hidden, where it is known before: a name that is told in the last message is then hidden in the first one too,
 * and a number in a message that does not say what it is.
 * Whatever the text, `restore(hide(text))` is the text.
 */
export function openRedaction(known: KnownNames, texts: readonly string[] = []): Redaction {
  const searched = new Map(texts.map((text) => [text, search(text)]));
  const { names, told } = readBefore(searched, known);
  const words = knownWordsOf(known, names);
  const values = new Map<string, string>();
  const standIns = new Map<string, string>();
  const groups = groupsOfValues();
  const standInFor = (type: Parameters<typeof standIn>[0], value: string): string => {
    const key = `${type} ${value}`;
    const before = standIns.get(key);
    if (before !== undefined) return before;
    const { group, variant } = groups.place(type, value);
    const made = standIn(type, group, variant);
    standIns.set(key, made);
    values.set(made, value);
    return made;
  };
  const spans = (text: string) => findWith(searched.get(text) ?? search(text), words, told);
  return {
    spans,
    hide: (text) => {
      const parts: string[] = [];
      let at = 0;
      for (const { start, end, type } of united([...spans(text), ...likeStandIns(text)])) {
        parts.push(text.slice(at, start), standInFor(type, text.slice(start, end)));
        at = end;
      }
      return parts.join('') + text.slice(at);
    },
    restore: (text) => withStandIns(text, (exact) => values.get(exact)),
  };
}

function readBefore(
  searched: ReadonlyMap<string, Searched>,
  known: KnownNames,
): { names: string[]; told: Values } {
  const words = knownWordsOf(known);
  const names: string[] = [];
  const told = new Map<string, PersonalType>();
  for (const [text, one] of searched) {
    const found = findWith(one, words);
    for (const [value, type] of valuesOf(text, found))
      if (type === 'name') names.push(value);
      else told.set(value, type);
  }
  return { names, told };
}
