import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NightAsking } from '../asking.ts';
import { nameOf } from '../chunks.ts';
import type { NightReject } from '../gates/refusal.ts';
import type { ReadDay } from '../kept.ts';
import type { LearnParts, LearnTools } from '../learnt.ts';
import { mostAtOnce, phraseList, type AskedMiss, type ToldPhrase } from './ask.ts';
import { missesOf } from './miss.ts';
import { judgePhrase, mostPerInsight, withCandidates, type MissParts, type NewTrigger } from './misses.ts';

interface Phrases {
  readonly triggers: readonly NewTrigger[];
  readonly rejects: readonly NightReject[];
}

interface Answered {
  readonly step: string;
  readonly asked: readonly AskedMiss[];
  readonly told: readonly ToldPhrase[];
}

/** Asks which insights the messages of a day should have found; what it returns judges the answers. */
export async function learnPhrases(
  parts: LearnParts,
  read: ReadDay,
  {
    asking,
    tools,
    since,
  }: { readonly asking: NightAsking; readonly tools: LearnTools; readonly since: number },
): Promise<() => Promise<Phrases>> {
  const { db, prompts } = parts;
  const searching: MissParts = { ...parts, hiding: read };
  // Searched for once a night, and kept: the same question is then the same after every wait.
  const misses = (read.misses ??= await candidatesFor(
    searching,
    missesOf(db, read.conversations, since),
    tools,
  ));
  const answers: Answered[] = [];
  for (let start = 0; start < misses.length; start += mostAtOnce) {
    tools.report(start, misses.length, 'misses');
    const asked = misses.slice(start, start + mostAtOnce);
    const request = prompts.misses.request(asked);
    const step = `misses-${nameOf(prompts.misses.version, JSON.stringify(request.messages))}`;
    const clientIds = asked.map(({ miss }) => miss.message.clientId);
    const answer = await asking.ask({ name: step, clientIds, list: phraseList, request });
    if (answer !== null) answers.push({ step, asked, told: answer.items });
  }
  return () => judgeAll(searching, answers, tools);
}

async function candidatesFor(
  parts: MissParts,
  misses: ReturnType<typeof missesOf>,
  tools: LearnTools,
): Promise<AskedMiss[]> {
  const found: AskedMiss[] = [];
  for (const miss of misses) {
    const asked = await withCandidates(parts, miss);
    if (asked !== null) found.push(asked);
    await nextTurn();
    tools.signal.throwIfAborted();
  }
  return found;
}

async function judgeAll(
  parts: MissParts,
  answers: readonly Answered[],
  { signal }: LearnTools,
): Promise<Phrases> {
  const triggers: NewTrigger[] = [];
  const rejects: NightReject[] = [];
  for (const { step, asked, told } of answers)
    for (const one of told) {
      const judged = await judgePhrase(parts, one, asked);
      if (judged === null) continue;
      const refusal = 'reason' in judged ? judged : crowded(triggers, judged);
      if (refusal !== null) rejects.push({ ...refusal, step, raw: JSON.stringify(one) });
      else if (!('reason' in judged)) triggers.push(judged);
      signal.throwIfAborted();
    }
  return { triggers, rejects };
}

/** A night adds a few phrases to one insight, each once. */
function crowded(triggers: readonly NewTrigger[], { insightId, phrase }: NewTrigger) {
  const same = triggers.filter((one) => one.insightId === insightId);
  if (same.some((one) => one.phrase.toLowerCase() === phrase.toLowerCase()))
    return { reason: 'duplicate', detail: 'the night has this phrase already' } as const;
  if (same.length < mostPerInsight) return null;
  return { reason: 'too_many', detail: `a night adds ${mostPerInsight} phrases to one insight` } as const;
}
