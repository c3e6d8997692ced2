import { z } from 'zod';
import { DeskError } from '../../shared/fault.ts';
import type { Language } from '../../shared/language.ts';
import type { Message, ToolCall, UsedFact } from '../../shared/message.ts';
import { recallMessages } from '../memory/recall.ts';
import { saveFact } from '../memory/memory.ts';
import { readConversation } from '../db/conversations.ts';
import { findLiveInsights } from '../db/insight-numbers.ts';
import type { ToolDefinition, ToolUse } from './claude-turn.ts';
import { escapeAttribute, escapeText, localMinute } from './escape.ts';
import { parseInsightId } from './insight-id.ts';
import type { ChatParts } from './ports.ts';
import { insightTag } from './prompt.ts';

/** What the tools of one reply work on. */
export interface ToolScene {
  readonly clientId: string;
  readonly language: Language;
  /** What was said, as in the prompt; a remembered fact must be in the client's words there. */
  readonly history: readonly Message[];
  /** Told of house facts that were looked up. */
  readonly onFacts: (facts: readonly UsedFact[]) => void;
  /** Told of insights that were opened. */
  readonly onInsights: (insightIds: readonly string[]) => void;
}

type Parts = Pick<ChatParts, 'db' | 'answers' | 'clock' | 'emit' | 'log'>;

interface Tool<In extends z.ZodType> {
  readonly description: string;
  readonly input: In;
  run(parts: Parts, scene: ToolScene, input: z.output<In>): Promise<string>;
}

const tool = <In extends z.ZodType>(definition: Tool<In>): Tool<In> => definition;

const RECALLED = 8;
const LOOKED_UP = 6;
const OPENED = 4;
/** Confidence of what Claude understood and the client said in these words; the consultant's own word is 1. */
const CLAUDE_CONFIDENCE = 0.8;

/** A letter or two stand in almost any message, and so are evidence of nothing. */
const QUOTE_CHARACTERS = 4;
const quoteRule = `The quote must have at least ${QUOTE_CHARACTERS} characters and a word of at least 3 letters: shorter ones prove nothing. Quote the words that state the fact.`;
const isTelling = (quote: string) =>
  quote.length >= QUOTE_CHARACTERS && /\p{L}{3}/u.test(quote.normalize('NFC'));

const query = z.object({ query: z.string().trim().min(1).max(300) });

const tools = {
  recall_messages: tool({
    description:
      'Searches older messages with this client, beyond the conversation you see. Use it when the client refers to something said before. The query is a few words in the language they would have been written in.',
    input: query,
    run: async ({ db }, { clientId, history }, input) => {
      const seen = new Set(history.map((message) => `${message.author} ${saidAt(message)}`));
      const found = recallMessages(db, clientId, input.query, RECALLED + history.length);
      const unseen = found.filter(({ author, at }) => !seen.has(`${author} ${at}`)).slice(0, RECALLED);
      if (unseen.length === 0) return 'No older message matches.';
      return unseen
        .map(
          ({ author, at, text }) =>
            `<past_message author="${author}" at="${localMinute(at)}">${escapeText(text)}</past_message>`,
        )
        .join('\n');
    },
  }),
  look_up_house_facts: tool({
    description:
      'Looks up what the office may say about its services: prices, durations, documents, opening hours. Use it before you name any figure that is not in the context.',
    input: query,
    run: async ({ answers }, { language, onFacts }, input) => {
      const facts = await answers.lookUpFacts(input.query, language, LOOKED_UP);
      onFacts(facts);
      if (facts.length === 0) return 'There is no house fact on this. Do not guess: say that you will check.';
      return facts
        .map(
          ({ topic, value }) =>
            `<house_fact topic="${escapeAttribute(topic)}">${escapeText(value)}</house_fact>`,
        )
        .join('\n');
    },
  }),
  open_insights: tool({
    description:
      'Opens insights of the catalogue in full: what the signal means and how to answer. Use it when a line of the catalogue fits the message and says too little. `ids` are ids of the catalogue.',
    input: z.object({ ids: z.array(z.string().trim().min(1).max(12)).min(1).max(OPENED) }),
    run: async ({ db }, { onInsights }, { ids }) => {
      const numbers = ids.map(parseInsightId);
      const found = findLiveInsights(
        db,
        numbers.filter((number) => number !== null),
      );
      onInsights([...found.values()].map(({ insightId }) => insightId));
      return ids
        .map((id, place) => {
          const insight = found.get(numbers[place] ?? 0);
          if (insight) return insightTag({ ...insight, id });
          return `There is no insight ${escapeText(id)} to use: it may have been withdrawn. Do not use it.`;
        })
        .join('\n');
    },
  }),
  remember_fact: tool({
    description:
      'Remembers a plain, lasting fact the client has just stated about themselves (a passport expiry, a spouse, a company name). Not for moods, guesses or questions. `topic` is a short snake_case key in English, `quote` the exact words of the client.',
    input: z.object({
      topic: z.string().trim().min(1).max(80),
      value: z.string().trim().min(1).max(500),
      quote: z.string().trim().max(500).refine(isTelling, quoteRule),
    }),
    run: async ({ db, clock, emit }, { clientId, history }, { topic, value, quote }) => {
      const source = history.findLast(
        (message) => message.author === 'client' && squeeze(message.text).includes(squeeze(quote)),
      );
      if (!source)
        throw new DeskError('bad_input', 'The client did not write these words; nothing was kept.');
      if (readConversation(db, clientId, source.conversationId).isTemporary)
        throw new DeskError('conflict', 'This conversation is temporary: nothing of it is remembered.');
      const evidence = { quote, messageId: source.id, at: source.createdAt };
      saveFact(db, clock, {
        clientId,
        topic,
        value,
        author: 'claude',
        confidence: CLAUDE_CONFIDENCE,
        evidence,
      });
      emit('memory:changed', { clientId });
      return REMEMBERED;
    },
  }),
};

/** The tools as the model is told of them; always the same, so that the cached prefix holds. */
export const toolDefinitions: readonly ToolDefinition[] = Object.entries(tools).map(([name, definition]) => {
  const { $schema: _, ...inputSchema } = z.toJSONSchema(definition.input);
  return { name, description: definition.description, inputSchema };
});

/** Whether a call of this tool would change what is remembered. */
export const wouldRemember = ({ name }: ToolUse): boolean =>
  name === ('remember_fact' satisfies keyof typeof tools);

/** What the model is told when it was taken note of. */
const REMEMBERED = 'Remembered.';

/** Stands in for a tool that must not be run, so that the model goes on as if it had been. */
export const notRun = { output: REMEMBERED, isError: false } as const;

/** Runs one tool for the model. Never rejects: what went wrong is the output, marked as an error. */
export async function callTool(parts: Parts, scene: ToolScene, use: ToolUse): Promise<ToolCall> {
  const startedAt = performance.now();
  const { output, isError } = await attempt(parts, scene, use);
  return { name: use.name, input: use.input, output, isError, ms: performance.now() - startedAt };
}

async function attempt(
  parts: Parts,
  scene: ToolScene,
  use: ToolUse,
): Promise<{ output: string; isError: boolean }> {
  const found = Object.entries(tools).find(([name]) => name === use.name)?.[1] as Tool<z.ZodType> | undefined;
  if (!found) return { output: `There is no tool of this name.`, isError: true };
  const parsed = found.input.safeParse(use.input);
  if (!parsed.success) return { output: `Wrong input: ${z.prettifyError(parsed.error)}`, isError: true };
  try {
    return { output: await found.run(parts, scene, parsed.data), isError: false };
  } catch (error) {
    if (error instanceof DeskError) return { output: error.message, isError: true };
    parts.log.error(
      { tool: use.name, error: error instanceof Error ? error.name : typeof error },
      'tool failed',
    );
    return { output: 'The tool failed; go on without it.', isError: true };
  }
}

/** The time a recalled message carries. */
function saidAt(message: Message): number {
  return message.author === 'desk' ? (message.sentAt ?? message.createdAt) : message.createdAt;
}

function squeeze(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
