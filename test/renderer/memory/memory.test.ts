import { expect, test } from 'vitest';
import { selectClient } from '../../../src/renderer/chat/clients-actions.ts';
import { readDetailsOrClose } from '../../../src/renderer/memory/details-actions.ts';
import {
  lockJiwa,
  readJiwaHistory,
  refreshMemory,
  removeFact,
  saveFact,
  saveJiwa,
} from '../../../src/renderer/memory/memory-actions.ts';
import { clientNamed, startedDesk } from '../desk-fixture.ts';

async function withMemory() {
  const started = await startedDesk();
  const memory = () => {
    const { memory } = started.desk.memory.getState();
    if (memory === null) throw new Error('no memory was read');
    return memory;
  };
  return { ...started, memory };
}

test('a removed fact can be taken back, and the others stay', async () => {
  const { desk, told, memory } = await withMemory();
  const [first, ...others] = memory().facts;
  if (first === undefined) throw new Error('the fake has no facts');
  await removeFact(desk, first);
  expect(memory().facts).toEqual(others);
  const [notice] = told;
  if (notice?.kind !== 'undo') throw new Error('nothing can be undone');
  notice.undo();
  await expect.poll(() => memory().facts.find(({ topic }) => topic === first.topic)?.value).toBe(first.value);
});

test('a refused fact is told, and nothing changes', async () => {
  const { desk, bridge, told, memory } = await withMemory();
  const before = memory();
  bridge.refuseNext('fact:save', 'conflict');
  expect(await saveFact(desk, before.clientId, 'lingua', 'Inglese')).toBe(false);
  expect(memory()).toEqual(before);
  expect(told).toMatchObject([{ kind: 'error', code: 'conflict' }]);
});

test('a jiwa field is shown as it was kept', async () => {
  const { desk, memory } = await withMemory();
  expect(await saveJiwa(desk, memory().clientId, 'personality', 'Prudente')).toBe(true);
  expect(memory().jiwa.find(({ field }) => field === 'personality')?.value).toBe('Prudente');
});

test('a lock is turned on and off', async () => {
  const { desk, memory } = await withMemory();
  const trust = () => {
    const entry = memory().jiwa.find(({ field }) => field === 'trust_level');
    if (entry === undefined) throw new Error('the fake has no trust level');
    return entry;
  };
  await lockJiwa(desk, trust());
  expect(trust().isLocked).toBe(true);
  await lockJiwa(desk, trust());
  expect(trust().isLocked).toBe(false);
});

test('the memory of a client that is not open is not read', async () => {
  const { bridge } = await withMemory();
  const before = bridge.asked.length;
  bridge.emit('memory:changed', { clientId: 'someone-else' });
  expect(bridge.asked).toHaveLength(before);
});

test('a memory that cannot be read says so, and can be read again', async () => {
  const { desk, bridge } = await startedDesk();
  const wayan = clientNamed(desk, 'Wayan Ardana').id;
  bridge.refuseNext('memory:read', 'internal');
  await selectClient(desk, wayan);
  expect(desk.memory.getState()).toMatchObject({ memory: null, isUnreadable: true });
  await refreshMemory(desk, wayan);
  expect(desk.memory.getState().isUnreadable).toBe(false);
  expect(desk.memory.getState().memory?.clientId).toBe(wayan);
});

test('what is shown of a memory stays when it cannot be read again', async () => {
  const { desk, bridge, memory } = await withMemory();
  const before = memory();
  bridge.refuseNext('memory:read', 'internal');
  await refreshMemory(desk, before.clientId);
  expect(desk.memory.getState()).toMatchObject({ memory: before, isUnreadable: false });
});

test('a history that cannot be read is not shown as empty', async () => {
  const { desk, bridge, memory } = await withMemory();
  bridge.refuseNext('jiwa:history', 'internal');
  expect(await readJiwaHistory(desk, memory().clientId, 'dreams')).toBeNull();
});

test('details that cannot be read leave no empty drawer', async () => {
  const { desk, bridge, told } = await startedDesk();
  desk.app.setState({ overlay: { kind: 'details', replyId: 'a-reply' } });
  bridge.refuseNext('reply:details', 'not_found');
  await readDetailsOrClose(desk, 'a-reply');
  expect(desk.app.getState().overlay).toBeNull();
  expect(told).toMatchObject([{ kind: 'error', code: 'not_found' }]);
});
