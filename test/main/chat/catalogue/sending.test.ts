import { describe, expect, it } from 'vitest';
import { FAST } from '../drills.ts';
import { startChat, type ChatHarness, type HarnessOptions } from '../harness.ts';
import { DAY } from '../../../../src/shared/time.ts';
import { anInsight } from '../../../fixtures/insights.ts';
import type { Step } from '../../../simulators/steps.ts';

const plain = { kind: 'reply', text: 'Ecco.\n<<used: none>>' } as const;

async function startDesk(options: HarnessOptions = {}, insights = 60): Promise<ChatHarness> {
  const desk = await startChat(options);
  for (let at = 0; at < insights; at += 1)
    anInsight(desk.db, `insight-${at}`, { text: 'parola '.repeat(10), guidance: 'parola '.repeat(6) });
  return desk;
}

/** For each request, whether it carried the catalogue. */
function carried({ simulator }: ChatHarness): boolean[] {
  return simulator.requests.map(({ messages }) => (messages?.system?.length ?? 0) === 2);
}

async function answerTimes(desk: ChatHarness, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    desk.simulator.enqueue(plain);
    await desk.answer();
  }
}

describe('a prompt carries the catalogue', () => {
  it('as a block of its own after the rules, each with its mark', async () => {
    const desk = await startDesk({}, 1);
    await answerTimes(desk, 1);
    expect(desk.simulator.requests[0]?.messages?.system).toEqual([
      { type: 'text', text: 'The stable rules.', cache_control: { type: 'ephemeral' } },
      {
        type: 'text',
        text: expect.stringMatching(/^<insight_catalogue>\nh1 id parola/) as string,
        cache_control: { type: 'ephemeral' },
      },
    ]);
  });

  it('not when there is no insight, and not when it is off; the tools stay the same', async () => {
    const bare = await startDesk({}, 0);
    const off = await startDesk({ settings: { insightCatalogue: 'off' } });
    const on = await startDesk();
    for (const desk of [bare, off, on]) await answerTimes(desk, 1);
    expect([bare, off, on].map(carried)).toEqual([[false], [false], [true]]);
    const tools = [bare, off, on].map(({ simulator }) =>
      JSON.stringify(simulator.requests[0]?.messages?.tools),
    );
    expect(new Set(tools).size).toBe(1);
    expect(off.db.prepare('SELECT count(*) FROM catalogues').pluck().get()).toBe(0);
  });

  it('in auto only while the cache works; it is tried again on the next day', async () => {
    const desk = await startDesk({ minimumCacheTokens: 100_000 });
    await answerTimes(desk, 4);
    expect(carried(desk)).toEqual([true, true, false, false]);
    expect(desk.chat.catalogueStatus().models).toMatchObject([
      { model: FAST, choice: 'uncached' },
      { choice: 'sent' },
    ]);
    desk.clock.advance(DAY);
    await answerTimes(desk, 1);
    expect(carried(desk).at(-1)).toBe(true);
  });

  it('in auto through the whole day when the cache works', async () => {
    const desk = await startDesk({ minimumCacheTokens: 500 });
    await answerTimes(desk, 4);
    expect(carried(desk)).toEqual([true, true, true, true]);
  });

  it('when it is on, whatever the cache does', async () => {
    const desk = await startDesk({
      minimumCacheTokens: 100_000,
      settings: { insightCatalogue: 'on' },
    });
    await answerTimes(desk, 4);
    expect(carried(desk)).toEqual([true, true, true, true]);
  });
});

describe('a model that refuses a prompt as long as that', () => {
  const refusing: Step = {
    kind: 'forever',
    step: ({ system }) => (system?.length === 2 ? { kind: 'http', status: 400 } : plain),
  };

  it('gets it without the catalogue, and no other that day', async () => {
    const desk = await startDesk({ script: [refusing], settings: { insightCatalogue: 'on' } });
    const first = await desk.answer();
    const second = await desk.answer();
    expect([first, second]).toMatchObject([
      { text: 'Ecco.', model: FAST, outcome: 'complete' },
      { text: 'Ecco.', model: FAST, outcome: 'complete' },
    ]);
    expect(carried(desk)).toEqual([true, false, false]);
    expect(desk.chat.details(first.id).catalogue).toBeNull();
    desk.clock.advance(DAY);
    await desk.answer();
    expect(carried(desk).slice(3)).toEqual([true, false]);
  });

  it('for another reason is not taken for one', async () => {
    const desk = await startDesk({ script: [{ kind: 'forever', step: { kind: 'http', status: 400 } }] });
    expect(await desk.answer()).toMatchObject({ fault: 'bad_request', outcome: 'empty' });
    expect(await desk.answer()).toMatchObject({ fault: 'bad_request', outcome: 'empty' });
    expect(carried(desk)).toEqual([true, false, true, false]);
  });
});

describe('the details of a reply', () => {
  it('say what the catalogue took: written first, read afterwards, at the price of each', async () => {
    const desk = await startDesk();
    desk.simulator.enqueue(plain, plain);
    const [first, second] = [await desk.answer(), await desk.answer()];
    const written = desk.chat.details(first.id).catalogue;
    const read = desk.chat.details(second.id).catalogue;
    const text = desk.db.prepare('SELECT text FROM catalogues').pluck().get() as string;
    // The simulator counts four characters as a token.
    expect(written?.tokens).toBeGreaterThan((text.length / 4) * 0.95);
    expect(written?.tokens).toBeLessThan((text.length / 4) * 1.05);
    expect(written).toMatchObject({ insights: 60, cacheRead: 0, cacheWrite: written?.tokens });
    expect(read).toMatchObject({ insights: 60, cacheRead: written?.tokens, cacheWrite: 0 });
    expect(written?.costUsd).toBeCloseTo(((written?.tokens ?? 0) * 0.125) / 1e6, 12);
    expect(read?.costUsd).toBeCloseTo(((read?.tokens ?? 0) * 0.01) / 1e6, 12);
  });

  it('add up the requests of a tool round, and know no cost without a price', async () => {
    const desk = await startDesk({
      settings: { claude: { prices: {} } },
      script: [{ kind: 'toolUse', name: 'recall_messages', input: { query: 'x' } }, plain],
    });
    const { id, usage } = await desk.answer();
    const use = desk.chat.details(id).catalogue;
    expect(use?.costUsd).toBeNull();
    expect(use?.cacheWrite).toBeGreaterThan(0);
    expect(use?.cacheRead).toBe(use?.cacheWrite);
    expect(use?.tokens).toBe((use?.cacheRead ?? 0) + (use?.cacheWrite ?? 0));
    expect(use?.tokens).toBeLessThan((usage?.cacheRead ?? 0) + (usage?.cacheWrite ?? 0));
  });
});
