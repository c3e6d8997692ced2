import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../src/shared/settings.ts';
import { fillWithMessages } from '../fixtures/many-messages.ts';
import { quantile, toRow, type Measure } from './measure.ts';
import { personalMessages } from './messages.ts';
import { comeToRest, watchPauses } from './pauses.ts';
import { openPlace, type Place } from './place.ts';
import { inTurn } from './sampling.ts';
import { startSimulator } from './simulator.ts';

const REPLIES = 60;
const WARMUP = 10;
/** A short reply of a fast model. */
const claude = { firstMs: 150, everyMs: 6, pieces: 25 } as const;
/** Ten insights in so many ms, four times at once: ten times what a rented GPU makes of a 70B model. */
const llamaMs = 1_000;
const target = 2_000;

/** What a client notices of a run of the generator: replies while it goes on, and the same ones without. */
export const besideRun: Measure = {
  name: 'beside-run',
  title: 'Replies while knowledge is generated',
  async run() {
    const simulator = await startSimulator(claude);
    const llama = fork(fileURLToPath(new URL('./insight-server-process.ts', import.meta.url)), [
      String(llamaMs),
    ]);
    const [{ url }] = (await once(llama, 'message')) as [{ url: string }];
    const settings = {
      ...defaultSettings,
      llama: { ...defaultSettings.llama, kind: 'openai' as const, url },
    };
    const place = await openPlace({ baseUrl: simulator.url, settings: () => settings });
    try {
      const { clientIds } = fillWithMessages(place.core.db, { clients: 200, messages: 4_000, facts: 4 });
      const nextClient = inTurn(clientIds);
      await replies(place, nextClient, WARMUP);
      await comeToRest(place.core.db);
      const before = await replies(place, nextClient, REPLIES);
      const run = place.core.generation.start({ target, goesTo: 'live' });
      let during: number[] = [];
      const pauses = await watchPauses(async () => {
        during = await replies(place, nextClient, REPLIES);
      });
      const made = place.core.generation.current();
      if (!made || made.alive === 0) throw new Error('The run was over before the replies were.');
      place.core.generation.cancel(run.id);
      await comeToRest(place.core.db);
      const without = [...before, ...(await replies(place, nextClient, REPLIES))];
      const p95 = quantile(during, 0.95) / quantile(without, 0.95);
      return [
        toRow(`a reply from message to end, ${made.taken} insights made meanwhile`, during, {
          reference: { what: 'no run, before and after', samples: without },
        }),
        toRow('p95 of replies with a run ÷ p95 without', [p95], {
          unit: 'times',
          limit: { of: 'max', atMost: 1.1 },
        }),
        toRow('longest wait for a turn meanwhile', [pauses.longestMs], { limit: { of: 'max', atMost: 50 } }),
        toRow('longest turn meanwhile, processor time', [pauses.longestTurnMs]),
      ];
    } finally {
      await place.close();
      llama.disconnect();
      await simulator.close();
    }
  },
};

async function replies({ core }: Place, nextClient: () => string, count: number): Promise<number[]> {
  const nextText = inTurn(personalMessages);
  const times: number[] = [];
  for (let reply = 0; reply < count; reply += 1) {
    const startedAt = performance.now();
    const { reply: asked } = core.chat.receive({
      clientId: nextClient(),
      text: nextText(),
      channel: 'whatsapp',
    });
    const { state } = await core.chat.finished(asked.id);
    if (state !== 'draft') throw new Error(`A reply ended as "${state}".`);
    times.push(performance.now() - startedAt);
  }
  return times;
}
