import { describe, expect, test, vi } from 'vitest';
import { submit, type } from '../../../src/renderer/chat/composer-actions.ts';
import { newerMessage } from '../../../src/renderer/chat/message-merge.ts';
import { markWrong } from '../../../src/renderer/chat/reply-actions.ts';
import { openTimeline } from '../../../src/renderer/chat/timeline-actions.ts';
import { newestReplyId } from '../../../src/renderer/chat/timeline-store.ts';
import { readDetails } from '../../../src/renderer/memory/details-actions.ts';
import { readStandings } from '../../../src/renderer/settings/settings-actions.ts';
import type { Reply } from '../../../src/shared/message.ts';
import { aConversation, aReply } from '../fake-clients.ts';
import { startedDesk } from '../desk-fixture.ts';

/** A desk on which the open client asked for a price, with its prepared reply. */
async function withPrepared(text = 'Quanto costa il KITAS?') {
  const started = await startedDesk();
  const { desk } = started;
  type(desk, desk.timeline.getState().clientId ?? '', 'client', text);
  await submit(desk);
  const replyId = newestReplyId(desk.timeline.getState()) ?? '';
  const reply = () => desk.timeline.getState().messages[replyId] as Reply;
  return { ...started, replyId, reply };
}

describe('a prepared answer that is looked at', () => {
  test('is being checked, then carries what was found', async () => {
    const { desk, replyId, reply } = await withPrepared();
    await vi.waitFor(() => expect(desk.timeline.getState().checking).toEqual([replyId]));
    expect(reply().verdict).toBeNull();
    await vi.waitFor(() => expect(reply().verdict?.kind).toBe('confirmed'));
    await vi.waitFor(() => expect(desk.timeline.getState().checking).toEqual([]));
    expect(desk.app.getState().announcement?.kind).not.toBe('doubted');
  });

  test('is announced when there is a doubt, once', async () => {
    const { desk, bridge, reply } = await withPrepared('Quanto costa per due? #doubt');
    await vi.waitFor(() => expect(reply().verdict?.kind).toBe('doubtful'));
    const { announcement } = desk.app.getState();
    expect(announcement?.kind).toBe('doubted');
    bridge.emit('message:changed', { ...reply(), feedback: { thumb: 'up', note: null } });
    expect(desk.app.getState().announcement).toEqual(announcement);
  });

  test('has its details read again when the check ends, where they were read before', async () => {
    const { desk, bridge, replyId } = await withPrepared();
    const asked = () => bridge.asked.filter(({ name }) => name === 'reply:details').length;
    await readDetails(desk, replyId);
    const before = asked();
    await vi.waitFor(() => expect(asked()).toBe(before + 1));
  });

  test('of another client changes nothing here', async () => {
    const { desk, bridge } = await withPrepared();
    await vi.waitFor(() => expect(desk.timeline.getState().checking).toHaveLength(1));
    const before = desk.timeline.getState().checking;
    bridge.emit('reply:checking', { replyId: 'r', clientId: 'another', isChecking: true });
    expect(desk.timeline.getState().checking).toBe(before);
    await openTimeline(desk, desk.timeline.getState().clientId ?? '');
    expect(desk.timeline.getState().checking).toEqual([]);
  });

  test('keeps its verdict when an older answer arrives after it', () => {
    const conversation = aConversation('c');
    const verdict = { kind: 'doubtful', reason: 'x' } as const;
    const checked = aReply(conversation, { source: 'prepared', state: 'draft', verdict });
    const sent = { ...checked, state: 'sent', verdict: null } as const;
    expect(newerMessage(checked, sent)).toEqual({ ...checked, state: 'sent' });
  });
});

describe('a wrong mark', () => {
  test('is told with a way back, and taken back by it', async () => {
    const { desk, told, replyId, reply } = await withPrepared();
    await markWrong(desk, replyId, true);
    expect(reply().isMarkedWrong).toBe(true);
    const notice = told.at(-1);
    expect(notice).toMatchObject({ kind: 'undo', what: 'marked_wrong' });
    if (notice?.kind === 'undo') notice.undo();
    await vi.waitFor(() => expect(reply().isMarkedWrong).toBe(false));
    expect(told).toHaveLength(1);
  });

  test('that is refused leaves the reply as it was', async () => {
    const { desk, bridge, told, replyId, reply } = await withPrepared();
    bridge.refuseNext('reply:mark-wrong', 'conflict');
    await markWrong(desk, replyId, true);
    expect(reply().isMarkedWrong).toBe(false);
    expect(told).toMatchObject([{ kind: 'error', code: 'conflict' }]);
  });
});

test('what was learnt is read for the settings', async () => {
  const { desk } = await startedDesk();
  expect(desk.settings.getState().standings).toBeNull();
  await readStandings(desk);
  expect(desk.settings.getState().standings?.[0]).toMatchObject({ sureFrom: 0.58 });
});
