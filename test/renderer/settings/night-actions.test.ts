import { expect, test } from 'vitest';
import { readNights, runNight } from '../../../src/renderer/settings/night-actions.ts';
import { startedDesk } from '../desk-fixture.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what a night would do is said before it is begun; that it goes on is seen', async () => {
  const { desk } = await startedDesk();
  await readNights(desk);
  expect(desk.settings.getState()).toMatchObject({
    nights: { nights: [{ state: 'done' }, { state: 'undone' }] },
    nightPlan: { conversations: 4, cost: { amount: 0.2 } },
  });
  await runNight(desk);
  await settled();
  expect(desk.settings.getState().nights?.nights[0]?.state).toBe('running');
});

test('nights are followed once somebody has looked at them, and not before', async () => {
  const { desk, bridge } = await startedDesk();
  const reads = () => bridge.asked.filter(({ name }) => name === 'night:list').length;
  await runNight(desk);
  await settled();
  const before = reads();
  const [night] = desk.settings.getState().nights?.nights ?? [];
  if (night) bridge.emit('night:changed', { night });
  await settled();
  expect(reads()).toBe(before + 1);
  desk.settings.setState({ nights: null });
  if (night) bridge.emit('night:changed', { night });
  await settled();
  expect(reads()).toBe(before + 1);
});
