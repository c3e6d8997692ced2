import type { InsightSearch } from '../../db/insight-search.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import type { VectorHit } from '../index/vector-index.ts';
import type { PostingsView, Shared } from './postings.ts';
import { profileOf, type Profile } from './profile.ts';

/** A phrase that an insight has not yet. */
export interface PhraseAddition {
  readonly insightId: string;
  readonly phrase: string;
}

/** The insights as a search would see them with one more phrase. Nothing is changed. */
export interface InsightsWithPhrase {
  readonly rows: InsightSearch;
  readonly postings: PostingsView;
}

const triggerId = 'rehearsed';

/**
 * `isCautious`: the insight is looked at closely for every message, as if any list had brought it near. Null for an insight that is
 * not live.
 */
export function withPhrase(
  base: InsightsWithPhrase,
  lexicon: Lexicon,
  { insightId, phrase }: PhraseAddition,
  isCautious: boolean,
): InsightsWithPhrase | null {
  const add = <T extends { readonly insightId: string; readonly triggers: readonly object[] }>(row: T): T =>
    row.insightId === insightId ? { ...row, triggers: [...row.triggers, { id: triggerId, phrase }] } : row;
  const [insight] = base.rows.live([insightId]).map(add);
  if (!insight) return null;
  const profile = profileOf(insight, lexicon);
  const { rows, postings } = base;
  return {
    rows: { ...rows, live: (ids) => rows.live(ids).map(add) },
    postings: {
      rarity: (id) => postings.rarity(id),
      profile: (id) => (id === insightId ? profile : postings.profile(id)),
      nearest: (features, limit) => {
        const others = postings.nearest(features, limit).filter((one) => one.insightId !== insightId);
        const own: Shared = { insightId, profile, matched: matchedBy(profile, features, postings) };
        if (isCautious) return [own, ...others].slice(0, limit);
        if (own.matched === 0) return others;
        const at = others.findIndex(({ matched }) => matched < own.matched);
        const place = at < 0 ? others.length : at;
        return [...others.slice(0, place), own, ...others.slice(place)].slice(0, limit);
      },
    },
  };
}

/** The hits with that of the phrase among them. */
export function withPhraseHit(
  hits: readonly VectorHit[],
  insightId: string,
  message: Float32Array,
  phrase: Float32Array | null,
): readonly VectorHit[] {
  if (phrase?.length !== message.length) return hits;
  let score = 0;
  for (let at = 0; at < message.length; at++) score += (message[at] as number) * (phrase[at] as number);
  return [...hits, { insightId, triggerId, score }].sort((left, right) => right.score - left.score);
}

/** As postings count it: by all that the insight can be recognised by. */
function matchedBy(
  { ids, weights, starts }: Profile,
  features: ReadonlyMap<number, number>,
  postings: PostingsView,
): number {
  let matched = 0;
  for (let at = 0; at < (starts[1] ?? 0); at++) {
    const id = ids[at] as number;
    const heard = features.get(id);
    if (heard !== undefined) matched += Math.min(heard, (weights[at] as number) * postings.rarity(id));
  }
  return matched;
}
