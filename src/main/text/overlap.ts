/** How many of these both have. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const word of one) if (other.has(word)) count += 1;
  return count;
}

/** Of all that either has, the share that both have: 0..1; 0 where neither has anything. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = shared(one, other);
  return both / Math.max(1, one.size + other.size - both);
}
