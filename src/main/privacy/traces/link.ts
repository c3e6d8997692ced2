import type { Finder } from '../personal.ts';

const withScheme = /(?:https?:\/\/|www\.)[^\s<>"'“”]{3,2000}/giu;
const bare =
  /(?<![\w@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|it|id|me|io|co|gl|ly|app|link|page|info|eu|au|uk|de)\/[^\s<>"'“”]{1,2000}/giu;

/** Hosts on which every address leads to somebody, or to somebody's document. */
const personalHosts =
  /^(?:[a-z0-9-]+\.)*(?:wa\.me|t\.me|goo\.gl|bit\.ly|docs\.google\.com|drive\.google\.com|photos\.google\.com|maps\.google\.com|dropbox\.com|wetransfer\.com|we\.tl|1drv\.ms|icloud\.com|instagram\.com|facebook\.com|fb\.me|linkedin\.com|tiktok\.com|airbnb\.[a-z]+|calendly\.com|zoom\.us|paypal\.me|wise\.com|whatsapp\.com)$/i;

interface Link {
  readonly start: number;
  readonly end: number;
  readonly address: string;
}

/** All links of a text, whatever they lead to, without the punctuation behind them. */
export function findAnyLinks(text: string): Link[] {
  return [...text.matchAll(withScheme), ...text.matchAll(bare)].map(({ 0: whole, index }) => {
    const address = whole.replace(/[.,;:!?)\]}'»*_]{1,8}$/u, '');
    return { start: index, end: index + address.length, address };
  });
}

/** Links with something in them that one person has: an id, a token, a query, an account. The site of an office has none. */
export const findLinks: Finder = ({ text }) =>
  findAnyLinks(text)
    .filter(({ address }) => leadsToOne(address))
    .map(({ start, end }) => ({ start, end, type: 'link' }));

function leadsToOne(address: string): boolean {
  const [, host = '', rest = ''] = /^(?:https?:\/\/)?([^/?#]{0,255})(.*)$/isu.exec(address) ?? [];
  if (host.includes('@')) return true;
  if (personalHosts.test(host.replace(/:\d+$/, ''))) return rest.length > 1;
  if (/[?#].*[=\w]{4}/u.test(rest)) return true;
  return rest
    .split('/')
    .some(
      (part) =>
        /\d/.test(part) &&
        (/\d{5}/.test(part) || (part.length >= 6 && !/^[a-z]+(?:-[a-z0-9]+)*$/.test(part))),
    );
}
