import { z } from 'zod';
import { insightCategories } from '../../../shared/insight.ts';
import { signalLanguages } from '../../../shared/language.ts';
import type { NumberedInsight } from '../../db/insight-numbers.ts';
import { structuredList, type StructuredList } from '../../llama/structured.ts';
import { inTags, promptVersion, taskRequest } from '../../llama/task-prompt.ts';
import { tokensOf } from './chunks.ts';
import { clientsOf } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { NightPrompt } from './map.ts';

/** Insights that one request is asked for at most: an answer of fifty would be cut, and lost. */
const mostPerRequest = 12;
/** Changes of guidance that may come beside them. */
const mostGuidance = 4;
const mostFindingsAtOnce = 40;
/** Quotes of one finding that are told; the others are kept as its evidence. */
const mostQuotes = 4;
const tokensPerItem = 420;

const words = z.string().trim().min(1);
const from = z.array(z.number().int().positive()).min(1).max(mostFindingsAtOnce);
const itemSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('insight'),
    text: words.max(1_000),
    guidance: words.max(2_000),
    category: z.enum(insightCategories),
    language: z.enum(signalLanguages),
    triggers: z.array(words.max(300)).min(1).max(40),
    from,
  }),
  z.object({
    kind: z.literal('guidance'),
    insight: z.number().int().positive(),
    guidance: words.max(2_000),
    from,
  }),
]);
export type ReducedItem = z.infer<typeof itemSchema>;
export type ReducedInsight = Extract<ReducedItem, { kind: 'insight' }>;
export type ReducedGuidance = Extract<ReducedItem, { kind: 'guidance' }>;

export function reducedList(count: number): StructuredList<ReducedItem> {
  return structuredList({ name: 'night_reduce', item: itemSchema, most: count + mostGuidance });
}

/** Findings that are looked at together. Those of suspicious conversations never stand beside others. */
export interface FindingGroup {
  readonly language: Finding['language'];
  readonly isSuspect: boolean;
  readonly findings: readonly Finding[];
  /** New insights that it is asked for. */
  readonly count: number;
}

/** The findings by language, what is about the same side by side, in groups that fit one request. */
export function groupsOf(
  findings: readonly Finding[],
  wanted: { readonly insights: number; readonly mostTokens: number },
): FindingGroup[] {
  const groups: Omit<FindingGroup, 'count'>[] = [];
  for (const isSuspect of [false, true])
    for (const language of signalLanguages) {
      const alike = findings
        .filter((one) => one.language === language && one.isSuspect === isSuspect)
        .sort((left, right) =>
          left.category < right.category ? -1 : left.category > right.category ? 1 : 0,
        );
      for (const part of parts(alike, wanted.mostTokens))
        groups.push({ language, isSuspect, findings: part });
    }
  const share = wanted.insights / Math.max(1, findings.length);
  return groups.map((group) => {
    const size = group.findings.length;
    return { ...group, count: Math.max(1, Math.min(mostPerRequest, size, Math.ceil(size * share))) };
  });
}

function parts(findings: readonly Finding[], mostTokens: number): Finding[][] {
  const found: Finding[][] = [];
  let open: Finding[] = [];
  let tokens = 0;
  for (const finding of findings) {
    const more = tokensOf(lineOf(finding, 1));
    if (open.length > 0 && (tokens + more > mostTokens || open.length >= mostFindingsAtOnce)) {
      found.push(open);
      open = [];
      tokens = 0;
    }
    open.push(finding);
    tokens += more;
  }
  return open.length === 0 ? found : [...found, open];
}

function lineOf({ kind, category, says, insight, evidence }: Finding, number: number): string {
  const quotes = evidence.slice(0, mostQuotes).map(({ quote }) => `<quote>${inTags(quote)}</quote>`);
  const about = insight === null ? '' : ` insight="${insight}"`;
  const clients = clientsOf(evidence).size;
  return `<finding n="${number}" kind="${kind}" category="${category}" clients="${clients}"${about}>${inTags(says)}${quotes.join('')}</finding>`;
}

export interface ReduceAsked {
  readonly group: FindingGroup;
  /** Insights whose guidance may be changed, and what exists besides near to the findings. */
  readonly existing: readonly NumberedInsight[];
  readonly nearby: readonly string[];
}

/** `rules`: the text of `resources/prompts/night-reduce.md`. */
export function reducePrompt(rules: string): NightPrompt<ReduceAsked> {
  return {
    version: promptVersion('night-reduce', rules),
    request: (asked) => {
      const room = 300 + tokensPerItem * asked.group.count + 160 * mostGuidance;
      return taskRequest(rules, taskOf(asked), room, 0.7);
    },
  };
}

function taskOf({ group, existing, nearby }: ReduceAsked): string {
  const { count, language, findings } = group;
  const known = existing.map(
    ({ number, text, guidance }) =>
      `<insight n="${number}">${inTags(text)}<guidance>${inTags(guidance)}</guidance></insight>`,
  );
  const near = nearby.map((text) => `<insight>${inTags(text.slice(0, 180))}</insight>`);
  return [
    `<task count="${count}" language="${language}">`,
    `<findings>\n${findings.map((one, at) => lineOf(one, at + 1)).join('\n')}\n</findings>`,
    `<existing>\n${[...known, ...near].join('\n') || 'nothing yet'}\n</existing>`,
    '</task>',
    `Write at most ${count} new insights, and better guidance for at most ${mostGuidance} of those in <existing>.`,
  ].join('\n');
}
