import { beforeEach, expect, it } from 'vitest';
import type { Desk } from '../../../src/renderer/desk/desk.ts';
import type { Notice } from '../../../src/renderer/desk/notice.ts';
import { start } from '../../../src/renderer/desk/session-actions.ts';
import {
  closeNight,
  openNight,
  planNight,
  runNight,
  undoNight,
} from '../../../src/renderer/nights/nights-actions.ts';
import { unseenOf } from '../../../src/renderer/nights/nights-store.ts';
import type { FakeBridge } from '../fake-bridge.ts';
import { startedDesk } from '../desk-fixture.ts';

let desk: Desk;
let bridge: FakeBridge;
let told: Notice[];

beforeEach(async () => {
  ({ desk, bridge, told } = await startedDesk());
});

const area = () => desk.nights.getState();
const last = () => area().list!.nights[0]!;

it('the first opening after a night shows its report, and the second does not', async () => {
  expect(desk.app.getState().screen).toBe('nights');
  expect(area().details?.report?.groups.map(({ group }) => group)).toEqual([
    'insights',
    'triggers',
    'clients',
  ]);
  expect(unseenOf(area().list)).toBeNull();
  closeNight(desk);
  desk.app.setState({ screen: 'chat' });
  await start(desk);
  expect(desk.app.getState().screen).toBe('chat');
});

it('a night that is undone says so, in the list too', async () => {
  await undoNight(desk, last().id);
  expect(area().undone).toMatchObject({ restored: 3, kept: [] });
  expect(last().state).toBe('undone');
  await expect.poll(() => area().details?.night.state).toBe('undone');
});

it('a night is begun after one saw what it would do', async () => {
  await planNight(desk, true);
  expect(area().plan).toMatchObject({ conversations: 4, clients: 3 });
  await runNight(desk);
  expect(area().plan).toBeNull();
  expect(last().state).toBe('running');
});

it('a night that ends while the app is open is told of, and read by one press', async () => {
  closeNight(desk);
  desk.app.setState({ screen: 'chat' });
  const night = last();
  bridge.emit('night:changed', { night: { ...night, state: 'running' } });
  bridge.emit('night:changed', { night: { ...night, state: 'done' } });
  expect(desk.app.getState().screen).toBe('chat');
  const notice = told.at(-1);
  expect(notice).toMatchObject({ kind: 'night', what: 'ready' });
  if (notice?.kind === 'night') notice.open();
  await expect.poll(() => area().details?.night.id).toBe(night.id);
  expect(desk.app.getState().screen).toBe('nights');
});

it('a report that cannot be read leaves the list', async () => {
  bridge.refuseNext('night:show', 'not_found');
  await openNight(desk, last().id);
  expect(area()).toMatchObject({ openId: null, details: null });
  expect(told.at(-1)).toMatchObject({ kind: 'error', code: 'not_found' });
});
