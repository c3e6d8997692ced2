import { importInsights } from '../../src/main/knowledge/exchange.ts';
import { readMetric } from '../../src/main/db/metrics.ts';
import { fillWithMessages } from '../fixtures/many-messages.ts';
import { openBareSdk } from './bare-sdk.ts';
import { inventInsights } from './invented-insights.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { personalMessages } from './messages.ts';
import { openPlace, type Place } from './place.ts';
import { watchRequests, type RequestWatch } from './requests.ts';
import { inTurn, sample } from './sampling.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const REPLIES = 200;
const WARMUP = 20;
const LONG_CHATS = 40;
/** All local work of a message together, at 10,000 insights. */
const LIMIT = { of: 'p95', atMost: 10 } as const;

/** What a reply costs besides Claude: from the client's message to the request on its way. */
export const local: Measure = {
  name: 'local',
  title: 'Local overhead of a reply (all but Claude)',
  async run() {
    const simulator = await startSimulator({ firstMs: 0, everyMs: 0, pieces: 3 });
    const requests = watchRequests();
    const place = await openPlace({ baseUrl: simulator.url });
    try {
      const stage = { simulator, requests, place };
      const short = await measure(stage, 'starter pack', () => place.newClient().id);
      const { clientIds } = fillWithMessages(place.core.db, {
        clients: LONG_CHATS,
        messages: LONG_CHATS * 200,
      });
      const long = await measure(stage, 'starter pack, 200 earlier messages', inTurn(clientIds));
      importInsights(place.core.db, place.core.clock, inventInsights(10_000), 'import');
      await place.core.knowledge.rebuild();
      const many = await measure(stage, '10,000 insights', () => place.newClient().id);
      const both = await measure(stage, '10,000 insights, 200 earlier messages', inTurn(clientIds));
      return [...short, ...long, ...many, ...both];
    } finally {
      requests.stop();
      await place.close();
      await simulator.close();
    }
  },
};

interface Stage {
  readonly simulator: Simulator;
  readonly requests: RequestWatch;
  readonly place: Place;
}

async function measure(stage: Stage, what: string, nextClient: () => string): Promise<Row[]> {
  const { simulator, requests, place } = stage;
  const { chat, db } = place.core;
  const nextText = inTurn(personalMessages);
  const since = Date.now();
  const product = async () => {
    const message = { clientId: nextClient(), text: nextText(), channel: 'whatsapp' } as const;
    const leaving = requests.next();
    const startedAt = performance.now();
    const { reply } = chat.receive(message);
    const ended = chat.finished(reply.id);
    const left = await Promise.race([leaving, ended.then(() => null)]);
    const { state, text } = await ended;
    if (left === null) throw new Error('A reply was made without Claude.');
    if (state !== 'draft') throw new Error(`A reply ended as "${state}".`);
    // Sent, as a consultant would: unsent drafts would leave their messages waiting for the next one.
    chat.send(reply.id, text);
    return { overriddenDuration: left - startedAt };
  };
  const sdk = openBareSdk(simulator.url);
  const once = { iterations: REPLIES, time: 0, warmup: WARMUP };
  const { product: whole } = await sample({ product }, once);
  const body = await simulator.lastBody();
  const { bare } = await sample(
    {
      bare: async () => {
        const leaving = requests.next();
        const startedAt = performance.now();
        const ended = sdk.ask(body);
        const leftAt = await leaving;
        await ended;
        return { overriddenDuration: leftAt - startedAt };
      },
    },
    once,
  );
  const inside = readMetric(db, 'local_ms', since).slice(WARMUP);
  const reference = { what: 'bare SDK, same request', samples: bare };
  return [
    toRow(`${what}: message to request leaving`, whole, { reference, limit: LIMIT }),
    toRow(
      `${what}: the product's own local_ms`,
      inside.map(({ value }) => value),
    ),
  ];
}
