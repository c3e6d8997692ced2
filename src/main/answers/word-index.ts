import type { Subject, WeightOf } from './catalogue.ts';

/** A variation by its place among all of them, and how much of it a text says, 0..1. */
interface Share {
  readonly place: number;
  readonly share: number;
}

/** Finds the variations that share something with a text, without looking at the others. */
export interface WordIndex {
  /** By the place of their intent: its variations of which a text with these keys says at least `least`. */
  saidBy(keys: Iterable<string>, least: number): ReadonlyMap<number, readonly Share[]>;
}

/** Indexes all variations, one after the other in the order of the subjects. */
export function indexWords(subjects: readonly Subject[], weightOf: WeightOf): WordIndex {
  const atoms = atomsByKey(subjects, weightOf);
  const { owners, weights, subjectOf } = atoms;
  // An atom that shares several keys with a text counts once.
  const lastCounted = new Uint32Array(weights.length);
  const said = new Float64Array(subjectOf.length);
  let round = 0;
  return {
    saidBy(keys, least) {
      round++;
      const touched: number[] = [];
      for (const key of keys)
        for (const at of atoms.places.get(key) ?? []) {
          if (lastCounted[at] === round) continue;
          lastCounted[at] = round;
          const owner = owners[at] as number;
          if (said[owner] === 0) touched.push(owner);
          said[owner] = (said[owner] as number) + (weights[at] as number);
        }
      const found = new Map<number, Share[]>();
      for (const place of touched) {
        const share = said[place] as number;
        said[place] = 0;
        if (share < least) continue;
        const subject = subjectOf[place] as number;
        const known = found.get(subject);
        if (known) known.push({ place, share });
        else found.set(subject, [{ place, share }]);
      }
      return found;
    },
  };
}

interface Atoms {
  /** By key: the atoms that have it. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Of each atom: its variation, and its share of what that variation weighs. */
  readonly owners: readonly number[];
  readonly weights: readonly number[];
  /** Of each variation: its intent. */
  readonly subjectOf: readonly number[];
}

function atomsByKey(subjects: readonly Subject[], weightOf: WeightOf): Atoms {
  const places = new Map<string, number[]>();
  const owners: number[] = [];
  const weights: number[] = [];
  const subjectOf: number[] = [];
  for (const [subject, { variations }] of subjects.entries())
    for (const { atoms } of variations) {
      const own = atoms.map(weightOf);
      const total = own.reduce((sum, weight) => sum + weight, 0);
      for (const [at, { keys }] of atoms.entries()) {
        for (const key of keys) {
          const known = places.get(key);
          if (known) known.push(weights.length);
          else places.set(key, [weights.length]);
        }
        owners.push(subjectOf.length);
        weights.push((own[at] as number) / total);
      }
      subjectOf.push(subject);
    }
  return { places, owners, weights, subjectOf };
}
