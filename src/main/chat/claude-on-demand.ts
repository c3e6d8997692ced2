import type { Settings } from '../../shared/settings.ts';
import type { Log } from '../log.ts';
import { openClaude, type Claude } from './claude.ts';

/** Where Claude is and with which key. An empty address = Anthropic's own; no key = no Claude. */
export interface ClaudeAccess {
  readonly baseUrl: string;
  readonly apiKey: string | null;
}

interface ClaudeSource {
  readonly claudeAccess: () => ClaudeAccess;
  readonly settings: () => Settings;
  readonly log: Log;
}

/** A client of the SDK is made when first asked for, and made anew when address, key or time-outs changed. */
export function claudeOnDemand({ claudeAccess, settings, log }: ClaudeSource): () => Claude | null {
  let made: { readonly from: string; readonly claude: Claude } | null = null;
  return () => {
    const { baseUrl, apiKey } = claudeAccess();
    if (apiKey === null) return null;
    const { timeoutMs, stallMs } = settings().claude;
    const from = JSON.stringify([baseUrl, apiKey, timeoutMs, stallMs]);
    if (made?.from !== from) {
      made = { from, claude: openClaude({ baseUrl, apiKey, timeoutMs, stallMs, log }) };
    }
    return made.claude;
  };
}
