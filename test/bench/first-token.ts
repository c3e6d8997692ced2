import { fillWithMessages } from '../fixtures/many-messages.ts';
import { openBareSdk, type BareSdk } from './bare-sdk.ts';
import { toRow, type Measure } from './measure.ts';
import { personalMessages } from './messages.ts';
import { openPlace, type Place } from './place.ts';
import { inTurn } from './sampling.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const PAIRS = 120;
const WARMUP = 15;
/** A fast model's usual wait before its first token, ms. */
const REALISTIC_MS = 300;

/** The same request through the product and through the bare SDK, in turn, to the same simulator. */
export const firstToken: Measure = {
  name: 'first-token',
  title: 'Time to first token through the product and through the bare SDK',
  async run() {
    const simulator = await startSimulator({ firstMs: 0, everyMs: 0, pieces: 3 });
    const place = await openPlace({ baseUrl: simulator.url });
    try {
      const clients = 2 * (PAIRS + WARMUP);
      const { clientIds } = fillWithMessages(place.core.db, { clients, messages: clients * 20, facts: 4 });
      const stage = { simulator, place, sdk: openBareSdk(simulator.url), nextClient: inTurn(clientIds) };
      await runPairs(stage, WARMUP);
      const direct = await runPairs(stage, PAIRS);
      await simulator.setPace({ firstMs: REALISTIC_MS, everyMs: 0, pieces: 3 });
      const realistic = await runPairs(stage, PAIRS);
      return [
        toRow(`first token after ${REALISTIC_MS} ms`, realistic.product, {
          reference: { what: 'bare SDK', samples: realistic.bare },
          limit: { of: 'ratio', atMost: 1.05 },
        }),
        toRow(
          `first token after ${REALISTIC_MS} ms: product − bare SDK, pair by pair`,
          differences(realistic),
        ),
        toRow('first token at once', direct.product, {
          reference: { what: 'bare SDK', samples: direct.bare },
        }),
        toRow('first token at once: product − bare SDK, pair by pair', differences(direct)),
      ];
    } finally {
      await place.close();
      await simulator.close();
    }
  },
};

interface Stage {
  readonly simulator: Simulator;
  readonly place: Place;
  readonly sdk: BareSdk;
  readonly nextClient: () => string;
}

interface Pairs {
  readonly product: number[];
  readonly bare: number[];
}

/** The two take turns in going first, so that neither always finds the warmer machine. */
async function runPairs(stage: Stage, count: number): Promise<Pairs> {
  const nextText = inTurn(personalMessages);
  const pairs: Pairs = { product: [], bare: [] };
  await throughProduct(stage, nextText());
  for (let pair = 0; pair < count; pair += 1) {
    const body = await stage.simulator.lastBody();
    if (pair % 2 === 0) pairs.bare.push(await throughSdk(stage, body));
    pairs.product.push(await throughProduct(stage, nextText()));
    if (pair % 2 === 1) pairs.bare.push(await throughSdk(stage, body));
  }
  return pairs;
}

/** Until the screen is told of the first piece, which is kept by then. */
async function throughProduct({ place, nextClient }: Stage, text: string): Promise<number> {
  const clientId = nextClient();
  let firstAt: number | null = null;
  place.onStreamed = () => {
    firstAt ??= performance.now();
  };
  const startedAt = performance.now();
  const { reply } = place.core.chat.receive({ clientId, text, channel: 'whatsapp' });
  const { state } = await place.core.chat.finished(reply.id);
  if (firstAt === null || state !== 'draft') throw new Error(`A reply ended as "${state}".`);
  return firstAt - startedAt;
}

async function throughSdk({ sdk }: Stage, body: unknown): Promise<number> {
  const startedAt = performance.now();
  const { firstTextAt } = await sdk.ask(body);
  return firstTextAt - startedAt;
}

function differences({ product, bare }: Pairs): number[] {
  return product.map((ms, pair) => ms - (bare[pair] ?? 0));
}
