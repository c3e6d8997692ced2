import type { DropReason } from '../../shared/analysis.ts';
import type { ClientMessage, Message } from '../../shared/message.ts';
import type { WrittenClaim } from './claim.ts';

/** A letter or two stand in almost any message, and so are evidence of nothing. */
const LEAST_QUOTE = 4;
/** Words that the client and the desk share by chance are shorter than this. */
const LEAST_ECHO = 16;

/**
 * The client's message that proves a claim, or why none does. The quote is to stand in the message that was named, white
 * space, letter case and the form of quotation marks aside; nothing else is forgiven. What the desk said is no evidence,
 * nor is what the client only repeats of it.
 */
export function evidenceOf(
  claim: Pick<WrittenClaim, 'quote' | 'message'>,
  said: readonly Message[],
): ClientMessage | DropReason {
  const message = said[claim.message - 1];
  const quote = plain(claim.quote);
  if (message === undefined) return 'no_such_quote';
  if (message.author !== 'client') return 'not_the_client';
  if (quote.length < LEAST_QUOTE || !/\p{L}{3}/u.test(quote)) return 'too_short';
  if (!plain(message.text).includes(quote)) return 'no_such_quote';
  const earlier = said.slice(0, claim.message - 1).filter(({ author }) => author === 'desk');
  const isEcho = quote.length >= LEAST_ECHO && earlier.some(({ text }) => plain(text).includes(quote));
  return isEcho ? 'echo' : message;
}

/** One form for comparing. Unlike a search, it keeps accents, punctuation and repeated letters. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[‘’‚‛ʼ`´]/g, "'")
    .replaceAll(/[“”„‟«»]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
