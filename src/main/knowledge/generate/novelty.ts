import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SignalLanguage } from '../../../shared/language.ts';
import type { Db } from '../../db/db.ts';
import { readChangedIds, readKnown, type KnownInsight } from '../../db/novelty.ts';
import type { Embedder } from '../embed/embedder.ts';
import { cosine, likenessOf, repeats, textToCompare, type Likeness } from './likeness.ts';

interface Entry {
  /** Grows with every entry, so that one can be told from those that came later. */
  readonly mark: number;
  readonly text: string;
  readonly likeness: Likeness;
}

interface NearEntry {
  readonly id: string;
  /** Cosine, 0..1. */
  readonly nearness: number;
}

/** Read and embedded between two turns of everything else. */
const perTurn = 8;
const mostVectorsKept = 5_000;

/**
 * Every insight there is, of whatever status, as novelty is judged against it: in memory, following the database change
 * by change. Vectors are those of the embedder that is always there, so that a judgement never depends on a server.
 */
export class Novelty {
  readonly #db: Db;
  readonly #embedder: Embedder;
  readonly #entries = new Map<SignalLanguage, Map<string, Entry>>();
  /** Of texts that were judged here, until they are read back as insights. */
  readonly #vectors = new Map<string, Float32Array>();
  #following: Promise<void> | null = null;
  #generation = -1;
  #marks = 0;

  constructor(db: Db, embedder: Embedder) {
    this.#db = db;
    this.#embedder = embedder;
  }

  /** Where things stand now: what comes later can be looked at by itself. */
  get mark(): number {
    return this.#marks;
  }

  /** Takes in what changed, a little at a time; who comes meanwhile waits for the same. */
  follow(): Promise<void> {
    this.#following ??= this.#follow().finally(() => {
      this.#following = null;
    });
    return this.#following;
  }

  async #follow(): Promise<void> {
    const { generation, changed } = readChangedIds(this.#db, this.#generation);
    for (let start = 0; start < changed.length; start += perTurn) {
      const ids = changed.slice(start, start + perTurn);
      const known = readKnown(this.#db, ids);
      const vectors = await this.#embedder.embed(known.map(textToCompare), 'passage');
      this.#replace(ids, known, (at) => vectors[at] ?? null);
      await nextTurn();
    }
    this.#generation = Math.max(this.#generation, generation);
  }

  /** The same at once, within a transaction, for the little that changed since: without vectors that nobody computed here. */
  followNow(): void {
    const { generation, changed } = readChangedIds(this.#db, this.#generation);
    const known = readKnown(this.#db, changed);
    this.#replace(changed, known, (at) => {
      const one = known[at];
      return one ? (this.#vectors.get(textToCompare(one)) ?? null) : null;
    });
    this.#generation = generation;
  }

  /** One that wants to become an insight. */
  async likenessOf(item: Parameters<typeof likenessOf>[0]): Promise<Likeness> {
    const text = textToCompare(item);
    const [vector = null] = await this.#embedder.embed([text], 'passage');
    if (this.#vectors.size >= mostVectorsKept) this.#vectors.clear();
    if (vector) this.#vectors.set(text, vector);
    return likenessOf(item, vector);
  }

  /** In words what it repeats of that which came after a mark; null where it is new. */
  repeated(one: Likeness, after = 0): string | null {
    return this.match(one, after)?.how ?? null;
  }

  /** The same with the id of the insight that it repeats. */
  match(one: Likeness, after = 0): { readonly id: string; readonly how: string } | null {
    for (const [id, { mark, likeness }] of this.#entries.get(one.language) ?? []) {
      const how = mark > after ? repeats(one, likeness) : null;
      if (how !== null) return { id, how };
    }
    return null;
  }

  /** What an insight is known by; null for one that is not there. */
  known(id: string): Likeness | null {
    for (const entries of this.#entries.values()) {
      const entry = entries.get(id);
      if (entry) return entry.likeness;
    }
    return null;
  }

  /** Texts of the insights of a language that are nearest to what is said, nearest first. */
  async nearest(text: string, language: SignalLanguage, limit: number): Promise<string[]> {
    const [wanted = null] = await this.#embedder.embed([text], 'passage');
    if (wanted === null) return [];
    return [...(this.#entries.get(language)?.values() ?? [])]
      .map((entry) => ({ text: entry.text, near: cosine(wanted, entry.likeness.vector) }))
      .sort((left, right) => right.near - left.near)
      .slice(0, limit)
      .map((one) => one.text);
  }

  /** The other insight of its language that is nearest to one; null where there is none. */
  async nearestTo(
    insight: Pick<KnownInsight, 'id' | 'language' | 'text' | 'triggers'>,
  ): Promise<NearEntry | null> {
    await this.follow();
    const [wanted = null] = await this.#embedder.embed([textToCompare(insight)], 'passage');
    let best: NearEntry | null = null;
    for (const [id, { likeness }] of this.#entries.get(insight.language) ?? []) {
      const nearness = id === insight.id ? 0 : cosine(wanted, likeness.vector);
      if (nearness > (best?.nearness ?? 0)) best = { id, nearness };
    }
    return best;
  }

  #replace(
    ids: readonly string[],
    known: readonly KnownInsight[],
    vectorAt: (at: number) => Float32Array | null,
  ): void {
    for (const entries of this.#entries.values()) for (const id of ids) entries.delete(id);
    known.forEach((one, at) => {
      const entries = this.#entries.get(one.language) ?? new Map<string, Entry>();
      this.#entries.set(one.language, entries);
      const likeness = likenessOf(one, vectorAt(at));
      entries.set(one.id, { mark: (this.#marks += 1), text: one.text, likeness });
    });
  }
}
