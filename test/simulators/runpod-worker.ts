/** Which vLLM worker runs at the endpoint: v2.24 and later, up to v2.9, or the first of all. */
export type WorkerGeneration = 'new' | 'old' | 'first';

/** What the model says to one job, and how the job ends. */
export type JobEnd =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly finish?: 'stop' | 'length';
      /** As the worker puts a stream together: pieces, cut anywhere. */
      readonly isStreamed?: boolean;
    }
  /** COMPLETED all the same. */
  | { readonly kind: 'error'; readonly message: string; readonly type?: string }
  /** COMPLETED with this output, or with none. */
  | { readonly kind: 'output'; readonly output?: unknown }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'state'; readonly status: string };

interface Worker {
  readonly generation: WorkerGeneration;
  readonly model: string;
}

/** The chat that an input asks for, in any of its forms; null where there is none. */
export function chatOf(input: unknown): Record<string, unknown> | null {
  if (!isRecord(input)) return null;
  const { openai_route: route, openai_input: chat } = input;
  if (route === '/v1/chat/completions') return isRecord(chat) ? chat : null;
  const { messages, prompt, sampling_params: sampling } = input;
  if (messages === undefined && prompt === undefined) return null;
  return { messages, prompt, ...(isRecord(sampling) ? sampling : {}) };
}

/** What the worker hands back for a job: always a list of what its handler gave, but for the first generation. */
export function outputOf(worker: Worker, input: unknown, end: JobEnd): unknown {
  if (end.kind === 'output') return end.output;
  const chat = chatOf(input);
  const isRoute = isRecord(input) && input['openai_route'] !== undefined;
  const refusal = chat === null ? 'no messages' : refusalOf(worker, chat, isRoute);
  if (refusal !== null) return errorOutput(worker, isRoute, refusal, 'BadRequestError');
  if (end.kind === 'error') return errorOutput(worker, isRoute, end.message, end.type ?? 'worker_error');
  if (end.kind !== 'answer') return undefined;
  const tokens = { input: JSON.stringify(chat).length >> 2, output: Math.ceil(end.text.length / 4) };
  if (worker.generation === 'first')
    return { input_tokens: tokens.input, output_tokens: tokens.output, text: [end.text] };
  if (worker.generation === 'old' && !isRoute) return oldOutput(end.text, tokens, end.isStreamed === true);
  if (end.isStreamed) return rawEvents(worker.model, end, tokens);
  return [completion(worker.model, end, tokens)];
}

/** What breaks a generation: `response_format` in native sampling parameters, a route without a model. */
function refusalOf({ generation }: Worker, chat: Record<string, unknown>, isRoute: boolean): string | null {
  if (generation === 'new') return null;
  if (!isRoute && 'response_format' in chat)
    return "SamplingParams.__init__() got an unexpected keyword argument 'response_format'";
  if (isRoute && typeof chat['model'] !== 'string')
    return '1 validation error for ChatCompletionRequest\nmodel\n  Field required';
  return null;
}

function errorOutput({ generation }: Worker, isRoute: boolean, message: string, type: string): unknown {
  if (generation === 'new') return [{ error: { message, type, code: null } }];
  // Its route hands the error of vLLM on as it is.
  if (isRoute) return [{ object: 'error', message, type, param: null, code: 400 }];
  return [{ error: { object: 'error', message, type, param: null, code: 400 } }];
}

interface Tokens {
  readonly input: number;
  readonly output: number;
}

function oldOutput(text: string, tokens: Tokens, isStreamed: boolean): unknown {
  const batches = isStreamed ? (text.match(/[\s\S]{1,20}/g) ?? []) : [text];
  return batches.map((batch) => ({
    choices: [{ tokens: isStreamed ? (batch.match(/[\s\S]{1,4}/g) ?? []) : [batch] }],
    usage: tokens,
  }));
}

type Answered = Extract<JobEnd, { kind: 'answer' }>;

function completion(model: string, { text, finish = 'stop' }: Answered, tokens: Tokens): unknown {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_780_000_000,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
    usage: {
      prompt_tokens: tokens.input,
      completion_tokens: tokens.output,
      total_tokens: tokens.input + tokens.output,
    },
  };
}

/** Server-sent events as text, cut every 37 characters. */
function rawEvents(model: string, { text, finish = 'stop' }: Answered, tokens: Tokens): string[] {
  return (
    streamOf({ model, text, finish, tokens })
      .join('')
      .match(/[\s\S]{1,37}/g) ?? []
  );
}

interface Streamed {
  readonly model: string;
  readonly text: string;
  readonly finish: string | null;
  readonly tokens: Tokens | null;
}

/** The events of a streamed chat completion, one piece each; without `tokens` no usage is told. */
export function streamOf({ model, text, finish, tokens }: Streamed): string[] {
  const event = (body: object) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', model, ...body })}\n\n`;
  const delta = (content: object, end: string | null = null) =>
    event({ choices: [{ index: 0, delta: content, finish_reason: end }] });
  return [
    delta({ role: 'assistant', content: '' }),
    ...(text.match(/[\s\S]{1,12}/gu) ?? []).map((content) => delta({ content })),
    ...(finish === null ? [] : [delta({}, finish)]),
    ...(tokens === null
      ? []
      : [event({ choices: [], usage: { prompt_tokens: tokens.input, completion_tokens: tokens.output } })]),
    ...(finish === null ? [] : ['data: [DONE]\n\n']),
  ];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
