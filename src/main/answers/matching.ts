import { commonWords } from '../text/words.ts';
import type { Language } from '../../shared/language.ts';
import type { Subject } from './catalogue.ts';
import { codes } from './gates/codes.ts';
import { distress } from './gates/distress.ts';
import type { Gate, GateName, GateResult } from './gates/gate.ts';
import { length } from './gates/length.ts';
import { ellipsis, missingMatter, otherMatter } from './gates/matter.ts';
import { negationGate } from './gates/negation.ts';
import { numbers } from './gates/numbers.ts';
import { personalSituation } from './gates/personal-situation.ts';
import { referenceBack } from './gates/reference-back.ts';
import { secondQuestion } from './gates/second-question.ts';
import { statement } from './gates/statement.ts';
import type { Reading } from './reading.ts';
import type { Scored } from './similarity.ts';

/**
 * Similarity a message must reach where an intent has no threshold of its own: just under the lowest score of a right
 * match (0.60) in test/fixtures/eval, with the built-in embedder. Half of the near misses there score higher, so this
 * only keeps out what is about something else; gate 2 does the rest.
 */
export const defaultThreshold = 0.58;
/** How far behind another intent that the message could mean too must stay. */
const leastMargin = 0.05;

/** Gate 2, in the order they are asked. */
const gates: readonly (readonly [GateName, Gate])[] = [
  ['codes', codes],
  ['numbers', numbers],
  ['negation', negationGate],
  ['second_question', secondQuestion],
  ['personal_situation', personalSituation],
  ['reference_back', referenceBack],
  ['distress', distress],
  ['statement', statement],
  ['length', length],
  ['other_matter', otherMatter],
  ['missing_matter', missingMatter],
];

const passed = (gate: GateName): GateResult => ({ gate, isPassed: true, reason: '' });
const stopped = (gate: GateName, reason: string): GateResult => ({ gate, isPassed: false, reason });
const result = (gate: GateName, reason: string | null) =>
  reason === null ? passed(gate) : stopped(gate, reason);

/** The best other candidate that the message could mean too: one that neither lacks nor adds a matter. */
export function rivalOf(message: Reading, candidate: Scored, scored: readonly Scored[]): Scored | undefined {
  return scored.find(
    (other) =>
      other !== candidate &&
      other.score > candidate.score - leastMargin &&
      [codes, otherMatter, missingMatter].every((gate) => gate(message, other) === null),
  );
}

/** All gates of one candidate; its rival decides the margin. Every gate is asked, so that a match explains itself. */
export function askGates(
  message: Reading,
  candidate: Scored,
  rival: Scored | undefined,
  isFollowUp: boolean,
): GateResult[] {
  const threshold = candidate.subject.threshold ?? defaultThreshold;
  return [
    result(
      'similarity',
      candidate.score < threshold ? `${candidate.score.toFixed(2)} of ${threshold.toFixed(2)}` : null,
    ),
    result('margin', rival ? `it could mean ${rival.subject.slug} as well` : null),
    ...gates.map(([name, gate]) => result(name, gate(message, candidate))),
    ...(isFollowUp ? [result('ellipsis', ellipsis(message, candidate))] : []),
  ];
}

/** Why an intent behind the best one is not meant: its own matter, or the better one beside it. */
export function setBack(message: Reading, candidate: Scored): GateName {
  if (candidate.score < (candidate.subject.threshold ?? defaultThreshold)) return 'similarity';
  const matters = [
    ['codes', codes],
    ['other_matter', otherMatter],
    ['missing_matter', missingMatter],
  ] as const;
  return matters.find(([, gate]) => gate(message, candidate) !== null)?.[0] ?? 'margin';
}

/** The words of all variations per language: what a typo is corrected to. */
export function vocabularyOf(subjects: readonly Subject[]): Readonly<Record<Language, ReadonlySet<string>>> {
  const words: Record<Language, Set<string>> = { id: new Set(), it: new Set(), en: new Set() };
  for (const { variations } of subjects)
    for (const variation of variations)
      for (const word of variation.words) if (word.length >= 5) words[variation.language].add(word);
  return words;
}

/**
 * The text with typos corrected towards words of the variations: unknown words of the message that differ by one
 * letter, start alike and are no words of their own. The text itself when there are none.
 */
export function correctTypos(message: Reading, vocabulary: ReadonlySet<string>): string {
  let text = message.words.join(' ');
  for (const word of message.unknown.values()) {
    if (word.length < 4 || ordinary.has(word) || vocabulary.has(word)) continue;
    const near = [...vocabulary].filter((known) => known[0] === word[0] && isOneLetterOff(word, known));
    if (near.length > 0) text = ` ${text} `.replace(` ${word} `, ` ${near[0]} `).trim();
  }
  return text === message.words.join(' ') ? message.text : text;
}

const ordinary: ReadonlySet<string> = new Set(Object.values(commonWords).flat());

/** One letter missing, added, exchanged, or two swapped; the longer word has at least five letters. */
function isOneLetterOff(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length < 5 || long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return (
    short.slice(at + 1) === long.slice(at + 1) ||
    (short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2))
  );
}
