import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** Conversations, messages and replies. */
export function registerChat(handle: Handle, desk: () => Core): void {
  handle('conversation:read', (page) => desk().chat.readTimeline(page));
  handle('conversation:end', (which) => desk().chat.endConversation(which));
  handle('conversation:reopen', (which) => desk().chat.reopenConversation(which));
  handle('conversation:set-channel', (which) => desk().chat.setChannel(which));
  handle('conversation:set-temporary', (which) => desk().chat.setTemporary(which));
  handle('composer:save', (draft) => desk().chat.saveComposer(draft));
  handle('message:receive', (message) => desk().chat.receive(message));
  handle('message:write', (message) => desk().chat.write(message));
  handle('reply:stop', ({ replyId }) => desk().chat.stop(replyId));
  handle('reply:regenerate', ({ replyId, model }) => desk().chat.regenerate(replyId, model));
  handle('reply:edit', ({ replyId, text }) => desk().chat.edit(replyId, text));
  handle('reply:send', ({ replyId, text }) => desk().chat.send(replyId, text));
  handle('reply:rate', ({ replyId, ...feedback }) => desk().chat.rate(replyId, feedback));
  handle('reply:mark-wrong', ({ replyId, isWrong }) => desk().chat.markWrong(replyId, isWrong));
  handle('reply:prefer', ({ replyId, preferred }) => desk().chat.prefer(replyId, preferred));
  handle('reply:details', ({ replyId }) => desk().chat.details(replyId));
  handle('claude:test', () => desk().chat.test());
}
