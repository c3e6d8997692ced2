import { onTestFinished } from 'vitest';
import type { Client } from '../../../src/shared/client.ts';
import type { Emit, Events } from '../../../src/shared/events.ts';
import type { Timeline } from '../../../src/shared/ipc.ts';
import type { Reply } from '../../../src/shared/message.ts';
import { applyPatch, defaultSettings, type SettingsPatch } from '../../../src/shared/settings.ts';
import { openChat, type Chat } from '../../../src/main/chat/chat.ts';
import { openClaude } from '../../../src/main/chat/claude.ts';
import type { AnswerSource, InsightSource, Learning } from '../../../src/main/chat/ports.ts';
import type { Db } from '../../../src/main/db/db.ts';
import {
  aClient,
  openTestDb,
  recordingLog,
  testClock,
  type LogLine,
  type TestClock,
} from '../../fixtures/desk.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../../simulators/anthropic.ts';
import type { Step } from '../../simulators/steps.ts';

export const RULES = 'The stable rules.';
export const CHECK_RULES = 'The rules of a check.';
const noInsights: InsightSource = { retrieve: async () => [] };
const noLearning: Learning = { ended: () => undefined, unwanted: () => undefined };
const noAnswers: AnswerSource = {
  match: async () => ({ kind: 'miss' }),
  factsFor: () => [],
  lookUpFacts: () => [],
};

interface Told {
  readonly name: keyof Events;
  readonly value: Events[keyof Events];
}

export interface ChatHarness {
  readonly chat: Chat;
  readonly db: Db;
  readonly dir: string;
  readonly clock: TestClock;
  readonly client: Client;
  readonly simulator: AnthropicSimulator;
  readonly told: Told[];
  readonly lines: LogLine[];
  /** Everything `reply:streamed` said of a reply, put together. */
  shown(replyId: string): string;
  /** Receives one message and waits for the end of its reply. */
  answer(text?: string): Promise<Reply>;
  /** Resolves with the first `reply:streamed` of which `isIt` holds. */
  streamed(isIt?: (value: Events['reply:streamed']) => boolean): Promise<Events['reply:streamed']>;
}

export interface HarnessOptions {
  readonly script?: readonly Step[];
  readonly settings?: SettingsPatch;
  readonly answers?: Partial<AnswerSource>;
  readonly knowledge?: InsightSource;
  readonly learning?: Learning;
  /** False: there is no key. */
  readonly hasKey?: boolean;
  /** Instead of the simulator's. */
  readonly baseUrl?: string;
  readonly apiKey?: string;
  /** Of the simulator's prompt cache. */
  readonly minimumCacheTokens?: number;
}

/** The real pipeline on a real database, talking to the simulator over HTTP with short waits. */
export async function startChat(options: HarnessOptions = {}): Promise<ChatHarness> {
  const simulator = await startAnthropicSimulator({
    key: 'test-key',
    script: options.script ?? [],
    minimumCacheTokens: options.minimumCacheTokens ?? 0,
  });
  const files = openTestDb();
  const { db, dir } = files;
  const clock = testClock();
  const { log, lines } = recordingLog();
  const told: Told[] = [];
  const listeners = new Set<(value: Events['reply:streamed']) => void>();
  const emit: Emit = (name, value) => {
    told.push({ name, value });
    if (name === 'reply:streamed') for (const listen of listeners) listen(value as Events['reply:streamed']);
  };
  const settings = applyPatch(defaultSettings, {
    ...options.settings,
    claude: { timeoutMs: 3_000, stallMs: 250, ...options.settings?.claude },
  });
  const claude = openClaude({
    baseUrl: options.baseUrl ?? simulator.url,
    apiKey: options.apiKey ?? 'test-key',
    timeoutMs: settings.claude.timeoutMs,
    stallMs: settings.claude.stallMs,
    log,
  });
  const chat = openChat({
    db,
    knowledge: options.knowledge ?? noInsights,
    answers: { ...noAnswers, ...options.answers },
    claude: () => (options.hasKey === false ? null : claude),
    settings: () => settings,
    clock,
    log,
    emit,
    rules: RULES,
    checkRules: CHECK_RULES,
    learning: options.learning ?? noLearning,
    screenLanguage: () => 'it',
  });
  onTestFinished(async () => {
    await chat.close();
    await simulator.close();
    files.cleanUp();
  });
  const client = aClient(db, { name: 'Giulia Ferri', language: 'it' });
  return {
    chat,
    db,
    dir,
    clock,
    client,
    simulator,
    told,
    lines,
    shown: (replyId) =>
      told
        .filter(
          ({ name, value }) => name === 'reply:streamed' && 'replyId' in value && value.replyId === replyId,
        )
        .map(({ value }) => (value as Events['reply:streamed']).appended)
        .join(''),
    answer: (text = 'Ciao, una domanda') =>
      chat.finished(chat.receive({ clientId: client.id, text, channel: 'whatsapp' }).reply.id),
    streamed: (isIt = () => true) =>
      new Promise((resolve) => {
        const listen = (value: Events['reply:streamed']) => {
          if (!isIt(value)) return;
          listeners.delete(listen);
          resolve(value);
        };
        listeners.add(listen);
      }),
  };
}

/** Texts of the user and assistant turns of one recorded request. */
export function turnTexts(simulator: AnthropicSimulator, index: number): string[] {
  const turns = simulator.requests[index]?.messages?.messages ?? [];
  return turns.map(({ content }) =>
    typeof content === 'string'
      ? content
      : content.map((block) => (block.type === 'text' ? block.text : `[${block.type}]`)).join(''),
  );
}

export function timelineOf(desk: ChatHarness): Timeline {
  return desk.chat.readTimeline({ clientId: desk.client.id, beforeId: null, limit: 100 });
}

/** The client's texts and the states of the replies, in order. */
export function statesOf(desk: ChatHarness): string[] {
  return timelineOf(desk).messages.map((message) =>
    message.author === 'client' ? message.text : message.state,
  );
}
