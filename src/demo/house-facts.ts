import type { ParsedPrompt, PromptFact } from './prompt.ts';
import { labelFor } from './topic-label.ts';

const MAX_HOUSE_FACTS = 3;
/** A fact on the very side of things that is asked about outweighs two shared words. */
const ASPECT_WEIGHT = 3;

const aspects: ReadonlyArray<readonly [asked: RegExp, topic: RegExp]> = [
  [/quanto cost|prezz|cost[oi]\b|harga|biaya|berapa duit|how much|price|\bcost/i, /price|premium|capital/i],
  [/quanto tempo|quanto ci vuole|tempi\b|berapa lama|how long|processing time/i, /time|how long/i],
  [/document|dokumen|berkas|syarat/i, /documents/i],
  [/orari|aprite|jam (?:buka|kantor)|opening|office hours/i, /hours/i],
  [/dove|indirizz|alamat|di mana|dimana|where|address/i, /address/i],
  [/pagar|pagament|bayar|\bpay/i, /payment/i],
];

/**
 * The house facts of the prompt that the message asks about, best first, at most three. When none shares anything
 * with it they are kept in the order of the prompt, which is the order of the search that found them.
 */
export function pickHouseFacts(prompt: ParsedPrompt): PromptFact[] {
  const scored = prompt.houseFacts.map((fact) => ({ fact, score: scoreFact(prompt, fact) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score >= best / 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_HOUSE_FACTS)
    .map(({ fact }) => fact);
}

function scoreFact({ message, language }: ParsedPrompt, fact: PromptFact): number {
  const isAsked = aspects.some(([asked, topic]) => asked.test(message) && topic.test(fact.topic));
  const shared = countSharedWords(message, `${labelFor(fact.topic, language)} ${fact.topic}`);
  return shared + (isAsked ? ASPECT_WEIGHT : 0);
}

/** Words of four letters and more that two texts have in common. */
export function countSharedWords(a: string, b: string): number {
  const words = listWords(b);
  return [...listWords(a)].filter((word) => words.has(word)).length;
}

function listWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []);
}
