/** All that the turns of a chat say, as a model is given it. */
export const saidIn = (chat: Record<string, unknown>): string =>
  (chat['messages'] as readonly { readonly content: string }[]).map(({ content }) => content).join('\n');

/** Whether what was said asks to write again what could not be used of an answer. */
export const asksForRepair = (said: string): boolean =>
  said.includes('Of your answer these') || said.includes('holds no JSON');
