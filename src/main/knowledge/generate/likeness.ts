import type { SignalLanguage } from '../../../shared/language.ts';
import { overlap, shared } from '../../text/overlap.ts';
import { contentTokens, foldText, tokens } from '../../text/tokens.ts';

/** What novelty is judged by: an insight that exists, or one that wants to. */
export interface Likeness {
  readonly slug: string;
  readonly language: SignalLanguage;
  readonly words: ReadonlySet<string>;
  readonly triggers: ReadonlySet<string>;
  /** Unit length; null where nobody computed it: then words decide alone. */
  readonly vector: Float32Array | null;
}

interface Told {
  readonly slug: string;
  readonly language: SignalLanguage;
  readonly text: string;
  readonly triggers: readonly string[];
}

/** Triggers that an insight's vector is made of, with its text. */
const triggersInVector = 4;

export function likenessOf({ slug, language, text, triggers }: Told, vector: Float32Array | null): Likeness {
  return {
    slug,
    language,
    words: new Set(contentTokens(text)),
    triggers: new Set(triggers.map((phrase) => tokens(foldText(phrase)).join(' '))),
    vector,
  };
}

/** The text whose vector says what an insight is about. */
export function textToCompare({ text, triggers }: Pick<Told, 'text' | 'triggers'>): string {
  return [text, ...triggers.slice(0, triggersInVector)].join('\n');
}

/**
 * As alike as two insights may be. In the packs that people wrote the nearest of one language have a cosine of 0.4 at most;
 * one that is said again in half other words has 0.5 to 0.9. Nearer to the latter: a model has fewer words than people have.
 */
const most = { words: 0.7, triggers: 0.5, cosine: 0.7 } as const;

/** In words how one repeats the other; null where it does not. Signals of different languages never repeat each other. */
export function repeats(one: Likeness, other: Likeness): string | null {
  if (one.language !== other.language) return null;
  const triggers = shared(one.triggers, other.triggers) / Math.max(1, one.triggers.size);
  if (triggers >= most.triggers) return `it has the triggers of ${other.slug}`;
  if (overlap(one.words, other.words) >= most.words)
    return `it says in the same words what ${other.slug} says`;
  const near = cosine(one.vector, other.vector);
  return near >= most.cosine ? `it means what ${other.slug} means (${near.toFixed(2)})` : null;
}

/** Of vectors of unit length; 0 where one is missing. */
export function cosine(one: Float32Array | null, other: Float32Array | null): number {
  if (one === null || other === null) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
