/**
 * The work's result, or the signal's reason as soon as it aborts; the work is left then. For requests, whose own signal is not enough: in
 * Node 18 a request forgets its signal when memory is collected.
 */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // What is left may fail unheard.
  work.catch(() => undefined);
  signal.throwIfAborted();
  const heard = new AbortController();
  const left = new Promise<never>((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true, signal: heard.signal });
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    heard.abort();
  }
}

/** The pieces of a body as they come. Lets go of the connection when it ends, also by the signal, with whose reason it then throws. */
export async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await unlessAborted(reader.read(), signal);
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** `send`, left as soon as a request's signal aborts, in the middle of the answer's body too. */
export function leavableFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal;
    if (!signal) return send(input, init);
    const response = await unlessAborted(send(input, init), signal);
    return response.body ? new Response(leavableBody(response.body, signal), response) : response;
  };
}

function leavableBody(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await unlessAborted(reader.read(), signal);
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        void reader.cancel().catch(() => undefined);
        throw error;
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** A signal that aborts after `ms` with a TimeoutError, or with `outer` and its reason; `end` lets go of both. (Node 18 has no AbortSignal.any.) */
export function startLimit(ms: number, outer: AbortSignal | undefined) {
  const controller = new AbortController();
  const give = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('No answer', 'TimeoutError')), ms);
  outer?.addEventListener('abort', give, { once: true });
  if (outer?.aborted) give();
  const end = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', give);
  };
  return { signal: controller.signal, end };
}
