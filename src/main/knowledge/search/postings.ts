import type { Profile } from './profile.ts';

interface Posting {
  readonly slots: number[];
  readonly weights: number[];
  /** Live carriers among the slots. */
  live: number;
}

/** An insight that shares features with a message. */
export interface Shared {
  readonly insightId: string;
  readonly profile: Profile;
  /** What it shares, in weights of rarity. */
  readonly matched: number;
}

/** What a search asks of them. */
export type PostingsView = Pick<Postings, 'nearest' | 'profile' | 'rarity'>;

/**
 * One in so many is as rare as it gets: beyond that a count is chance, and a desk of fifty insights and one of ten
 * thousand must weigh the same feature alike.
 */
const rarest = 100;
/** Sharpens the difference between what a few have and what many have. */
const exponent = 1.5;
/** What weighs less cannot bring an insight near, and is mostly in thousands of them. */
const leastHeard = 0.06;

/**
 * Which insights carry which feature, in memory, so that all of them are weighed for every message whatever the vectors say of
 * them. Follows single changes.
 */
export class Postings {
  readonly #postings = new Map<number, Posting>();
  readonly #slots = new Map<string, number>();
  readonly #entries: ({ readonly insightId: string; readonly profile: Profile } | null)[] = [];
  #dead = 0;
  #scores = new Float32Array(0);

  get size(): number {
    return this.#slots.size;
  }

  /** Adds an insight, or takes the new profile for the old one. */
  set(insightId: string, profile: Profile): void {
    this.remove(insightId);
    const slot = this.#entries.push({ insightId, profile }) - 1;
    this.#slots.set(insightId, slot);
    eachOfWhole(profile, (id, weight) => {
      let posting = this.#postings.get(id);
      if (!posting) this.#postings.set(id, (posting = { slots: [], weights: [], live: 0 }));
      posting.slots.push(slot);
      posting.weights.push(weight);
      posting.live++;
    });
  }

  remove(insightId: string): void {
    const slot = this.#slots.get(insightId);
    const entry = slot === undefined ? null : this.#entries[slot];
    if (slot === undefined || !entry) return;
    this.#slots.delete(insightId);
    this.#entries[slot] = null;
    this.#dead++;
    eachOfWhole(entry.profile, (id) => {
      const posting = this.#postings.get(id);
      if (posting) posting.live--;
    });
    if (this.#dead > 64 && this.#dead > this.#slots.size) this.#compact();
  }

  profile(insightId: string): Profile | null {
    const slot = this.#slots.get(insightId);
    return slot === undefined ? null : (this.#entries[slot]?.profile ?? null);
  }

  /** How rare a feature is among the insights, 0..1: 1 for what one in a hundred has or fewer. */
  rarity(featureId: number): number {
    const carriers = this.#postings.get(featureId)?.live ?? 0;
    const rarity = Math.log(1 + (this.size + 1) / (carriers + 0.5)) / Math.log(1 + rarest);
    return Math.min(1, rarity) ** exponent;
  }

  /** Those that share most with the features of a message (weights with rarity in them), best first. */
  nearest(features: ReadonlyMap<number, number>, limit: number): Shared[] {
    if (this.#scores.length < this.#entries.length) this.#scores = new Float32Array(this.#entries.length * 2);
    const scores = this.#scores.fill(0);
    for (const [id, heard] of features) {
      if (heard < leastHeard) continue;
      const posting = this.#postings.get(id);
      if (!posting) continue;
      const rarity = this.rarity(id);
      const { slots, weights } = posting;
      for (let at = 0; at < slots.length; at++) {
        const slot = slots[at] as number;
        scores[slot] = (scores[slot] as number) + Math.min(heard, (weights[at] as number) * rarity);
      }
    }
    return this.#best(scores, limit);
  }

  #best(scores: Float32Array, limit: number): Shared[] {
    const best: (Shared & { readonly rank: number })[] = [];
    for (let slot = 0; slot < this.#entries.length; slot++) {
      const matched = scores[slot] as number;
      const entry = matched > 0 ? this.#entries[slot] : null;
      if (!entry) continue;
      const rank = matched / Math.sqrt(entry.profile.length);
      if (best.length === limit && rank <= (best[limit - 1]?.rank ?? 0)) continue;
      let place = best.length;
      while (place > 0 && (best[place - 1]?.rank ?? 0) < rank) place--;
      best.splice(place, 0, { ...entry, matched, rank });
      if (best.length > limit) best.pop();
    }
    return best;
  }

  #compact(): void {
    const kept = this.#entries.flatMap((entry) => entry ?? []);
    this.#postings.clear();
    this.#slots.clear();
    this.#entries.length = 0;
    this.#dead = 0;
    for (const { insightId, profile } of kept) this.set(insightId, profile);
  }
}

function eachOfWhole({ ids, weights, starts }: Profile, action: (id: number, weight: number) => void): void {
  const end = starts[1] ?? 0;
  for (let at = 0; at < end; at++) action(ids[at] as number, weights[at] as number);
}
