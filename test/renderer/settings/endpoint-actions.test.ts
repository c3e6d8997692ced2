import { expect, test } from 'vitest';
import { changeEndpoint, setKey, testEndpoint } from '../../../src/renderer/settings/settings-actions.ts';
import { startedDesk } from '../desk-fixture.ts';

test('what a test of the endpoint says is shown until something of it changes', async () => {
  const { desk } = await startedDesk();
  const report = () => desk.settings.getState().endpoint;
  const testing = testEndpoint(desk);
  expect(desk.settings.getState().isTestingEndpoint).toBe(true);
  await testing;
  expect(desk.settings.getState().isTestingEndpoint).toBe(false);
  expect(report()).toMatchObject({ ok: true, model: expect.any(String) });
  await changeEndpoint(desk, { model: 'another' });
  expect(report()).toBeNull();
  await testEndpoint(desk);
  await setKey(desk, 'llama', 'x');
  expect(report()).toBeNull();
  const { state } = desk.app.getState();
  expect([state?.settings.llama.model, state?.llamaKey.isSet, state?.key.isSet]).toEqual([
    'another',
    true,
    true,
  ]);
});

test('a test that cannot be asked is told, and the button is free again', async () => {
  const { desk, bridge, told } = await startedDesk();
  bridge.refuseNext('endpoint:test', 'internal');
  await testEndpoint(desk);
  expect(desk.settings.getState()).toMatchObject({ endpoint: null, isTestingEndpoint: false });
  expect(told).toHaveLength(1);
});
