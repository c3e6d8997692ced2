import { setImmediate as nextTurn } from 'node:timers/promises';
import type { UnansweredMessage } from '../../db/unanswered.ts';
import { cosine } from '../../knowledge/generate/likeness.ts';
import type { Atom } from '../atoms.ts';
import { overlap } from '../../text/overlap.ts';
import { asks, says } from '../catalogue.ts';
import type { Reading } from '../reading.ts';

/** A question is proposed when it came this often, and from this many clients: what one person asks says who asks it. */
export const leastTimes = 3;
export const leastClients = 2;
/** Groups that are asked about in one run, those that came most often. */
const mostGroups = 10;
/** Messages of one group that are shown to the model. */
export const mostShown = 12;

/** Of what two messages say, the share in common from which on they ask the same. */
const leastShared = 0.6;
/** What was proposed before shares this much with what is proposed again. */
const sameAsBefore = 0.6;

/** A message as it is compared. */
export interface AskedMessage {
  readonly message: UnansweredMessage;
  readonly reading: Reading;
  readonly vector: Float32Array;
}

/** Messages of several clients that seem to ask the same. */
export interface QuestionGroup {
  readonly messages: readonly UnansweredMessage[];
  /** What most of them are about. */
  readonly keys: readonly string[];
  readonly clients: number;
}

/** Whether a message asks something, and not only tells it. */
export function isQuestion(reading: Reading): boolean {
  return /[?？]/.test(reading.text) || asks(reading);
}

const rolesThatTell: ReadonlySet<Atom['role']> = new Set(['matter', 'type', 'aspect']);

/**
 * Puts messages together that ask the same, in whatever language: each joins the group that it shares most with. Those
 * that came often enough from enough clients, and are not what `before` was about, the most frequent first.
 */
export async function groupQuestions(
  asked: readonly AskedMessage[],
  before: readonly (readonly string[])[],
): Promise<QuestionGroup[]> {
  const groups: Member[][] = [];
  for (const one of asked.filter(({ reading }) => isQuestion(reading))) {
    // Each is compared with all before it; whoever waits goes first.
    await nextTurn();
    const member = { ...one, atoms: one.reading.atoms.filter(({ role }) => rolesThatTell.has(role)) };
    if (member.atoms.every(({ role }) => role === 'aspect')) continue;
    const best = groups
      .map((group) => ({ group, likeness: likenessTo(member, group) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((left, right) => right.likeness - left.likeness)[0];
    if (best) best.group.push(member);
    else groups.push([member]);
  }
  return groups
    .map(toGroup)
    .filter(({ messages, clients }) => messages.length >= leastTimes && clients >= leastClients)
    .filter(({ keys }) => !before.some((other) => overlap(new Set(keys), new Set(other)) >= sameAsBefore))
    .sort((left, right) => right.messages.length - left.messages.length)
    .slice(0, mostGroups);
}

interface Member extends AskedMessage {
  readonly atoms: readonly Atom[];
}

/** 0: not one of them. Compared with all, so that a chain of neighbours does not wander off. */
function likenessTo(one: Member, group: readonly Member[]): number {
  let sum = 0;
  for (const other of group) {
    const share = sharedBy(one, other);
    if (share < leastShared || asksOther(one, other)) return 0;
    sum += share + cosine(one.vector, other.vector);
  }
  return sum / group.length;
}

/** Of all that both say, the share that the other one says too, by whatever name. */
function sharedBy(one: Member, other: Member): number {
  const said = (from: Member, by: Member) => from.atoms.filter((atom) => says(by.reading.keys, atom)).length;
  return (said(one, other) + said(other, one)) / (one.atoms.length + other.atoms.length);
}

/** A price and a duration of the same thing are two questions. */
function asksOther(one: Member, other: Member): boolean {
  const aspects = (from: Member) => from.atoms.filter(({ role }) => role === 'aspect');
  const [mine, theirs] = [aspects(one), aspects(other)];
  if (mine.length === 0 && theirs.length === 0) return false;
  return ![...mine, ...theirs].some((atom) => says(one.reading.keys, atom) && says(other.reading.keys, atom));
}

/** Roots of words are of one language; names of meanings are of all. */
const isMeaning = (key: string): boolean => !key.startsWith('~');

function toGroup(members: readonly Member[]): QuestionGroup {
  const counts = new Map<string, number>();
  for (const { atoms } of members)
    for (const key of new Set(atoms.flatMap(({ keys }) => keys))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count * 2 > members.length).map(([key]) => key);
  const meanings = common.filter(isMeaning);
  return {
    messages: members.map(({ message }) => message),
    keys: meanings.length > 0 ? meanings : common,
    clients: new Set(members.map(({ message }) => message.clientId)).size,
  };
}
