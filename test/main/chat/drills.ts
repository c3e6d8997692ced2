import type { FaultCode } from '../../../src/shared/fault.ts';
import type { ReplyOutcome, ReplyState } from '../../../src/shared/message.ts';
import type { Step } from '../../simulators/steps.ts';
import type { HarnessOptions } from './harness.ts';

/** The default models, as the requests name them. */
export const FAST = 'claude-haiku-5-5';
export const STRONG = 'claude-sonnet-5-5';
const ok = 'Certo, ti aiutiamo.';
export const reply: Step = { kind: 'reply', text: ok };
export const half = 'Le spiego subito';
/** SDK waits a few ms instead of half a second. */
const soon = { 'retry-after-ms': '5' };
const overloaded: Step = { kind: 'http', status: 529, headers: soon };
const fastIs = (step: Step): Step => ({
  kind: 'forever',
  step: (request) => {
    const chosen = request.model === FAST ? step : reply;
    if (typeof chosen === 'function' || chosen.kind === 'forever') throw new Error('plain steps only');
    return chosen;
  },
});
export const always = (step: Exclude<Step, { kind: 'forever' }>): Step => ({ kind: 'forever', step });

interface Drill {
  readonly title: string;
  readonly script: readonly Step[];
  readonly options?: HarnessOptions;
  readonly state: ReplyState;
  readonly outcome: ReplyOutcome;
  readonly fault: FaultCode | null;
  readonly text: string;
  /** Models of the requests that arrived, in order. */
  readonly asked: readonly string[];
}

const done = { state: 'draft', outcome: 'complete', fault: null, text: ok } as const;
const nothing = { state: 'failed', outcome: 'empty', text: '' } as const;
const kept = { state: 'draft', outcome: 'cut', text: half } as const;

/** What Claude or the network do, and what becomes of the reply. */
export const drills: readonly Drill[] = [
  { title: 'a plain answer is a draft', script: [reply], ...done, asked: [FAST] },
  {
    title: 'a plain answer is sent in direct mode',
    script: [reply],
    options: { settings: { replyMode: 'direct' } },
    ...done,
    state: 'sent',
    asked: [FAST],
  },
  {
    title: '429 with Retry-After is waited for',
    script: [{ kind: 'http', status: 429, headers: soon }, reply],
    ...done,
    asked: [FAST, FAST],
  },
  { title: '529 once is asked again', script: [overloaded, reply], ...done, asked: [FAST, FAST] },
  {
    title: '529 for ever on one model is answered by the other',
    script: [fastIs(overloaded)],
    ...done,
    asked: [FAST, FAST, FAST, STRONG],
  },
  {
    title: '529 for ever on both models is said',
    script: [always({ kind: 'http', status: 529, headers: soon })],
    ...nothing,
    fault: 'overloaded',
    asked: [FAST, FAST, FAST, STRONG, STRONG, STRONG],
  },
  {
    title: '500 for ever on both models is said',
    script: [always({ kind: 'http', status: 500, headers: soon })],
    ...nothing,
    fault: 'server_error',
    asked: [FAST, FAST, FAST, STRONG, STRONG, STRONG],
  },
  {
    title: 'a wait of Retry-After beyond the longest wait goes to the other model and names the reason',
    script: [always({ kind: 'http', status: 429, headers: { 'retry-after': '60' } })],
    options: { settings: { claude: { timeoutMs: 150 } } },
    ...nothing,
    fault: 'rate_limited',
    asked: [FAST, STRONG],
  },
  {
    title: '401 is not asked again',
    script: [{ kind: 'http', status: 401 }],
    ...nothing,
    fault: 'invalid_key',
    asked: [FAST],
  },
  {
    title: '400 is not asked again',
    script: [{ kind: 'http', status: 400 }],
    ...nothing,
    fault: 'bad_request',
    asked: [FAST],
  },
  {
    title: 'an error event after some text keeps the text',
    script: [{ kind: 'errorEventAfter', text: half }],
    ...kept,
    fault: 'overloaded',
    asked: [FAST],
  },
  {
    title: 'an error event before any text goes to the other model',
    script: [{ kind: 'errorEventAfter', text: '' }, reply],
    ...done,
    asked: [FAST, STRONG],
  },
  {
    title: 'a cut connection keeps the text',
    script: [{ kind: 'cutAfter', text: half }],
    ...kept,
    fault: 'stream_broken',
    asked: [FAST],
  },
  {
    title: 'a partial answer stays a draft in direct mode',
    script: [{ kind: 'cutAfter', text: half }],
    options: { settings: { replyMode: 'direct' } },
    ...kept,
    fault: 'stream_broken',
    asked: [FAST],
  },
  {
    title: 'a clean end too early keeps the text',
    script: [{ kind: 'endEarly', text: half }],
    ...kept,
    fault: 'stream_broken',
    asked: [FAST],
  },
  {
    title: 'an unreadable event keeps the text before it',
    script: [{ kind: 'malformedJson', text: half }],
    ...kept,
    fault: 'stream_broken',
    asked: [FAST],
  },
  {
    title: 'silence before the headers is asked of the other model',
    script: [{ kind: 'silence' }, reply],
    options: { settings: { claude: { timeoutMs: 150 } } },
    ...done,
    asked: [FAST, STRONG],
  },
  {
    title: 'silence of both models is a time-out',
    script: [always({ kind: 'silence' })],
    options: { settings: { claude: { timeoutMs: 150 } } },
    ...nothing,
    fault: 'timed_out',
    asked: [FAST, STRONG],
  },
  {
    title: 'a stall after the headers is asked of the other model',
    script: [{ kind: 'stallAfterHeaders' }, reply],
    ...done,
    asked: [FAST, STRONG],
  },
  {
    title: 'a stall of both models is said',
    script: [always({ kind: 'stallAfterHeaders' })],
    ...nothing,
    fault: 'stalled',
    asked: [FAST, STRONG],
  },
  {
    title: 'a stall in the middle keeps the text',
    script: [{ kind: 'stallAfter', text: half }],
    ...kept,
    fault: 'stalled',
    asked: [FAST],
  },
  {
    title: 'an answer that takes longer than the longest silence, but is never silent, is whole',
    script: [{ kind: 'reply', text: `${'parola '.repeat(14)}fine`, delayMs: 30 }],
    ...done,
    text: `${'parola '.repeat(14)}fine`,
    asked: [FAST],
  },
  {
    title: 'bytes that come one by one, cut inside characters, make a whole reply',
    script: [{ kind: 'slowBytes', text: 'Sì, è già così 🙏🏽 perché…', bytes: 1, delayMs: 0 }],
    ...done,
    text: 'Sì, è già così 🙏🏽 perché…',
    asked: [FAST],
  },
  {
    title: 'deltas that split a character in two make a whole reply',
    script: [{ kind: 'reply', text: 'Grazie 🙏🏽 a te 😊', chunkSizes: [1], delayMs: 1 }],
    ...done,
    text: 'Grazie 🙏🏽 a te 😊',
    asked: [FAST],
  },
  {
    title: 'a refusal without text fails',
    script: [{ kind: 'refusal' }],
    ...nothing,
    outcome: 'refused',
    fault: 'refused',
    asked: [FAST],
  },
  {
    title: 'a refusal after text keeps it as a draft',
    script: [{ kind: 'refusal', text: half }],
    options: { settings: { replyMode: 'direct' } },
    ...kept,
    outcome: 'refused',
    fault: 'refused',
    asked: [FAST],
  },
  {
    title: 'no text within the tokens is asked once more with more',
    script: [{ kind: 'maxTokensWithoutText' }, reply],
    ...done,
    asked: [FAST, FAST],
  },
  {
    title: 'no text within more tokens either is said',
    script: [always({ kind: 'maxTokensWithoutText' })],
    ...nothing,
    fault: 'out_of_tokens',
    asked: [FAST, FAST],
  },
  {
    title: 'a text cut by the token limit is a truncated draft',
    script: [{ kind: 'reply', text: 'parola '.repeat(200) }],
    options: { settings: { replyMode: 'direct', claude: { maxTokens: 64 } } },
    state: 'draft',
    outcome: 'truncated',
    fault: 'out_of_tokens',
    text: 'parola '.repeat(36).trim(),
    asked: [FAST],
  },
  {
    title: 'an answer without any text is asked of the other model',
    script: [{ kind: 'reply', text: '' }, reply],
    ...done,
    asked: [FAST, STRONG],
  },
  {
    title: 'an unknown tool is answered with an error and the reply goes on',
    script: [{ kind: 'toolUse', name: 'open_door', input: {} }, reply],
    ...done,
    asked: [FAST, FAST],
  },
  {
    title: 'texts before and after a tool stand apart',
    script: [
      { kind: 'toolUse', name: 'recall_messages', input: { query: 'visto' }, text: 'Un attimo.' },
      reply,
    ],
    ...done,
    text: `Un attimo.\n\n${ok}`,
    asked: [FAST, FAST],
  },
  {
    title: 'an endless tool loop ends after four rounds and one request without tools',
    script: [always({ kind: 'toolUse', name: 'recall_messages', input: { query: 'visto' } })],
    ...nothing,
    fault: 'tool_loop',
    asked: [FAST, FAST, FAST, FAST, FAST],
  },
  {
    title: 'a fault after a tool round falls back once and keeps the text of before',
    script: [
      { kind: 'toolUse', name: 'recall_messages', input: { query: 'visto' }, text: 'Un attimo.' },
      { kind: 'stallAfterHeaders' },
      reply,
    ],
    ...done,
    text: `Un attimo.\n\n${ok}`,
    asked: [FAST, FAST, STRONG],
  },
  {
    title: 'a web page instead of the API is a network fault',
    script: [{ kind: 'wrongContentType' }],
    ...nothing,
    fault: 'no_network',
    asked: [FAST],
  },
  {
    title: 'without a key nothing is asked',
    script: [],
    options: { hasKey: false },
    ...nothing,
    fault: 'no_key',
    asked: [],
  },
  {
    title: 'a wrong key is said',
    script: [],
    options: { apiKey: 'wrong' },
    ...nothing,
    fault: 'invalid_key',
    asked: [FAST],
  },
];
