import type { PreparedAnswer } from '../../shared/answer.ts';

interface Before {
  /** The answer to the same question that the client had last; null before the first. */
  readonly lastId: string | null;
  /** Answers that were found wrong when they were looked at last. */
  readonly doubted: ReadonlySet<string>;
  /** Where the turn begins for this client, so that not everybody has the first one. */
  readonly clientId: string;
}

/**
 * Which of the answers to a question is said next: the one after that which the client had last, in the order in which
 * they were written. A doubted one only where there is no other. Undefined where there is none at all.
 */
export function nextInTurn(
  answers: readonly PreparedAnswer[],
  { lastId, doubted, clientId }: Before,
): PreparedAnswer | undefined {
  const good = answers.filter(({ id }) => !doubted.has(id));
  const among = good.length > 0 ? good : answers;
  const last = among.findIndex(({ id }) => id === lastId);
  const next = last === -1 ? sumOf(clientId) : last + 1;
  return among[next % among.length];
}

const sumOf = (text: string): number =>
  Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7);
