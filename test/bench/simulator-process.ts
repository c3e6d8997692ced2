import { encodeEvent, listEvents, splitWords } from '../../src/demo/messages-wire.ts';
import { playFrames, serveRoutes, type Frame } from '../../src/demo/http-routes.ts';
import type { PromptRequest } from '../../src/demo/messages-request.ts';
import { createPromptCache, type PromptUsage } from '../../src/demo/usage.ts';
import type { ChildMessage, Pace, ParentMessage } from './simulator.ts';

/** The Messages API in a process of its own, so that it shares no event loop with what is measured. */
let pace: Pace = { firstMs: 0, everyMs: 0, pieces: 3 };
let body: unknown;
/** The least prefix is that of most models of the service. */
const cache = createPromptCache({ now: Date.now, minimumTokens: 1_024 });
const usual: PromptUsage = { input: 900, cacheRead: 2_000, cacheWrite5m: 0, cacheWrite1h: 0 };

const server = await serveRoutes(
  [
    {
      method: 'POST',
      path: '/v1/messages',
      async handle(exchange) {
        ({ body } = exchange);
        exchange.response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
        const prompt = pace.hasCache ? cache.account(body as PromptRequest) : usual;
        await playFrames(exchange, planFrames(pace, prompt), 'end');
      },
    },
  ],
  0,
);

process.on('message', (message: ParentMessage) => {
  if (message.kind === 'pace') ({ pace } = message);
  tell(message.kind === 'pace' ? { kind: 'paced' } : { kind: 'body', body });
});
process.once('disconnect', () => void server.close());
tell({ kind: 'ready', url: server.url });

function tell(message: ChildMessage): void {
  process.send?.(message);
}

/** The wait of the model comes before the first event; the pieces of text follow at their pace. */
function planFrames({ firstMs, everyMs, pieces }: Pace, prompt: PromptUsage): Frame[] {
  const text = Array.from({ length: pieces }, (_, index) => `word${index} `).join('');
  const reply = {
    id: 'msg_bench',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text }] as const,
    stopReason: 'end_turn',
    prompt,
    outputTokens: pieces,
    thinkingTokens: 0,
  } as const;
  return listEvents(reply, splitWords).map((event, index) => ({
    bytes: encodeEvent(event),
    delayMs: index === 0 ? firstMs : event.type === 'content_block_delta' ? everyMs : 0,
  }));
}
