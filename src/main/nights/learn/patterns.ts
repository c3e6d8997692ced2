import { findLiveInsights, readInsightNumbers, type NumberedInsight } from '../../db/insight-numbers.ts';
import type { NightAsking } from './asking.ts';
import { chunksOf, nameOf, tokensOf } from './chunks.ts';
import { clientsOf } from './evidence.ts';
import { findingOf, type Finding } from './finding.ts';
import type { GatheredConversation } from './gather.ts';
import type { Reduced } from './judge.ts';
import type { ReadDay } from './kept.ts';
import type { LearnParts, LearnTools } from './learnt.ts';
import { findingList } from './map.ts';
import { groupsOf, reducedList, type FindingGroup } from './reduce.ts';

/** What exists near to the findings of one request, and of those used insights whose guidance may be changed. */
const most = { nearby: 10, existing: 12 } as const;

/** Asks what patterns a day holds, piece by piece, then what the office can make of them. */
export async function findPatterns(
  parts: LearnParts,
  read: ReadDay,
  asking: NightAsking,
  tools: LearnTools,
): Promise<Reduced[]> {
  const { contextTokens, newInsights } = parts.settings();
  const told = await mapDay(parts, read.conversations, asking, tools);
  const findings = told.filter(({ says }) => read.mayLeave(says));
  // Half of what a request may take: the rest is for what exists, and for the answer.
  const groups = groupsOf(findings, { insights: newInsights, mostTokens: contextTokens / 3 });
  const reduced: Reduced[] = [];
  for (const [at, group] of groups.entries()) {
    tools.report(at, groups.length, 'insights');
    const answer = await reduceGroup(parts, group, read, asking);
    if (answer !== null) reduced.push(answer);
  }
  return reduced;
}

async function mapDay(
  { db, prompts, settings }: LearnParts,
  conversations: readonly GatheredConversation[],
  asking: NightAsking,
  tools: LearnTools,
): Promise<Finding[]> {
  const ids = conversations.flatMap(({ messages }) =>
    messages.flatMap(({ insights }) => insights.map(({ insightId }) => insightId)),
  );
  const numbers = readInsightNumbers(db, [...new Set(ids)]);
  const room = mapRoom(settings().contextTokens, prompts.map.request({ text: '' }));
  const chunks = chunksOf(conversations, room, (id) => numbers.get(id));
  const findings: Finding[] = [];
  for (const [at, chunk] of chunks.entries()) {
    tools.report(at, chunks.length, 'patterns');
    const name = `map-${nameOf(prompts.map.version, chunk.text)}`;
    const request = prompts.map.request(chunk);
    const answer = await asking.ask({ name, clientIds: chunk.clientIds, list: findingList, request });
    for (const told of answer?.items ?? []) {
      const finding = findingOf(told, chunk);
      if (finding !== null) findings.push(finding);
      else
        asking.rejects.push({
          step: name,
          reason: 'no_evidence',
          detail: 'none of its quotes stands in a message of a client',
          raw: JSON.stringify(told),
        });
    }
  }
  return findings;
}

/** Tokens that are left for a piece of a day beside the rules, the shape of the answer and the answer. */
function mapRoom(
  contextTokens: number,
  { messages, maxTokens }: ReturnType<LearnParts['prompts']['map']['request']>,
): number {
  const shape = 500;
  const rules = messages.reduce((sum, { content }) => sum + tokensOf(content), 0);
  return Math.max(600, contextTokens - maxTokens - rules - shape);
}

async function reduceGroup(
  { db, novelty, prompts }: LearnParts,
  group: FindingGroup,
  { mayLeave }: ReadDay,
  asking: NightAsking,
): Promise<Reduced | null> {
  const { findings, language, count } = group;
  const existing = existingFor(db, findings).filter(({ text, guidance }) => mayLeave(`${text}\n${guidance}`));
  await novelty.follow();
  const about = findings.map(({ says }) => says).join('\n');
  const nearby = (await novelty.nearest(about, language, most.nearby)).filter(mayLeave);
  const name = `reduce-${nameOf(prompts.reduce.version, JSON.stringify(group))}`;
  const clientIds = clientsOf(findings.flatMap(({ evidence }) => evidence));
  const request = prompts.reduce.request({ group, existing, nearby });
  const answer = await asking.ask({ name, clientIds, list: reducedList(count), request });
  return answer && { step: name, model: answer.model, group, existing, items: answer.items };
}

/** The insights that findings name: only what was looked at is changed. */
function existingFor(db: LearnParts['db'], findings: readonly Finding[]): NumberedInsight[] {
  const numbers = findings.flatMap(({ insight }) => (insight === null ? [] : [insight]));
  return [...findLiveInsights(db, [...new Set(numbers)]).values()].slice(0, most.existing);
}
