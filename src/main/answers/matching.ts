import { codes } from './gates/codes.ts';
import { distress } from './gates/distress.ts';
import type { Gate, GateName, GateResult } from './gates/gate.ts';
import { length } from './gates/length.ts';
import { ellipsis } from './gates/ellipsis.ts';
import { missingMatter } from './gates/missing-matter.ts';
import { otherMatter } from './gates/other-matter.ts';
import { negationGate } from './gates/negation.ts';
import { numbers } from './gates/numbers.ts';
import { personalSituation } from './gates/personal-situation.ts';
import { referenceBack } from './gates/reference-back.ts';
import { secondQuestion } from './gates/second-question.ts';
import { status } from './gates/status.ts';
import { statement } from './gates/statement.ts';
import type { Reading } from './reading.ts';
import type { Scored } from './similarity.ts';

/**
 * Similarity a message must reach where an intent has no threshold of its own: under the lowest score of a right match in
 * test/fixtures/eval (0.65). Many near misses there score higher, so this only keeps out what is about something else; gate 2
 * does the rest.
 */
export const defaultThreshold = 0.58;
/** How far behind another intent that the message could mean too must stay. */
const leastMargin = 0.075;

/** Gate 2, in the order they are asked. */
const gates: readonly (readonly [GateName, Gate])[] = [
  ['codes', codes],
  ['numbers', numbers],
  ['negation', negationGate],
  ['second_question', secondQuestion],
  ['personal_situation', personalSituation],
  ['status', status],
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
