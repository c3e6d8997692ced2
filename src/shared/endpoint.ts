/** Where LLaMA runs: RunPod's serverless queue, or any server that speaks OpenAI's chat completions. */
export const endpointKinds = ['runpod', 'openai'] as const;
export type EndpointKind = (typeof endpointKinds)[number];

/** What can go wrong with an endpoint; translated under `endpointFault.<code>`. */
export const llamaFaultCodes = [
  'not_set',
  'unauthorized',
  'not_found',
  'too_large',
  'rate_limited',
  'busy',
  'no_workers',
  'refused',
  'timeout',
  'unreachable',
  'malformed',
  'empty',
  'worker_failed',
  'server_error',
  'cancelled',
] as const;
export type LlamaFaultCode = (typeof llamaFaultCodes)[number];

/** What answers at an endpoint, or in words why nothing does. */
export type EndpointReport =
  | {
      readonly ok: true;
      readonly kind: EndpointKind;
      /** Null while nothing is awake to say it. */
      readonly model: string | null;
      /** Time of a short answer; of the endpoint's own state while no worker is awake. */
      readonly latencyMs: number;
      /** Requests there, ours and those of others; null where the endpoint does not say. */
      readonly queue: { readonly waiting: number; readonly running: number } | null;
      /** No worker is awake: the first request wakes one, which takes minutes. */
      readonly isAsleep: boolean;
    }
  | {
      readonly ok: false;
      readonly kind: EndpointKind;
      readonly fault: LlamaFaultCode;
      /** What was wrong, where, and what to do. */
      readonly message: string;
    };

/** The variables of the environment that stand before the settings. */
export const endpointVariables = ['JIWA_LLAMA_KIND', 'JIWA_LLAMA_URL', 'JIWA_LLAMA_MODEL'] as const;
export type EndpointVariable = (typeof endpointVariables)[number];
