import type {
  Endpoint,
  LlamaReply,
  LlamaRequest,
  RemoteState,
  Started,
} from '../../../src/main/llama/endpoint.ts';
import type { EndpointInUse } from '../../../src/main/jobs/endpoint-in-use.ts';

export const request: LlamaRequest = {
  messages: [{ role: 'user', content: 'Write about Nyepi.' }],
  maxTokens: 100,
  temperature: 0.7,
};

export const replyTo = (text: string): LlamaReply => ({
  text,
  model: 'llama-test',
  isCut: false,
  usage: { inputTokens: 10, outputTokens: 20 },
  gpuMs: 1_500.4,
  waitedMs: 10,
});

/** What a call does instead of what it would: throws, hangs, answers otherwise. */
type Turn<T> = () => T | Promise<T>;

export interface FakeEndpoint extends Endpoint {
  /** Every request that was taken, by the id it was given. */
  readonly taken: Map<string, { readonly text: string; looks: number; isCancelled: boolean }>;
  /** The next calls, one each; after that they go as usual. */
  readonly starts: Turn<Started>[];
  readonly looks: Turn<RemoteState>[];
  readonly cancels: Turn<void>[];
  /** Takes a request as usual, for a turn that then goes wrong. */
  take(request: LlamaRequest): string;
  /** The endpoint as the settings have it. */
  readonly inUse: EndpointInUse;
}

/** An endpoint in memory that counts. A request is answered when it was looked after `after` times. */
export function fakeEndpoint({ after = 1, atOnce = 4, id = 'runpod:fake' } = {}): FakeEndpoint {
  const taken: FakeEndpoint['taken'] = new Map();
  const endpoint: FakeEndpoint = {
    kind: 'runpod',
    taken,
    starts: [],
    looks: [],
    cancels: [],
    take(asked) {
      const remoteId = `remote-${taken.size + 1}`;
      taken.set(remoteId, { text: asked.messages.at(-1)?.content ?? '', looks: 0, isCancelled: false });
      return remoteId;
    },
    async start(asked) {
      const turn = endpoint.starts.shift();
      return turn ? turn() : { state: 'submitted', remoteId: endpoint.take(asked) };
    },
    async collect(remoteId) {
      const turn = endpoint.looks.shift();
      if (turn) return turn();
      const found = taken.get(remoteId);
      if (!found) return { state: 'gone' };
      found.looks += 1;
      if (found.looks < after) return { state: 'waiting', phase: found.looks === 1 ? 'queued' : 'running' };
      return { state: 'done', reply: replyTo(found.text) };
    },
    async cancel(remoteId) {
      await endpoint.cancels.shift()?.();
      const found = taken.get(remoteId);
      if (found) found.isCancelled = true;
    },
    test: () => Promise.reject(new Error('Nobody tests a fake.')),
    inUse: {
      id,
      get endpoint() {
        return endpoint;
      },
      atOnce,
      costOf: () => 0.5,
    },
  };
  return endpoint;
}
