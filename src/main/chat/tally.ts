import type { Usage } from '../../shared/message.ts';
import type { Price } from '../../shared/settings.ts';

/** What all requests of one reply used and cost together. */
export interface Tally {
  /** Counts one request. Null usage = the model never began to answer, which costs nothing. */
  add(model: string, usage: Usage | null): void;
  /** Null when no request was answered. */
  usage(): Usage | null;
  /** USD; null when nothing was used, or when a model that was used has no price. */
  costUsd(): number | null;
}

/** Tokens a price is given for. */
const PRICED_TOKENS = 1_000_000;

/** An empty tally. `prices`: USD per million tokens, by model. */
export function createTally(prices: Readonly<Record<string, Price>>): Tally {
  let usage: Usage | null = null;
  let cost: number | null = 0;
  return {
    add(model, used) {
      if (used === null) return;
      const price = Object.hasOwn(prices, model) ? prices[model] : undefined;
      cost = cost === null || price === undefined ? null : cost + costOf(used, price);
      usage = usage === null ? used : sum(usage, used);
    },
    usage: () => usage,
    costUsd: () => (usage === null ? null : cost),
  };
}

/** USD of one request: each kind of token at its own price per million. */
export function costOf(usage: Usage, price: Price): number {
  const { input, output, cacheRead, cacheWrite } = usage;
  const priced =
    input * price.input + output * price.output + cacheRead * price.cacheRead + cacheWrite * price.cacheWrite;
  return priced / PRICED_TOKENS;
}

function sum(a: Usage, b: Usage): Usage {
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    cacheRead: a.cacheRead + b.cacheRead,
    cacheWrite: a.cacheWrite + b.cacheWrite,
  };
}
