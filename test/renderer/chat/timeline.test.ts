import { describe, expect, test } from 'vitest';
import { selectClient } from '../../../src/renderer/chat/clients-actions.ts';
import {
  chooseChannel,
  conclude,
  loadOlder,
  openTimeline,
  reloadTimeline,
  seekMessage,
  selectReply,
} from '../../../src/renderer/chat/timeline-actions.ts';
import { newestReplyId, openConversation } from '../../../src/renderer/chat/timeline-store.ts';
import { submit, type } from '../../../src/renderer/chat/composer-actions.ts';
import { stopReply } from '../../../src/renderer/chat/reply-actions.ts';
import { aReply } from '../fake-clients.ts';
import { clientNamed, startedDesk } from '../desk-fixture.ts';
import type { FakeBridge } from '../fake-bridge.ts';

const shownIds = (area: { items: readonly { kind: string; key: string }[] }) =>
  area.items.filter(({ kind }) => kind === 'message').map(({ key }) => key);

async function oldestIdOf(bridge: FakeBridge, clientId: string | null): Promise<string> {
  if (clientId === null) throw new Error('no client is open');
  const all = await bridge.request('conversation:read', { clientId, beforeId: null, limit: 500 });
  const oldest = all.ok ? all.value.messages[0]?.id : undefined;
  if (oldest === undefined) throw new Error('the client has no messages');
  return oldest;
}

async function withEmily() {
  const started = await startedDesk();
  await selectClient(started.desk, clientNamed(started.desk, 'Emily Carter').id);
  return started;
}

describe('a long timeline', () => {
  test('starts with its newest sixty messages and grows upward', async () => {
    const { desk } = await withEmily();
    const newest = shownIds(desk.timeline.getState());
    expect(newest).toHaveLength(60);
    await loadOlder(desk);
    const more = shownIds(desk.timeline.getState());
    expect(more).toHaveLength(120);
    expect(more.slice(60)).toEqual(newest);
  });

  test('ends where the past ends', async () => {
    const { desk } = await withEmily();
    for (let page = 0; page < 10; page += 1) await loadOlder(desk);
    expect(shownIds(desk.timeline.getState())).toHaveLength(300);
    expect(desk.timeline.getState().hasMore).toBe(false);
  });

  test('is read up to a message that is sought', async () => {
    const { desk, bridge } = await withEmily();
    const oldest = await oldestIdOf(bridge, desk.timeline.getState().clientId);
    await seekMessage(desk, clientNamed(desk, 'Emily Carter').id, oldest);
    expect(desk.timeline.getState().soughtId).toBe(oldest);
    expect(desk.timeline.getState().messages[oldest]).toBeDefined();
  });

  test('is read up to a sought message also while another page is on its way', async () => {
    const { desk, bridge } = await withEmily();
    const oldest = await oldestIdOf(bridge, desk.timeline.getState().clientId);
    const page = loadOlder(desk);
    await Promise.all([page, seekMessage(desk, clientNamed(desk, 'Emily Carter').id, oldest)]);
    expect(desk.timeline.getState().soughtId).toBe(oldest);
    expect(desk.timeline.getState().messages[oldest]).toBeDefined();
  });

  test('is not read for a message that belongs to the client left meanwhile', async () => {
    const { desk, bridge } = await withEmily();
    const oldest = await oldestIdOf(bridge, desk.timeline.getState().clientId);
    const seeking = seekMessage(desk, clientNamed(desk, 'Emily Carter').id, oldest);
    const wayan = clientNamed(desk, 'Wayan Ardana').id;
    await Promise.all([seeking, selectClient(desk, wayan)]);
    expect(desk.timeline.getState()).toMatchObject({ clientId: wayan, soughtId: null });
  });

  test('that cannot be read says so, and can be read again', async () => {
    const { desk, bridge } = await startedDesk();
    const emily = clientNamed(desk, 'Emily Carter').id;
    bridge.refuseNext('conversation:read', 'internal');
    await openTimeline(desk, emily);
    expect(desk.timeline.getState()).toMatchObject({ isUnreadable: true, isLoading: false });
    await reloadTimeline(desk);
    expect(desk.timeline.getState().isUnreadable).toBe(false);
    expect(shownIds(desk.timeline.getState())).toHaveLength(60);
  });

  test('a page that cannot be read leaves what is shown and can be asked again', async () => {
    const { desk, bridge, told } = await withEmily();
    bridge.refuseNext('conversation:read', 'internal');
    await loadOlder(desk);
    expect(shownIds(desk.timeline.getState())).toHaveLength(60);
    expect(told).toMatchObject([{ kind: 'error', code: 'internal' }]);
    await loadOlder(desk);
    expect(shownIds(desk.timeline.getState())).toHaveLength(120);
  });
});

async function withStreaming() {
  const started = await startedDesk();
  const { timeline } = started.desk;
  const open = openConversation(timeline.getState());
  if (open === undefined) throw new Error('no conversation is open');
  const reply = aReply(open, { state: 'streaming', outcome: null, createdAt: Date.now() });
  started.bridge.emit('message:changed', reply);
  return { ...started, reply };
}

describe('text that streams in', () => {
  test('changes the one message and leaves the rows as they are', async () => {
    const { desk, bridge, reply } = await withStreaming();
    const before = desk.timeline.getState();
    bridge.emit('reply:streamed', { ...reply, replyId: reply.id, appended: 'Ciao', length: 4 });
    const after = desk.timeline.getState();
    expect(after.messages[reply.id]?.text).toBe('Ciao');
    expect(after.items).toBe(before.items);
    const others = Object.keys(before.messages).filter((id) => id !== reply.id);
    expect(others.filter((id) => after.messages[id] !== before.messages[id])).toEqual([]);
  });

  test('is read again when a piece is missing', async () => {
    const { bridge, reply } = await withStreaming();
    const before = bridge.asked.filter(({ name }) => name === 'conversation:read').length;
    bridge.emit('reply:streamed', { ...reply, replyId: reply.id, appended: 'late', length: 90 });
    expect(bridge.asked.filter(({ name }) => name === 'conversation:read')).toHaveLength(before + 1);
  });

  test('of another client is not shown', async () => {
    const { desk, bridge, reply } = await withStreaming();
    const before = desk.timeline.getState();
    bridge.emit('reply:streamed', { replyId: reply.id, clientId: 'other', appended: 'x', length: 1 });
    bridge.emit('message:changed', { ...reply, id: 'elsewhere', clientId: 'other' });
    expect(desk.timeline.getState().messages).toEqual(before.messages);
  });

  test('is announced once, when it is complete', async () => {
    const { desk, bridge, reply } = await withStreaming();
    bridge.emit('reply:streamed', { ...reply, replyId: reply.id, appended: 'Ciao', length: 4 });
    expect(desk.app.getState().announcement).toBeNull();
    const draft = { ...reply, state: 'draft' as const, text: 'Ciao' };
    bridge.emit('message:changed', draft);
    bridge.emit('message:changed', { ...draft, text: 'Ciao Mario' });
    expect(desk.app.getState().announcement).toEqual({ kind: 'ready', number: 1 });
    expect(newestReplyId(desk.timeline.getState())).toBe(reply.id);
  });
});

test('a concluded conversation can be taken up again', async () => {
  const { desk, told } = await startedDesk();
  await conclude(desk);
  expect(openConversation(desk.timeline.getState())).toBeUndefined();
  const [notice] = told;
  if (notice?.kind !== 'undo') throw new Error('nothing can be undone');
  notice.undo();
  await expect.poll(() => openConversation(desk.timeline.getState())).toBeDefined();
});

test('an answer for a client left meanwhile is not shown under the next one', async () => {
  const { desk } = await startedDesk();
  const emily = clientNamed(desk, 'Emily Carter').id;
  const wayan = clientNamed(desk, 'Wayan Ardana').id;
  await Promise.all([selectClient(desk, emily), selectClient(desk, wayan)]);
  const { clientId, messages } = desk.timeline.getState();
  expect(clientId).toBe(wayan);
  expect(new Set(Object.values(messages).map((message) => message.clientId))).toEqual(new Set([wayan]));
});

test('the channel chosen for the next conversation stays while older messages are read', async () => {
  const { desk } = await withEmily();
  await conclude(desk);
  await chooseChannel(desk, 'in_person');
  await loadOlder(desk);
  expect(desk.timeline.getState().channel).toBe('in_person');
  await reloadTimeline(desk);
  expect(desk.timeline.getState().channel).toBe('in_person');
});

test('a new message of the client brings the newest reply back into the right pane', async () => {
  const { desk } = await startedDesk();
  const { clientId } = desk.timeline.getState();
  selectReply(desk, newestReplyId(desk.timeline.getState()));
  type(desk, clientId ?? '', 'client', 'Un’altra domanda');
  await submit(desk);
  expect(desk.timeline.getState().selectedReplyId).toBeNull();
  stopReply(desk, newestReplyId(desk.timeline.getState()) ?? '');
});
