import type { EndpointKind, EndpointReport } from '../../shared/endpoint.ts';
import type { LlamaFault } from './fault.ts';

interface LlamaMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A shape the answer must have; servers that can are held to it, the others read it in the prompt. */
export interface LlamaSchema {
  readonly name: string;
  readonly jsonSchema: object;
}

export interface LlamaRequest {
  readonly messages: readonly LlamaMessage[];
  readonly maxTokens: number;
  readonly temperature: number;
  readonly schema?: LlamaSchema;
}

export interface LlamaReply {
  readonly text: string;
  readonly model: string | null;
  /** The answer reached `maxTokens`: its end is missing. */
  readonly isCut: boolean;
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | null;
  /** Time on the GPU, where the endpoint says it. */
  readonly gpuMs: number | null;
  /** Time in the queue, a cold start included; null where nobody says it. */
  readonly waitedMs: number | null;
}

/** `submitted`: to be collected by its id. `done`: answered in one go. */
export type Started =
  | { readonly state: 'submitted'; readonly remoteId: string }
  | { readonly state: 'done'; readonly reply: LlamaReply };

/** What became of a submitted request. `failed`: it ended without an answer. `gone`: expired, or never known there. */
export type RemoteState =
  | { readonly state: 'waiting'; readonly phase: 'queued' | 'running' }
  | { readonly state: 'done'; readonly reply: LlamaReply }
  | { readonly state: 'failed'; readonly fault: LlamaFault }
  | { readonly state: 'gone' };

export interface TestManner {
  readonly wakes: boolean;
}

/** Where LLaMA runs. What it throws is a LlamaFault, or the signal's reason when that aborts. */
export interface Endpoint {
  readonly kind: EndpointKind;
  /** Hands a request over. A fault that says `mayHaveArrived` may have left a request there that nobody can collect. */
  start(request: LlamaRequest, signal: AbortSignal): Promise<Started>;
  /** Looks after a submitted request once. Throws where the endpoint cannot be asked: the request is still there then. */
  collect(remoteId: string, signal: AbortSignal): Promise<RemoteState>;
  /** Takes a request back. One that ended, or is not known there, is taken back already. */
  cancel(remoteId: string): Promise<void>;
  /** What answers there. Never throws a LlamaFault: it is the report. What sleeps is woken, and paid, only where it is said. */
  test(signal: AbortSignal, how?: TestManner): Promise<EndpointReport>;
}
