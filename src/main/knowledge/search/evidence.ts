import type { Heard, Rarity } from './heard.ts';
import type { Profile } from './profile.ts';
import { saidPhrase } from './verbatim.ts';

/** How much of an insight stands in a message. */
export interface Evidence {
  /** What they share, by rarity, less for insights that speak of everything. No upper bound; 1 is much. */
  readonly shared: number;
  /** 0..1: how much of its best phrase the message says. */
  readonly cover: number;
  /** Weight of the words of a phrase that the message says nearly word for word; 0 when it says none so. */
  readonly said: number;
  /** How much of the message is in the language of the insight's signal, 0..1. */
  readonly language: number;
  /** Place of that phrase among the insight's; null when it says nothing of any. */
  readonly phrase: number | null;
}

/** Keeps a phrase of one common word from being covered by that word alone. */
const phraseDoubt = 0.3;

export function evidenceOf(heard: Heard, profile: Profile, rarity: Rarity): Evidence {
  const { starts, length } = profile;
  const shared = matchedIn(heard.features, profile, 0, rarity);
  let cover = 0;
  let phrase: number | null = null;
  for (let row = 1; row + 1 < starts.length; row++) {
    const matched = matchedIn(heard.features, profile, row, rarity);
    // Most phrases share nothing with a message: what they weigh need not be known.
    if (matched === 0) continue;
    const share = matched / (weightOf(profile, row, rarity) + phraseDoubt);
    if (share <= cover) continue;
    cover = share;
    phrase = row - 1;
  }
  const said = saidPhrase(heard.places, profile.phraseWords);
  return {
    shared: length > 0 ? shared / Math.sqrt(length) : 0,
    cover,
    said: said?.weight ?? 0,
    language: heard.languages[profile.language],
    phrase: said?.phrase ?? phrase,
  };
}

function matchedIn(
  features: Heard['features'],
  { ids, weights, starts }: Profile,
  row: number,
  rarity: Rarity,
): number {
  let matched = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    const id = ids[at] as number;
    const heard = features.get(id);
    if (heard !== undefined) matched += Math.min((weights[at] as number) * rarity(id), heard);
  }
  return matched;
}

function weightOf({ ids, weights, starts }: Profile, row: number, rarity: Rarity): number {
  let total = 0;
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++)
    total += (weights[at] as number) * rarity(ids[at] as number);
  return total;
}

/** How alike two insights are, 0..1: the cosine of all they can be recognised by. */
export function likeness(one: Profile, other: Profile, rarity: Rarity): number {
  const weights = new Map<number, number>();
  let dot = 0;
  let oneSum = 0;
  let otherSum = 0;
  for (let at = 0; at < (one.starts[1] ?? 0); at++) {
    const id = one.ids[at] as number;
    const weight = (one.weights[at] as number) * rarity(id);
    oneSum += weight * weight;
    weights.set(id, weight);
  }
  for (let at = 0; at < (other.starts[1] ?? 0); at++) {
    const id = other.ids[at] as number;
    const weight = (other.weights[at] as number) * rarity(id);
    otherSum += weight * weight;
    dot += weight * (weights.get(id) ?? 0);
  }
  return dot === 0 ? 0 : dot / Math.sqrt(oneSum * otherSum);
}
