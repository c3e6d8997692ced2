import type { InsightCategory } from '../../../shared/insight.ts';
import type { SignalLanguage } from '../../../shared/language.ts';
import type { InsightFinding } from '../../../shared/message.ts';
import type { InsightSearch, LiveInsight } from '../../db/insight-search.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { readConcepts, type Reading } from '../../text/lexicon/read-concepts.ts';
import type { VectorHit } from '../index/vector-index.ts';
import { evidenceOf, likeness, type Evidence } from './evidence.ts';
import { fullTextQuery } from './full-text-query.ts';
import { backgroundOf, calibrate, fuseRanks, judge, type Judged } from './fuse.ts';
import { hear, type Heard, type Rarity } from './heard.ts';
import type { PostingsView } from './postings.ts';
import { profileOf, type Profile } from './profile.ts';
import { fitOf, scoreOf } from './score.ts';
import { toldOf } from './told.ts';

/** An insight that fits a message, with how it was found. */
export interface FoundInsight extends InsightFinding {
  readonly slug: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
}

/** What the vector index said about the message, and the generation of the insights it was built from. */
export interface VectorEvidence {
  readonly hits: readonly VectorHit[];
  readonly generation: number;
  readonly isStale: boolean;
}

/** A message and all that is known of the insights besides the database. */
interface SearchQuery {
  readonly text: string;
  readonly vectors: VectorEvidence | null;
  /** Null while the insights are being read: words and vectors alone bring candidates then. */
  readonly postings: PostingsView | null;
  readonly limit: number;
  /** Scores below are left out. */
  readonly floor: number;
}

/** Every candidate that was looked at closely, best first. */
export type Search = (query: SearchQuery) => Judged<FoundInsight>[];

/** How many each list brings, and how many of all are looked at closely. */
const lengths = { concepts: 40, triggers: 15, texts: 10, close: 40, read: 16 } as const;
/** As alike as two insights may be that stand in one prompt. */
const mostAlike = 0.8;
/** Of more changes than that, the index is built anew soon; until then some old vectors are heard. */
const mostChanged = 1_000;

interface Nearness {
  /** 0..1, see `calibrate`. */
  readonly score: number;
  readonly triggerId: string | null;
}

interface Candidate {
  readonly insightId: string;
  readonly profile: Profile;
  readonly evidence: Evidence;
  readonly nearness: Nearness;
  readonly fit: number;
  readonly score: number;
}

interface Found extends Candidate {
  readonly insight: FoundInsight;
}

/** Prepares searching live insights. The search is synchronous; what it gives is as the database has it now. */
export function openSearch(rows: InsightSearch, lexicon: Lexicon): Search {
  return (query) => {
    const reading = readConcepts(query.text, lexicon);
    const rarity = query.postings ? memoised(query.postings) : () => 1;
    const heard = hear(reading, lexicon, rarity);
    const told = toldOf(query.text, reading);
    const nearness = nearnessOf(rows, query.vectors);
    const ids = candidateIds(rows, query, reading, heard, rarity);
    const candidates = withProfiles(rows, query.postings, ids, lexicon).map(
      ([insightId, profile]): Candidate => {
        const evidence = evidenceOf(heard, profile, rarity);
        const near = nearness.get(insightId) ?? far;
        const fit = fitOf(evidence, near.score);
        return { insightId, profile, evidence, nearness: near, fit, score: scoreOf(told, fit) };
      },
    );
    const judged = judge(readBest(rows, candidates), {
      floor: query.floor,
      limit: query.limit,
      repeats: (one, other) => likeness(one.profile, other.profile, rarity) > mostAlike,
    });
    return judged.map(({ item: { insight }, verdict }) => ({ item: insight, verdict }));
  };
}

const far: Nearness = { score: 0, triggerId: null };

/** Rarities are asked for many times per message. */
function memoised(postings: PostingsView): Rarity {
  const known = new Map<number, number>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const rarity = postings.rarity(id);
    known.set(id, rarity);
    return rarity;
  };
}

/** Everything that any of the lists brings near, those first that several bring. */
function candidateIds(
  rows: InsightSearch,
  { vectors, postings }: SearchQuery,
  reading: Reading,
  heard: Heard,
  rarity: Rarity,
): string[] {
  const match = fullTextQuery(reading.words, rarity, !vectors && !postings);
  const lists: readonly (readonly { readonly insightId: string }[])[] = [
    postings?.nearest(heard.features, lengths.concepts) ?? [],
    match ? rows.inTriggers(match, lengths.triggers) : [],
    match ? rows.inTexts(match, lengths.texts) : [],
    vectors?.hits ?? [],
  ];
  const ranks = fuseRanks(lists.map((list) => list.map(({ insightId }) => insightId)));
  return [...ranks]
    .sort((left, right) => right[1] - left[1])
    .slice(0, lengths.close)
    .map(([id]) => id);
}

/** The profiles at hand; where the insights are still being read, those of the best few are read now. */
function withProfiles(
  rows: InsightSearch,
  postings: PostingsView | null,
  ids: readonly string[],
  lexicon: Lexicon,
): (readonly [string, Profile])[] {
  if (!postings)
    return rows
      .live(ids.slice(0, lengths.read))
      .map((insight) => [insight.insightId, profileOf(insight, lexicon)] as const);
  return ids.flatMap((id) => {
    const profile = postings.profile(id);
    return profile ? [[id, profile] as const] : [];
  });
}

/** Per insight its nearest vector. Vectors of texts that changed since are not heard; the words of the new text are. */
function nearnessOf(rows: InsightSearch, vectors: VectorEvidence | null): ReadonlyMap<string, Nearness> {
  const nearness = new Map<string, Nearness>();
  if (!vectors) return nearness;
  const background = backgroundOf(vectors.hits.map(({ score }) => score));
  const changed = new Set(vectors.isStale ? rows.changedAfter(vectors.generation, mostChanged) : []);
  for (const { insightId, triggerId, score } of vectors.hits)
    if (!nearness.has(insightId) && !changed.has(insightId))
      nearness.set(insightId, { score: calibrate(score, background), triggerId });
  return nearness;
}

/** The best candidates as the database has them now; what went meanwhile is left out. */
function readBest(rows: InsightSearch, candidates: readonly Candidate[]): Found[] {
  const best = candidates
    .slice()
    .sort((left, right) => right.score - left.score)
    .slice(0, lengths.read);
  const live = new Map(
    rows.live(best.map(({ insightId }) => insightId)).map((row) => [row.insightId, row] as const),
  );
  return best.flatMap((candidate) => {
    const insight = live.get(candidate.insightId);
    return insight ? [{ ...candidate, insight: toFound(insight, candidate) }] : [];
  });
}

function toFound(insight: LiveInsight, { evidence, nearness, score }: Candidate): FoundInsight {
  const { text, guidance, category, language, slug, insightId, triggers } = insight;
  const heardPhrase = evidence.phrase === null ? undefined : triggers[evidence.phrase];
  const nearPhrase = triggers.find(({ id }) => id === nearness.triggerId);
  const isHeard = evidence.cover >= nearness.score;
  return {
    insightId,
    slug,
    text,
    guidance,
    category,
    language,
    score,
    lexicalScore: evidence.shared > 0 ? bounded(fitOf(evidence, 0)) : null,
    vectorScore: nearness.score > 0 ? nearness.score : null,
    trigger: ((isHeard ? heardPhrase : nearPhrase) ?? heardPhrase ?? nearPhrase)?.phrase ?? null,
  };
}

const bounded = (fit: number): number => fit / (1 + fit);
