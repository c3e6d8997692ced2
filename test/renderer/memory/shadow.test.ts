import { expect, test, vi } from 'vitest';
import { submit, type } from '../../../src/renderer/chat/composer-actions.ts';
import { newestReplyId } from '../../../src/renderer/chat/timeline-store.ts';
import { readDetails } from '../../../src/renderer/memory/details-actions.ts';
import { enableQuestion, prefer } from '../../../src/renderer/memory/shadow-actions.ts';
import { readComparisons } from '../../../src/renderer/settings/settings-actions.ts';
import { startedDesk } from '../desk-fixture.ts';

/** A desk that looks at a prepared reply and what stands behind it. */
async function withDetails() {
  const started = await startedDesk();
  const { desk, bridge } = started;
  type(desk, desk.timeline.getState().clientId ?? '', 'client', 'Quanto costa il KITAS?');
  await submit(desk);
  const replyId = newestReplyId(desk.timeline.getState()) ?? '';
  await readDetails(desk, replyId);
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name).length;
  const shadow = () => desk.details.getState().byReply[replyId]?.shadow;
  return { ...started, replyId, asked, shadow };
}

test('the better one is said, shown, and taken back', async () => {
  const { desk, replyId, shadow } = await withDetails();
  expect(shadow()).toMatchObject({ model: 'claude-haiku-5-5', preferred: null });
  await prefer(desk, replyId, 'claude');
  expect(shadow()?.preferred).toBe('claude');
  await prefer(desk, replyId, null);
  expect(shadow()?.preferred).toBeNull();
});

test('a refused word on which is better leaves the details as they were', async () => {
  const { desk, bridge, replyId, shadow, told } = await withDetails();
  bridge.refuseNext('reply:prefer', 'conflict');
  await prefer(desk, replyId, 'claude');
  expect(shadow()?.preferred).toBeNull();
  expect(told).toMatchObject([{ kind: 'error', code: 'conflict' }]);
});

test('a question given to Claude is told with a way back, and what shows it is read again', async () => {
  const { desk, bridge, asked, told } = await withDetails();
  await readComparisons(desk);
  const before = { details: asked('reply:details'), comparisons: asked('answers:comparisons') };
  await enableQuestion(desk, 'kitas-investor-price', false);
  expect(asked('reply:details')).toBe(before.details + 1);
  expect(asked('answers:comparisons')).toBe(before.comparisons + 1);
  const notice = told.at(-1);
  expect(notice).toMatchObject({ kind: 'undo', what: 'question_off' });
  if (notice?.kind === 'undo') notice.undo();
  await vi.waitFor(() =>
    expect(bridge.asked.findLast(({ name }) => name === 'answers:enable')?.input).toEqual({
      intent: 'kitas-investor-price',
      isEnabled: true,
    }),
  );
  expect(told).toHaveLength(1);
});

test('a shadow that comes is read where its reply is looked at, and nowhere else', async () => {
  const { desk, bridge, replyId, asked } = await withDetails();
  const clientId = desk.timeline.getState().clientId ?? '';
  const before = asked('reply:details');
  bridge.emit('reply:shadowed', { replyId: 'another', clientId });
  expect(asked('reply:details')).toBe(before);
  bridge.emit('reply:shadowed', { replyId, clientId });
  expect(asked('reply:details')).toBe(before + 1);
  expect(asked('answers:comparisons')).toBe(0);
});
