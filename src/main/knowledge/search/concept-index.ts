import { setImmediate as nextTurn } from 'node:timers/promises';
import { generationReader } from '../../db/generations.ts';
import type { Db } from '../../db/db.ts';
import { openInsightSearch, type InsightSearch } from '../../db/insight-search.ts';
import { listLearntForms } from '../../db/learnt.ts';
import type { Log } from '../../log.ts';
import { LearningLexicon } from '../../text/lexicon/learnt.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { Postings } from './postings.ts';
import { profileOf } from './profile.ts';

/** Read between two turns of everything else, so that no message waits for the reading of thousands. */
const perTurn = 8;
/** So many changed insights are read anew at once; more are left to a new index beside the old one. */
const mostAtOnce = 16;

interface ConceptIndexParts {
  readonly db: Db;
  readonly lexicon: Lexicon;
  readonly log: Log;
}

/**
 * What every live insight can be recognised by, in memory. Built in the background from the database, which it then follows change
 * by change.
 */
export class ConceptIndex {
  /** With the forms that nights learnt. */
  readonly lexicon: LearningLexicon;
  readonly rows: InsightSearch;
  readonly #db: Db;
  readonly #log: Log;
  readonly #generation: () => number;
  #postings: Postings | null = null;
  #builtFor = -1;
  #building: Promise<void> | null = null;
  #isClosed = false;

  constructor({ db, lexicon, log }: ConceptIndexParts) {
    this.#db = db;
    this.lexicon = new LearningLexicon(lexicon);
    this.rows = openInsightSearch(db);
    this.#log = log;
    this.#generation = generationReader(db, 'insights');
    this.#learn();
  }

  /** Resolves when the insights are read as they are now. Never rejects: words and vectors find without it. */
  async read(): Promise<void> {
    if (this.#isClosed) return;
    if (this.current() && this.#builtFor === this.#generation()) return;
    await this.#build().catch((error: unknown) =>
      this.#log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'insights not read'),
    );
  }

  /** The insights as they are now, but for a change of many at once, which takes a moment; null while the first ones are read. */
  current(): Postings | null {
    const generation = this.#generation();
    if (!this.#postings || generation === this.#builtFor) return this.#postings;
    const changed = this.rows.changedAfter(this.#builtFor, mostAtOnce + 1);
    if (changed.length > mostAtOnce) {
      this.#build().catch(() => undefined);
      return this.#postings;
    }
    this.#learn();
    for (const insightId of changed) this.#postings.remove(insightId);
    this.#read(this.#postings, changed);
    this.#builtFor = generation;
    return this.#postings;
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Forms come and go with the phrases of insights, so that whoever follows those follows them. */
  #learn(): void {
    this.lexicon.learn(listLearntForms(this.#db));
  }

  #build(): Promise<void> {
    this.#building ??= this.#readAll().finally(() => {
      this.#building = null;
    });
    return this.#building;
  }

  /** In small pieces. */
  async #readAll(): Promise<void> {
    const generation = this.#generation();
    this.#learn();
    const ids = this.rows.liveIds();
    const postings = new Postings();
    for (let start = 0; start < ids.length; start += perTurn) {
      this.#read(postings, ids.slice(start, start + perTurn));
      await nextTurn();
      if (this.#isClosed) return;
    }
    this.#postings = postings;
    this.#builtFor = generation;
  }

  #read(postings: Postings, insightIds: readonly string[]): void {
    for (const insight of this.rows.live(insightIds))
      postings.set(insight.insightId, profileOf(insight, this.lexicon));
  }
}
