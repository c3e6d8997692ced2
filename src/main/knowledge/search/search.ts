import type { InsightCategory } from '../../../shared/insight.ts';
import type { SignalLanguage } from '../../../shared/language.ts';
import type { InsightFinding } from '../../../shared/message.ts';
import type { Db } from '../../db/db.ts';
import { openInsightSearch, type LiveInsight, type TextHit } from '../../db/insight-search.ts';
import type { Lexicon } from '../embed/lexicon.ts';
import type { VectorHit } from '../index/vector-index.ts';
import { hear, phraseEvidence, textEvidence, type HeardMessage } from './evidence.ts';
import { fullTextQuery } from './full-text-query.ts';
import { backgroundOf, calibrate, combine, fuseRanks, judge, type Judged } from './fuse.ts';
import { signalShare, signalWords, type SignalWord } from './signal.ts';

/** An insight that fits a message, with how it was found. */
export interface FoundInsight extends InsightFinding {
  readonly slug: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
}

/** What the vector index said about the message; `readAt` = when the index's texts were read. */
export interface VectorEvidence {
  readonly hits: readonly VectorHit[];
  readonly readAt: number;
  readonly isStale: boolean;
}

interface SearchOptions {
  readonly limit: number;
  /** Scores below are left out; see `floor`. */
  readonly floor?: number;
}

/** Every candidate that was looked at closely, best first. */
export type Search = (
  text: string,
  vectors: VectorEvidence | null,
  options: SearchOptions,
) => Judged<FoundInsight>[];

/**
 * The least score of an insight that may stand in a prompt. Chosen on test/main/knowledge/messages.ts so that plain
 * factual questions get none.
 */
export const floor = 0.42;

/** How many each list brings, and how many of all are looked at closely. */
const lengths = { triggers: 30, texts: 15, vectors: 60, close: 16 } as const;
/** What agreement with the insight's own text is worth beside a phrase that stands in the message. */
const textWorth = 0.6;
const mostCachedPhrases = 50_000;

/** Prepares searching this database's live insights. The search is synchronous and reads the database as it is now. */
export function openSearch(db: Db, lexicon: Lexicon): Search {
  const statements = openInsightSearch(db);
  const wordsOf = cachedWords(lexicon);
  return (text, vectors, { limit, floor: least = floor }) => {
    const words = signalWords(text, lexicon);
    const match = fullTextQuery(words, vectors === null);
    const triggers = match ? statements.inTriggers(match, lengths.triggers) : [];
    const texts = match ? statements.inTexts(match, lengths.texts) : [];
    const hits = vectors?.hits ?? [];
    const ranks = fuseRanks(
      [triggers, texts, hits].map((list: readonly { insightId: string }[]) => list.map(idOf)),
    );
    const close = [...ranks].sort(byRank).slice(0, lengths.close);
    const message = hear(words);
    const background = backgroundOf(hits.map(({ score }) => score));
    const share = signalShare(words);
    const scored = statements.live(close.map(([id]) => id)).map((insight) => {
      const lexical = lexicalEvidence(message, insight, wordsOf);
      const vector = vectorEvidence(insight, vectors, background);
      const rank = ranks.get(insight.insightId) ?? 0;
      return toFound(insight, lexical, { ...vector, score: vector.score * share }, rank);
    });
    return judge(scored, least, limit);
  };
}

interface Evidence {
  readonly score: number;
  readonly phrase: string | null;
}

function lexicalEvidence(
  message: HeardMessage,
  insight: LiveInsight,
  wordsOf: (phrase: string) => readonly SignalWord[],
): Evidence {
  let best: Evidence = { score: 0, phrase: null };
  for (const { phrase } of insight.triggers) {
    const score = phraseEvidence(message, wordsOf(phrase));
    if (score > best.score) best = { score, phrase };
  }
  // The signal itself is often quoted in the text: it is a phrase like the others.
  for (const [, quoted = ''] of insight.text.matchAll(/“([^”]+)”/g)) {
    const score = phraseEvidence(message, wordsOf(quoted));
    if (score > best.score) best = { score, phrase: quoted };
  }
  const text = textWorth * textEvidence(message, hear(wordsOf(`${insight.text} ${insight.guidance}`)));
  return text > best.score ? { score: text, phrase: null } : best;
}

/** Hits made from texts that were edited since are not heard; the words of the new text are. */
function vectorEvidence(insight: LiveInsight, vectors: VectorEvidence | null, background: number): Evidence {
  if (!vectors || (vectors.isStale && insight.updatedAt >= vectors.readAt)) return { score: 0, phrase: null };
  const hit = vectors.hits.find(({ insightId }) => insightId === insight.insightId);
  if (!hit) return { score: 0, phrase: null };
  const phrase = insight.triggers.find(({ id }) => id === hit.triggerId)?.phrase ?? null;
  if (hit.triggerId !== null && phrase === null) return { score: 0, phrase: null };
  return { score: calibrate(hit.score, background), phrase };
}

function toFound(insight: LiveInsight, lexical: Evidence, vector: Evidence, rank: number): FoundInsight {
  return {
    insightId: insight.insightId,
    slug: insight.slug,
    text: insight.text,
    guidance: insight.guidance,
    category: insight.category,
    language: insight.language,
    score: combine(lexical.score, vector.score, rank),
    lexicalScore: lexical.score > 0 ? lexical.score : null,
    vectorScore: vector.score > 0 ? vector.score : null,
    trigger: (lexical.score >= vector.score ? lexical.phrase : null) ?? vector.phrase ?? lexical.phrase,
  };
}

/** Words of phrases are worked out once; phrases are few and short, messages are many. */
function cachedWords(lexicon: Lexicon): (phrase: string) => readonly SignalWord[] {
  const known = new Map<string, readonly SignalWord[]>();
  return (phrase) => {
    const found = known.get(phrase);
    if (found) return found;
    if (known.size >= mostCachedPhrases) known.clear();
    const words = signalWords(phrase, lexicon);
    known.set(phrase, words);
    return words;
  };
}

const idOf = ({ insightId }: Pick<TextHit, 'insightId'>) => insightId;
const byRank = (left: [string, number], right: [string, number]) => right[1] - left[1];
