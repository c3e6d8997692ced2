import type { MessagesRequest } from '../../src/demo/messages-request.ts';

/**
 * What the simulator does with one request. Where a request is not streamed, an interruption falls in the middle of
 * the JSON body instead, and `errorEventAfter` becomes an error status.
 */
export type Action =
  /** A text in pieces: by words, or by `chunkSizes` characters (the last size repeats). */
  | {
      readonly kind: 'reply';
      readonly text: string;
      readonly thinking?: string;
      readonly chunkSizes?: readonly number[];
      readonly delayMs?: number;
    }
  /** A tool call, after an optional text. The name need not be one that was offered. */
  | {
      readonly kind: 'toolUse';
      readonly name: string;
      readonly input: Readonly<Record<string, unknown>>;
      readonly text?: string;
    }
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly errorType?: string;
      readonly message?: string;
    }
  /** Some text, then `event: error`. */
  | { readonly kind: 'errorEventAfter'; readonly text: string; readonly errorType?: string }
  /** Some text, then the socket is destroyed. */
  | { readonly kind: 'cutAfter'; readonly text: string }
  /** Some text, then a clean end without message_stop. */
  | { readonly kind: 'endEarly'; readonly text: string }
  /** Nothing at all, not even headers. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'stallAfterHeaders' }
  | { readonly kind: 'stallAfter'; readonly text: string }
  /** A whole reply cut at every `bytes` bytes, also inside an event and inside a multi-byte character. */
  | { readonly kind: 'slowBytes'; readonly text: string; readonly bytes?: number; readonly delayMs?: number }
  | { readonly kind: 'refusal'; readonly text?: string }
  /** The whole token budget goes into thinking: stop_reason max_tokens and no text. */
  | { readonly kind: 'maxTokensWithoutText'; readonly thinking?: string }
  /** 200 with a page of HTML, as a captive portal gives. */
  | { readonly kind: 'wrongContentType' }
  /** Some text, then an event whose data is not JSON. */
  | { readonly kind: 'malformedJson'; readonly text: string };

type ChoosingStep = (request: MessagesRequest) => Action;

/** One entry of a script: done for one request, chosen by the request, or kept for every further request. */
export type Step = Action | ChoosingStep | { readonly kind: 'forever'; readonly step: Action | ChoosingStep };

const defaultAction: Action = { kind: 'reply', text: 'This is the reply of the simulator.' };

/** What a check of a prepared answer is answered with. */
export function verdict(kind: 'confirmed' | 'doubtful', reason = 'It fits.', delayMs = 0): Action {
  return { kind: 'reply', text: JSON.stringify({ verdict: kind, reason }), delayMs };
}

/** Takes the steps of a script in order; an empty script gives `usual`. */
export function createScript(initial: readonly Step[], usual: Action = defaultAction) {
  const steps = [...initial];
  return {
    enqueue(...more: readonly Step[]): void {
      steps.push(...more);
    },
    clear(): void {
      steps.length = 0;
    },
    get remaining(): number {
      return steps.length;
    },
    next(request: MessagesRequest): Action {
      const step = steps[0];
      if (step === undefined) return usual;
      if (typeof step !== 'function' && step.kind === 'forever') return choose(step.step, request);
      steps.shift();
      return choose(step, request);
    },
  };
}

function choose(step: Action | ChoosingStep, request: MessagesRequest): Action {
  return typeof step === 'function' ? step(request) : step;
}
