import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/renderer/desk/desk.ts';
import type { Notice } from '../../../src/renderer/desk/notice.ts';
import {
  approve,
  begin,
  chooseAll,
  chooseQueue,
  readMore,
  readQueue,
  reject,
  setCurrent,
  step,
  toggleChosen,
  undo,
} from '../../../src/renderer/review/review-actions.ts';
import { countOf, currentAfter, currentOf } from '../../../src/renderer/review/review-store.ts';
import type { FakeBridge } from '../fake-bridge.ts';
import { startedDesk } from '../desk-fixture.ts';

let desk: Desk;
let bridge: FakeBridge;
let told: Notice[];

beforeEach(async () => {
  ({ desk, bridge, told } = await startedDesk());
  await readQueue(desk);
});

const askedForNearest = () => bridge.asked.filter(({ name }) => name === 'review:nearest').length;
const area = () => desk.review.getState();
const idAt = (index: number) => area().items[index]?.id ?? '';

describe('the queue on the screen', () => {
  it('knows from the start how much waits, and shows the first of it', () => {
    expect(area().counts?.total).toBe(160);
    expect(area().items).toHaveLength(100);
    expect(currentOf(area())?.id).toBe(idAt(0));
    expect(countOf(area().counts, 'answer', null)).toBe(10);
  });

  it('reads on before the end of what was read, without repeats', async () => {
    setCurrent(desk, idAt(95));
    await readMore(desk);
    expect(new Set(area().items.map(({ id }) => id)).size).toBe(160);
    expect(area().items).toHaveLength(160);
    expect(area().hasMore).toBe(false);
  });

  it('shows one kind, and forgets what was chosen in another list', async () => {
    toggleChosen(desk, area().items[0]!);
    await chooseQueue(desk, { kind: 'answer', reason: null });
    expect(area().items.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'answer'));
    expect(area().chosen.size).toBe(0);
  });

  it('asks for the nearest insight of each once', async () => {
    const [first, second] = [idAt(0), idAt(1)];
    setCurrent(desk, second);
    setCurrent(desk, first);
    await expect.poll(askedForNearest).toBe(2);
    setCurrent(desk, second);
    expect(askedForNearest()).toBe(2);
    expect(area().nearest[first]?.nearness).toBe(0.62);
  });
});

describe('a decision on the screen', () => {
  it('takes the item away, goes on to the next one and can be taken back', async () => {
    const [first, second] = [idAt(0), idAt(1)];
    await approve(desk);
    expect(area().items.some(({ id }) => id === first)).toBe(false);
    expect(area().currentId).toBe(second);
    const notice = told.at(-1);
    expect(notice).toMatchObject({ kind: 'undo', what: 'review_approved', count: 1 });
    if (notice?.kind === 'undo') notice.undo();
    await expect.poll(() => idAt(0)).toBe(first);
    expect(area().currentId).toBe(second);
    expect(told.at(-1)).toEqual({ kind: 'done', what: 'review_undone' });
  });

  it('is about what is chosen, where something is', async () => {
    const chosen = [area().items[4]!, area().items[7]!];
    chosen.forEach((item) => toggleChosen(desk, item));
    begin(desk, 'editing');
    expect(area().doing).toBe('reading');
    begin(desk, 'rejecting');
    expect(area().doing).toBe('rejecting');
    await reject(desk, 'sweeping', 'too wide');
    expect(bridge.asked.find(({ name }) => name === 'review:decide')?.input).toEqual({
      items: chosen.map(({ kind, id }) => ({ kind, id })),
      verdict: { decision: 'reject', reason: 'sweeping', note: 'too wide', edit: null },
    });
    expect(area()).toMatchObject({ doing: 'reading', chosen: new Map() });
    expect(area().counts?.total).toBe(158);
  });

  it('about everything of a reason reaches what no page holds', async () => {
    await chooseQueue(desk, { kind: null, reason: 'wished' });
    await chooseAll(desk);
    const all = countOf(area().counts, null, 'wished');
    expect(area().chosen.size).toBe(all);
    await approve(desk);
    expect(area().items).toEqual([]);
    await undo(desk);
    expect(countOf(area().counts, null, 'wished')).toBe(all);
  });

  it('that is refused leaves everything as it was', async () => {
    bridge.refuseNext('review:decide', 'bad_input');
    begin(desk, 'editing');
    await approve(desk, { text: 'It costs 500.' });
    expect(area().items).toHaveLength(100);
    expect(area().doing).toBe('editing');
    expect(told.at(-1)).toMatchObject({ kind: 'error', code: 'bad_input' });
  });
});

describe('the current item', () => {
  it('stays within the list when one steps beyond its ends', () => {
    step(desk, -5);
    expect(area().currentId).toBe(idAt(0));
    step(desk, Infinity);
    expect(area().currentId).toBe(idAt(99));
  });

  it('is the last one when the last is gone, and none when all are', () => {
    const [one, two, three] = area().items;
    const before = { items: [one!, two!, three!], currentId: three!.id };
    expect(currentAfter(before, [one!, two!])).toBe(two!.id);
    expect(currentAfter(before, [])).toBeNull();
    expect(currentAfter({ ...before, currentId: one!.id }, [three!])).toBe(three!.id);
  });
});
