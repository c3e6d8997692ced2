import { createHash } from 'node:crypto';
import { HOUR, MINUTE } from '../shared/time.ts';
import { blocksOf, type PromptRequest } from './messages-request.ts';

/** Tokens of a text at four characters each, the usual rule of thumb for Latin scripts. An estimate, never a bill. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** Cuts a text at a word so that its estimate stays within `maxTokens`. */
export function limitTokens(text: string, maxTokens: number): { text: string; isCut: boolean } {
  if (estimateTokens(text) <= maxTokens) return { text, isCut: false };
  const head = text.slice(0, maxTokens * 4);
  const lastSpace = head.lastIndexOf(' ');
  return { text: lastSpace > 0 ? head.slice(0, lastSpace) : head, isCut: true };
}

/** Tokens of one prompt, split as the service bills them. Their sum is the whole prompt. */
export interface PromptUsage {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

export interface PromptCache {
  /** Accounts one request and remembers its marked prefixes for the next. */
  account(request: PromptRequest): PromptUsage;
}

type Ttl = '5m' | '1h';

interface PromptBlock {
  readonly text: string;
  readonly mark: Ttl | null;
}

interface Prefix {
  readonly hash: string;
  readonly tokens: number;
  readonly mark: Ttl | null;
}

const lifetimes: Readonly<Record<Ttl, number>> = { '5m': 5 * MINUTE, '1h': HOUR };

/** A mark also finds a prefix stored up to this many blocks before it (the service's look-back window). */
const LOOK_BACK_BLOCKS = 20;

/** Tokens of a whole prompt without any caching. */
export function countPromptTokens(request: PromptRequest): number {
  return listBlocks(request).reduce((sum, block) => sum + estimateTokens(block.text), 0);
}

/**
 * Prompt caching as the service describes it: order tools, system, messages; a prefix is read when model and every
 * block up to it are the same, written at each mark otherwise, and forgotten after its lifetime (a read renews it).
 * `minimumTokens`: shorter prefixes are silently not cached (512 to 4,096 at the service, by model).
 */
export function createPromptCache(options: {
  readonly now: () => number;
  readonly minimumTokens?: number;
}): PromptCache {
  const minimum = options.minimumTokens ?? 0;
  const stored = new Map<string, { readonly ttl: Ttl; readonly expiresAt: number }>();
  return {
    account(request) {
      const now = options.now();
      for (const [hash, entry] of stored) if (entry.expiresAt <= now) stored.delete(hash);
      const prefixes = listPrefixes(request);
      const total = prefixes.at(-1)?.tokens ?? 0;
      const marked = prefixes.filter((prefix) => prefix.mark !== null && prefix.tokens >= minimum);
      const last = marked.at(-1);
      if (last === undefined) return { input: total, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
      const hit = findHit(prefixes, marked, (hash) => stored.has(hash));
      for (const prefix of hit === undefined ? marked : [...marked, hit]) {
        const ttl = prefix.mark ?? stored.get(prefix.hash)?.ttl ?? '5m';
        stored.set(prefix.hash, { ttl, expiresAt: now + lifetimes[ttl] });
      }
      const cacheRead = hit?.tokens ?? 0;
      const written = last.tokens - cacheRead;
      return {
        input: total - last.tokens,
        cacheRead,
        cacheWrite5m: last.mark === '1h' ? 0 : written,
        cacheWrite1h: last.mark === '1h' ? written : 0,
      };
    },
  };
}

function findHit(
  prefixes: readonly Prefix[],
  marked: readonly Prefix[],
  isStored: (hash: string) => boolean,
): Prefix | undefined {
  const markedAt = marked.map((prefix) => prefixes.indexOf(prefix));
  const isSeen = (index: number) => markedAt.some((at) => index <= at && at - index < LOOK_BACK_BLOCKS);
  return prefixes.filter((prefix, index) => isSeen(index) && isStored(prefix.hash)).at(-1);
}

function listPrefixes(request: PromptRequest): Prefix[] {
  let hash = createHash('sha256').update(request.model).digest('hex');
  let tokens = 0;
  return listBlocks(request).map((block) => {
    hash = createHash('sha256').update(hash).update(block.text).digest('hex');
    tokens += estimateTokens(block.text);
    return { hash, tokens, mark: block.mark };
  });
}

function listBlocks(request: PromptRequest): PromptBlock[] {
  const system =
    typeof request.system === 'string' ? [{ type: 'text', text: request.system }] : (request.system ?? []);
  const blocks = [
    ...(request.tools ?? []).map((tool) => toPromptBlock('tool', tool)),
    ...system.map((block) => toPromptBlock('system', block)),
    ...request.messages.flatMap((turn) => blocksOf(turn).map((block) => toPromptBlock(turn.role, block))),
  ];
  const last = blocks.pop();
  if (last === undefined) return [];
  const automatic = request.cache_control == null ? null : (request.cache_control.ttl ?? '5m');
  return [...blocks, { text: last.text, mark: last.mark ?? automatic }];
}

interface Markable {
  readonly cache_control?: { readonly ttl?: Ttl | undefined } | null | undefined;
}

function toPromptBlock(place: string, block: Markable & Readonly<Record<string, unknown>>): PromptBlock {
  const { cache_control: mark, ...content } = block;
  const text = content['type'] === 'text' ? String(content['text']) : JSON.stringify(content);
  return { text: `${place}:${text}`, mark: mark == null ? null : (mark.ttl ?? '5m') };
}
