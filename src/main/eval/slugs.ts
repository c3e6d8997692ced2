/**
 * Gives every id a slug as the product has them, each another one: the id itself where it is a slug, else its letters and digits
 * joined by hyphens, with a number where two would be the same.
 */
export function slugsFor(ids: readonly string[], longest = 110): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  // Ids that are slugs already come first, so that no other takes their name.
  const taken = new Set(ids.filter((id) => toSlug(id, longest) === id));
  for (const id of ids) {
    if (slugs.has(id)) continue;
    const base = toSlug(id, longest);
    let slug = base;
    for (let count = 2; slug !== id && taken.has(slug); count++) slug = `${base}-${count}`;
    taken.add(slug);
    slugs.set(id, slug);
  }
  return slugs;
}

function toSlug(id: string, longest: number): string {
  const words = id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['row']).join('-').slice(0, longest).replace(/-$/, '');
}
