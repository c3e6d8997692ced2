import type { GatheredMessage } from './gather.ts';

/** A client's words that something stands on: pseudonymised, and found where they are said to be. */
export interface Evidence {
  readonly clientId: string;
  readonly messageId: string;
  readonly quote: string;
}

/** A quote as a model gives it: of the message with this number. */
export interface Quoted {
  readonly message: number;
  readonly quote: string;
}

/** Shorter ones ("ok", "grazie") stand in any message. */
const shortest = 6;
const longest = 300;

/** Spaces, quotation marks and case are where models are careless; every word must be there. */
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .replaceAll(/[“”«»„]/g, '"')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The quotes that stand word for word in what clients wrote. What the desk wrote, memory and prepared answers among it, is never
 * evidence. A number that is wrong is forgiven where one message alone has the words.
 */
export function verified(
  quotes: readonly Quoted[],
  messages: ReadonlyMap<number, GatheredMessage>,
): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { message, quote } of quotes) {
    const wanted = comparable(quote.replaceAll(/^[\s"“”«»']+|[\s"“”«»']+$/g, ''));
    if (wanted.length < shortest || wanted.length > longest) continue;
    const holds = (one: GatheredMessage | undefined) =>
      one?.by === 'client' && comparable(one.text).includes(wanted);
    const named = messages.get(message);
    const others = holds(named) ? [named] : [...messages.values()].filter(holds);
    const [one] = others;
    if (!one || others.length !== 1) continue;
    const at = comparable(one.text).indexOf(wanted);
    // As it was written, where comparing changed no length.
    const written =
      one.text.length === comparable(one.text).length ? one.text.slice(at, at + wanted.length) : wanted;
    found.set(`${one.id}/${wanted}`, { clientId: one.clientId, messageId: one.id, quote: written });
  }
  return [...found.values()];
}

export function clientsOf(evidence: readonly Evidence[]): Set<string> {
  return new Set(evidence.map(({ clientId }) => clientId));
}
