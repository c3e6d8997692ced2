import { expect, test } from 'vitest';
import {
  applyModel,
  fetchModel,
  readModel,
  readOffer,
  removeModel,
} from '../../../src/renderer/settings/model-actions.ts';
import { clearKey, setKey } from '../../../src/renderer/settings/settings-actions.ts';
import { startedDesk } from '../desk-fixture.ts';

test('that a model is ready is told once it came, not when it was there already', async () => {
  const { desk, told } = await startedDesk();
  applyModel(desk, { kind: 'ready', total: 10 });
  expect(told).toEqual([]);
  applyModel(desk, { kind: 'fetching', bytes: 1, total: 10 });
  applyModel(desk, { kind: 'checking', total: 10 });
  applyModel(desk, { kind: 'ready', total: 10 });
  expect(told).toEqual([{ kind: 'done', what: 'model_ready' }]);
});

test('what the main process tells of the model is on the screen', async () => {
  const { desk, bridge } = await startedDesk();
  await readModel(desk);
  expect(desk.settings.getState().model).toEqual({ kind: 'absent' });
  await fetchModel(desk);
  bridge.emit('model:changed', { kind: 'fetching', bytes: 5, total: 10 });
  expect(desk.settings.getState().model).toEqual({ kind: 'fetching', bytes: 5, total: 10 });
  await removeModel(desk);
  expect(desk.settings.getState().model).toEqual({ kind: 'absent' });
});

test('a hub that cannot be reached offers nothing', async () => {
  const { desk, bridge } = await startedDesk();
  const asked = readOffer(desk);
  expect(desk.settings.getState().offer).toBe('asking');
  await asked;
  expect(desk.settings.getState().offer).toMatchObject({ total: expect.any(Number) });
  bridge.refuseNext('model:offer', 'internal');
  await readOffer(desk);
  expect(desk.settings.getState().offer).toBeNull();
});

test('each of the two keys is kept and removed apart', async () => {
  const { desk } = await startedDesk();
  const keys = () => {
    const { state } = desk.app.getState();
    return [state?.key.isSet, state?.embedderKey.isSet];
  };
  expect(keys()).toEqual([true, false]);
  await setKey(desk, 'embedder', 'x');
  await clearKey(desk, 'claude');
  expect(keys()).toEqual([false, true]);
});
