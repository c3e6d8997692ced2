import { withoutMachineLine } from '../main/chat/machine-line.ts';
import type { Line } from './main-page.ts';
import { blocksOf, type MessagesRequest } from './messages-request.ts';

const CATALOGUE = '</insight_catalogue>';
const section = /<insights>[\s\S]*?<\/insights>\n?/;

/** The context of the reply in a request, line by line: what the product found out before it asked. */
export function contextOf(request: MessagesRequest): string[] {
  const text = request.messages.map(textOf).findLast((text) => text.includes('<context>')) ?? '';
  return (/<context>[\s\S]*<\/context>/.exec(text)?.[0] ?? '').split('\n');
}

/** The same request as if there were no insights at all. */
export function withoutInsights({ system, ...request }: MessagesRequest): MessagesRequest {
  const rules = typeof system === 'string' ? system : system?.filter(({ text }) => !text.includes(CATALOGUE));
  const messages = request.messages.map((turn) => ({ ...turn, content: textOf(turn).replace(section, '') }));
  return { ...request, ...(rules !== undefined && { system: rules }), messages };
}

/** The lines of `after`, those that `before` has not marked as new. */
export function diffLines(before: readonly string[], after: readonly string[]): Line[] {
  const known = new Set(before);
  return after.map((text) => ({ isNew: !known.has(text), text }));
}

/** The text of an answer that was not streamed, without its machine line. */
export function replyText(body: unknown): string {
  const { content } = body as { content?: readonly { text?: string }[] };
  return withoutMachineLine((content ?? []).map(({ text }) => text ?? '').join(''));
}

function textOf(turn: MessagesRequest['messages'][number]): string {
  return blocksOf(turn)
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('\n');
}
