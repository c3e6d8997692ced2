import { onTestFinished } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { newId } from '../../../src/main/db/id.ts';
import { saveInsight } from '../../../src/main/db/insights.ts';
import { openGates, type Gates } from '../../../src/main/jobs/gates.ts';
import { night, type NightParts } from '../../../src/main/jobs/kinds/night.ts';
import { Worker } from '../../../src/main/jobs/worker.ts';
import type { Day, LearnTools, Learnt } from '../../../src/main/nights/learn/learnt.ts';
import { Nights } from '../../../src/main/nights/nights.ts';
import type { Night } from '../../../src/shared/night.ts';
import {
  aClient,
  openTestDb,
  silentLog,
  testClock,
  type TestClock,
  type TestDb,
} from '../../fixtures/desk.ts';
import { aMessage, anEndedConversation } from '../../fixtures/messages.ts';
import { fakeEndpoint, request, type FakeEndpoint } from '../jobs/fake-endpoint.ts';

/** A desk with nights, a clock that stands still, an endpoint in memory, and a way of learning that keeps count. */
export interface NightShop {
  readonly desk: TestDb;
  readonly clock: TestClock;
  readonly clientId: string;
  readonly endpoint: FakeEndpoint;
  zone: string;
  settings: Settings['nights'];
  hasEndpoint: boolean;
  gates: Gates;
  /** Conversations that were learnt from, in the order in which that was written. */
  readonly learnt: string[];
  /** Nights as they were told, newest last. */
  readonly told: Night[];
  readonly backups: number[];
  nights: Nights;
  worker: Worker;
  /** The app is closed and opened again. */
  reopen(changes?: Partial<NightParts>): void;
  /** A conversation that begins and ends now; returns its id. */
  talk(): string;
  /** Works through what is due, and through what that makes due. */
  work(): Promise<void>;
}

export function openNightShop(changes: Partial<NightParts> = {}, start?: number): NightShop {
  const desk = openTestDb();
  const clock = testClock(start);
  const shop = {
    desk,
    clock,
    clientId: aClient(desk.db).id,
    endpoint: fakeEndpoint(),
    zone: 'Asia/Makassar',
    settings: defaultSettings.nights,
    hasEndpoint: true,
    gates: openGates,
    learnt: [] as string[],
    told: [] as Night[],
    backups: [] as number[],
  } as unknown as NightShop;
  const open = (more: Partial<NightParts>) => {
    const settings = () => ({ ...defaultSettings, nights: shop.settings });
    const kind = night({
      db: desk.db,
      clock,
      settings,
      backUp: async () => void shop.backups.push(clock.now()),
      analyse: () => [],
      refresh: () => [],
      propose: () => Promise.resolve([]),
      learn: learnFor(shop),
      onChange: (nightId) => shop.nights.changed(nightId),
      ...more,
    });
    shop.nights = new Nights({
      db: desk.db,
      clock,
      log: silentLog,
      settings,
      zone: () => shop.zone,
      emit: (name, value) =>
        void (name === 'night:changed' && shop.told.push((value as { night: Night }).night)),
      hasEndpoint: () => shop.hasEndpoint,
      onJobs: () => undefined,
      onUndone: () => undefined,
      answersWanted: () => 0,
      holds: () => [],
    });
    const gates: Gates = {
      awake: () => shop.gates.awake(),
      begin: () => shop.gates.begin(),
      spend: () => shop.gates.spend(),
      windows: openGates.windows,
    };
    const endpoint = () => shop.endpoint.inUse;
    const options = { db: desk.db, clock, log: silentLog, role: 'owner', gates, endpoint } as const;
    shop.worker = new Worker({ ...options, kinds: [kind], random: () => 0.5 });
  };
  open(changes);
  onTestFinished(async () => {
    await shop.worker.stop();
    desk.cleanUp();
  });
  shop.reopen = (more = {}) => open({ ...changes, ...more });
  shop.talk = () => talkIn(shop);
  shop.work = () => workIn(shop);
  return shop;
}

/** Asks once for a day on which somebody said something, and makes an insight of it. */
function learnFor(shop: NightShop) {
  return async ({ conversations, localDate }: Day, { ask }: LearnTools): Promise<Learnt> => {
    const ids = conversations.map(({ conversationId }) => conversationId);
    if (ids.length > 0) await ask('map', request);
    return {
      counts: { asked: ids.length },
      items: [],
      failures: [],
      write: (db, now) => {
        shop.learnt.push(...ids);
        const text = `Signal of ${localDate}, ${ids.length}`;
        const draft = {
          slug: newId(),
          text,
          guidance: 'Kindly.',
          language: 'id',
          triggers: [localDate],
        } as const;
        saveInsight(db, now, { ...draft, category: 'trust' }, 'night');
        const ref = { kind: 'insight', id: draft.slug };
        const evidence = [{ quote: 'Halo', clientId: shop.clientId, messageId: null }];
        return [{ group: 'insights', text, detail: null, evidence, ref, clientId: null }];
      },
    };
  };
}

function talkIn({ desk: { db }, clock, clientId }: NightShop): string {
  const at = clock.now();
  const conversationId = anEndedConversation(db, clientId, at);
  aMessage(db, { clientId, conversationId, text: 'Halo', at });
  return conversationId;
}

async function workIn({ worker, clock }: NightShop): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await worker.runOnce();
    // What ended tells of it in the next turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(10_000);
  }
}
