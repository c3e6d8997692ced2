import type { Said } from './chat-wire.ts';
import type { Chance } from './task.ts';

/** How often a reply is not what was asked for. Real models do worse at times. */
const shares = { prose: 0.02, cut: 0.05, fenced: 0.12 } as const;

/** Items as a model tells them: mostly as asked, now and then in Markdown, without its end, or not at all. */
export function tell(items: readonly object[], chance: Chance): Said {
  const json = JSON.stringify({ items });
  const lot = chance();
  if (lot < shares.prose)
    return {
      text: 'I would first need to know a little more about your clients before I write this.',
      isCut: false,
    };
  if (lot < shares.prose + shares.cut && items.length > 1)
    return { text: json.slice(0, -Math.round(json.length / items.length / 2)), isCut: true };
  if (lot < shares.prose + shares.cut + shares.fenced)
    return { text: `Here is what you asked for:\n\n\`\`\`json\n${json}\n\`\`\``, isCut: false };
  return { text: json, isCut: false };
}
