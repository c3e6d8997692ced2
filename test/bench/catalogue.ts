import { openCatalogue } from '../../src/main/chat/catalogue/today.ts';
import { importInsights } from '../../src/main/knowledge/exchange.ts';
import type { CatalogueUse } from '../../src/shared/message.ts';
import { applyPatch, defaultSettings, type Settings } from '../../src/shared/settings.ts';
import { inventInsights } from './invented-insights.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { personalMessages } from './messages.ts';
import { openPlace, type Place } from './place.ts';
import { watchRequests, type RequestWatch } from './requests.ts';
import { inTurn, sample } from './sampling.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const MESSAGES = 60;
const WARMUP = 10;
const PER_MESSAGES = 1_000;

/** What one line per insight in the cached prefix costs, by the simulator's accounting, and what it takes here. */
export const catalogue: Measure = {
  name: 'catalogue',
  title: 'The catalogue of insights in the cached prefix (fast model)',
  async run() {
    const simulator = await startSimulator({ firstMs: 0, everyMs: 0, pieces: 3, hasCache: true });
    const requests = watchRequests();
    try {
      const rows: Row[] = [];
      for (const count of [null, 1_000, 3_000]) rows.push(...(await measureWith(simulator, requests, count)));
      return rows;
    } finally {
      requests.stop();
      await simulator.close();
    }
  },
};

/** On a folder of its own, since the text of a day stays. Null = the starter pack as it is. */
async function measureWith(
  simulator: Simulator,
  requests: RequestWatch,
  count: number | null,
): Promise<Row[]> {
  const wish: Wish = { catalogue: 'on' };
  const place = await openPlace({ baseUrl: simulator.url, settings: () => settingsFor(wish) });
  try {
    if (count !== null) await replaceInsights(place, count);
    const what = count === null ? 'starter pack' : `${count.toLocaleString('en')} insights`;
    return await measure({ place, requests, wish }, what);
  } finally {
    await place.close();
  }
}

async function replaceInsights({ core }: Place, count: number): Promise<void> {
  core.db.prepare("UPDATE insights SET status = 'retired'").run();
  importInsights(core.db, core.clock, inventInsights(count), 'import');
  await core.knowledge.rebuild();
}

interface Wish {
  catalogue: Settings['insightCatalogue'];
}

interface Stage {
  readonly place: Place;
  readonly requests: RequestWatch;
  readonly wish: Wish;
}

/** The fast model alone, so that one cache and one price is measured. */
function settingsFor({ catalogue: insightCatalogue }: Wish): Settings {
  const { fastModel } = defaultSettings.claude;
  return applyPatch(defaultSettings, { insightCatalogue, claude: { strongModel: fastModel } });
}

async function measure(stage: Stage, what: string): Promise<Row[]> {
  const { db, clock } = stage.place.core;
  // The core keeps the text it has; a second one asks for the day anew each time.
  const { made } = await sample(
    {
      made: () => {
        db.prepare('DELETE FROM catalogues').run();
        openCatalogue({ db, clock })(Number.POSITIVE_INFINITY);
      },
    },
    { iterations: 20, time: 0, warmup: 3 },
  );
  const today = openCatalogue({ db, clock });
  const { kept } = await sample({ kept: () => today(Number.POSITIVE_INFINITY) });
  const { uses, withIt, without } = await talk(stage);
  const [cold, ...warm] = uses;
  return [
    toRow(
      `${what}: tokens of the catalogue in a message`,
      uses.map(({ tokens }) => tokens),
      {
        unit: 'tokens',
      },
    ),
    toRow(
      `${what}: share of them read from the cache`,
      warm.map(({ cacheRead, tokens }) => (100 * cacheRead) / tokens),
      {
        unit: '%',
      },
    ),
    toRow(`${what}: their cost in ${PER_MESSAGES} warm messages`, warm.map(costOf), { unit: 'USD' }),
    toRow(`${what}: their cost in ${PER_MESSAGES} messages, each to a cold cache`, [cold].map(costOf), {
      unit: 'USD',
    }),
    toRow(`${what}: making the text of a day, once`, made),
    toRow(`${what}: asking for it, per message`, kept),
    toRow(`${what}: message to request leaving, with it`, withIt, {
      reference: { what: 'without', samples: without },
    }),
  ];
}

const costOf = (use: CatalogueUse | undefined) => (use?.costUsd ?? 0) * PER_MESSAGES;

/** The same messages with the catalogue and without, in turn; the first with it writes the cache. */
async function talk({ place, requests, wish }: Stage) {
  const { chat } = place.core;
  const nextText = inTurn(personalMessages);
  const uses: CatalogueUse[] = [];
  const times = { on: [] as number[], off: [] as number[] };
  for (let turn = 0; turn < MESSAGES + WARMUP; turn += 1) {
    const text = nextText();
    for (const setting of ['on', 'off'] as const) {
      wish.catalogue = setting;
      const { id: clientId } = place.newClient();
      const leaving = requests.next();
      const startedAt = performance.now();
      const { reply } = chat.receive({ clientId, text, channel: 'whatsapp' });
      const leftAt = await Promise.race([leaving, chat.finished(reply.id).then(() => null)]);
      const { state } = await chat.finished(reply.id);
      if (leftAt === null || state !== 'draft') throw new Error('A message was not answered by Claude.');
      const use = chat.details(reply.id).catalogue;
      if (use) uses.push(use);
      if (turn >= WARMUP) times[setting].push(leftAt - startedAt);
    }
  }
  return { uses, withIt: times.on, without: times.off };
}
