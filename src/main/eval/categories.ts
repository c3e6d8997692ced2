import { insightCategories, type InsightCategory } from '../../shared/insight.ts';

const known: ReadonlySet<string> = new Set(insightCategories);

/**
 * The product's category for each category of a foreign set: the one of that name in another spelling, else the one least used so
 * far. Different foreign categories stay apart as far as they can, since a reply is given only a few insights of each.
 */
export function mapCategories(
  foreign: readonly (string | null)[],
): ReadonlyMap<string | null, InsightCategory> {
  const mapped = new Map<string | null, InsightCategory>();
  const used = new Map(insightCategories.map((category) => [category, 0]));
  const take = (name: string | null, category: InsightCategory) => {
    mapped.set(name, category);
    used.set(category, (used.get(category) ?? 0) + 1);
  };
  for (const name of foreign) {
    const same = name === null ? undefined : sameName(name);
    if (same && !mapped.has(name)) take(name, same);
  }
  for (const name of foreign) {
    if (mapped.has(name)) continue;
    const [least = 'daily_life'] = [...insightCategories].sort(
      (left, right) => (used.get(left) ?? 0) - (used.get(right) ?? 0),
    );
    take(name, least);
  }
  return mapped;
}

/** "Indirect refusal", "emotion" and "daily-life" are names of ours in another spelling. */
function sameName(name: string): InsightCategory | undefined {
  const folded = name.toLowerCase().replace(/[^a-z]+/g, '_');
  return [folded, `${folded}s`, folded.replace(/s$/, '')].find(isKnown);
}

function isKnown(name: string): name is InsightCategory {
  return known.has(name);
}
