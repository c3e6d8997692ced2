import { expect, test } from 'vitest';
import { changeSettings } from '../../../src/renderer/desk/app-actions.ts';
import { chooseDesk } from '../../../src/renderer/desk/session-actions.ts';
import { startedDesk } from '../desk-fixture.ts';

test('the desk opens on the client who wrote last', async () => {
  const { desk } = await startedDesk();
  const { rows, selectedId } = desk.clients.getState();
  expect(rows[0]?.id).toBe(selectedId);
  expect(desk.timeline.getState().clientId).toBe(selectedId);
  expect(desk.memory.getState().memory?.clientId).toBe(selectedId);
});

test('nothing of one desk stays on the screen of the other', async () => {
  const { desk, bridge } = await startedDesk();
  const before = desk.timeline.getState();
  bridge.refuseNext('client:list', 'internal');
  await chooseDesk(desk, 'demo');
  expect(desk.app.getState().state?.desk).toBe('demo');
  expect(desk.clients.getState().rows).toEqual([]);
  expect(desk.timeline.getState().messages).toEqual({});
  expect(desk.memory.getState().memory).toBeNull();
  expect(before.items.length).toBeGreaterThan(0);
});

test('settings changed elsewhere reach the screen', async () => {
  const { desk, bridge } = await startedDesk();
  const { state } = desk.app.getState();
  if (state === null) throw new Error('the app has no state');
  bridge.emit('settings:changed', { ...state.settings, theme: 'dark' });
  expect(desk.app.getState().state?.settings.theme).toBe('dark');
});

test('a refused change is told and leaves the settings as they were', async () => {
  const { desk, bridge, told } = await startedDesk();
  bridge.refuseNext('settings:change', 'bad_input');
  expect(await changeSettings(desk, { theme: 'dark' })).toBe(false);
  expect(desk.app.getState().state?.settings.theme).toBe('system');
  expect(told).toMatchObject([{ kind: 'error', code: 'bad_input' }]);
});

test('a bridge that breaks is told like a refusal', async () => {
  const { desk, told } = await startedDesk();
  const broken = { ...desk, bridge: { ...desk.bridge, request: () => Promise.reject(new Error('gone')) } };
  expect(await changeSettings(broken, { theme: 'dark' })).toBe(false);
  expect(told).toMatchObject([{ kind: 'error', code: 'internal' }]);
});
