import { encodeEvent, listEvents, splitWords } from '../../src/demo/messages-wire.ts';
import { playFrames, serveRoutes, type Frame } from '../../src/demo/http-routes.ts';
import type { ChildMessage, Pace, ParentMessage } from './simulator.ts';

/** The Messages API in a process of its own, so that it shares no event loop with what is measured. */
let pace: Pace = { firstMs: 0, everyMs: 0, pieces: 3 };
let body: unknown;

const server = await serveRoutes(
  [
    {
      method: 'POST',
      path: '/v1/messages',
      async handle(exchange) {
        ({ body } = exchange);
        exchange.response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
        await playFrames(exchange, planFrames(pace), 'end');
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
function planFrames({ firstMs, everyMs, pieces }: Pace): Frame[] {
  const text = Array.from({ length: pieces }, (_, index) => `word${index} `).join('');
  const reply = {
    id: 'msg_bench',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text }] as const,
    stopReason: 'end_turn',
    prompt: { input: 900, cacheRead: 2_000, cacheWrite5m: 0, cacheWrite1h: 0 },
    outputTokens: pieces,
    thinkingTokens: 0,
  } as const;
  return listEvents(reply, splitWords).map((event, index) => ({
    bytes: encodeEvent(event),
    delayMs: index === 0 ? firstMs : event.type === 'content_block_delta' ? everyMs : 0,
  }));
}
