import { playFrames, sendJson, type Exchange, type Route } from '../http-routes.ts';
import { analysisTask } from './analysis.ts';
import { answersTask } from './answers.ts';
import { chatRequestSchema, taskNameOf, type ChatRequest } from './chat-request.ts';
import { demoModel, toCompletion, toFrames, type Said } from './chat-wire.ts';
import { insightsTask } from './insights.ts';
import { nightTasks } from './night.ts';
import { proposalsTask } from './proposals.ts';
import { tell } from './mishaps.ts';
import type { Chance, DemoTask } from './task.ts';

export interface DemoLlamaOptions {
  /** Milliseconds per word of the other model; this one writes longer. 0 sends everything at once. */
  readonly pace: number;
  /** Absent = no two starts of the demo are alike. */
  readonly chance?: Chance;
}

/** Where the endpoint is, on the demo's server. */
export const demoLlamaPath = '/llama/v1';

/** LLaMA as the demo has it: an OpenAI-compatible endpoint with an example for each task of offline work, and no model. */
export function llamaRoutes({ pace, chance = Math.random }: DemoLlamaOptions): Route[] {
  const tasks: readonly DemoTask[] = [
    insightsTask(chance),
    answersTask(chance),
    analysisTask,
    proposalsTask,
    ...nightTasks,
  ];
  return [
    {
      method: 'GET',
      path: `${demoLlamaPath}/models`,
      handle: (exchange) =>
        sendJson(exchange, 200, { object: 'list', data: [{ id: demoModel, object: 'model' }] }),
    },
    {
      method: 'POST',
      path: `${demoLlamaPath}/chat/completions`,
      handle: (exchange) => answerChat(exchange, { tasks, pace, chance }),
    },
  ];
}

interface Llama {
  readonly tasks: readonly DemoTask[];
  readonly pace: number;
  readonly chance: Chance;
}

async function answerChat(exchange: Exchange, llama: Llama): Promise<void> {
  const parsed = chatRequestSchema.safeParse(exchange.body);
  if (!parsed.success) return refuse(exchange, 'It is no chat completion.');
  const request = parsed.data;
  const said = sayTo(request, llama);
  if (said === null)
    return refuse(exchange, `The demo has no example for the task ${taskNameOf(request) ?? ''}.`);
  if (request.stream !== true) return sendJson(exchange, 200, toCompletion(request, said));
  exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  await playFrames(exchange, toFrames(request, said, llama.pace), 'end');
}

function sayTo(request: ChatRequest, { tasks, chance }: Llama): Said | null {
  const name = taskNameOf(request);
  if (name === null) return { text: 'ready', isCut: false };
  const items = tasks.find((task) => task.name === name)?.compose(request) ?? null;
  return items === null ? null : tell(items, chance);
}

function refuse(exchange: Exchange, message: string): void {
  sendJson(exchange, 400, { error: { message, type: 'BadRequestError', code: 400 } });
}
