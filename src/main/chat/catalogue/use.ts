import type { Settings } from '../../../shared/settings.ts';
import { insertCatalogueRequest, listCatalogueRequests, type CatalogueShare } from '../../db/catalogues.ts';
import type { Db } from '../../db/db.ts';
import type { Log } from '../../log.ts';
import type { ClaudeRequest, ClaudeTurn } from '../claude-turn.ts';
import { costOf } from '../tally.ts';
import { chooseCatalogue, mostListed, UNCACHED_REQUESTS } from './choice.ts';
import { shareOfCatalogue, type Extent } from './share.ts';
import type { Catalogue, CatalogueOfToday } from './today.ts';

/** The catalogue in the requests of one reply. */
export interface ReplyCatalogue {
  /** What the prompt to this model carries of it; the same for every request of the reply. Null: nothing. */
  textFor(model: string): string | null;
  /** The numbers it lists that must not be used any more. */
  withdrawn(): readonly number[];
  /** Whether an answered request of this reply carried a line on the insight of this number. */
  wasShown(number: number): boolean;
  /** Keeps what an answered request took for it. */
  account(request: ClaudeRequest, turn: Pick<ClaudeTurn, 'usage' | 'ending'>): void;
}

interface Parts {
  readonly db: Db;
  readonly settings: () => Settings;
  readonly today: CatalogueOfToday;
  readonly log: Log;
}

interface ReplyPlace {
  readonly clientId: string;
  readonly replyId: string;
}

/** The catalogue for one reply. One that cannot be read is left out: a plainer reply beats none. */
export function openReplyCatalogue(parts: Parts, reply: ReplyPlace): ReplyCatalogue {
  const settings = parts.settings();
  return new OpenReplyCatalogue(
    parts.db,
    settings,
    reply,
    settings.insightCatalogue === 'off' ? null : read(parts, settings.insightCatalogue),
  );
}

type Share = Omit<CatalogueShare, 'day' | 'model' | 'insights'>;

const refusedShare: Share = { isRefused: true, tokens: 0, cacheRead: 0, cacheWrite: 0, costUsd: 0 };

class OpenReplyCatalogue implements ReplyCatalogue {
  readonly #db: Db;
  readonly #settings: Settings;
  readonly #reply: ReplyPlace;
  readonly #catalogue: Catalogue | null;
  readonly #texts = new Map<string, string | null>();
  #isShown = false;
  /** The model that answered the last request with an error, while it carried the catalogue. */
  #refusedBy: string | null = null;

  constructor(db: Db, settings: Settings, reply: ReplyPlace, catalogue: Catalogue | null) {
    this.#db = db;
    this.#settings = settings;
    this.#reply = reply;
    this.#catalogue = catalogue;
  }

  textFor(model: string): string | null {
    const known = this.#texts.get(model);
    if (known !== undefined) return known;
    const text = this.#choose(model);
    this.#texts.set(model, text);
    return text;
  }

  withdrawn(): readonly number[] {
    return this.#catalogue?.withdrawn ?? [];
  }

  wasShown(number: number): boolean {
    return this.#isShown && this.#catalogue?.lists(number) === true;
  }

  account(request: ClaudeRequest, { usage, ending }: Pick<ClaudeTurn, 'usage' | 'ending'>): void {
    const { model } = request;
    const hasCatalogue = request.catalogue !== null;
    if (usage === null) {
      const isRefused = ending.kind === 'fault' && ending.fault === 'bad_request';
      this.#refusedBy = hasCatalogue && isRefused ? model : null;
      return;
    }
    if (hasCatalogue) {
      this.#isShown = true;
      this.#keep(model, this.#shareOf(request, usage));
    } else if (this.#refusedBy === model) {
      // Without it the same request was answered, so it was the catalogue that was refused.
      this.#keep(model, refusedShare);
    }
    this.#refusedBy = null;
  }

  #choose(model: string): string | null {
    const catalogue = this.#catalogue;
    if (catalogue === null) return null;
    const requests = listCatalogueRequests(this.#db, model, catalogue.day, UNCACHED_REQUESTS);
    const choice = chooseCatalogue(this.#settings.insightCatalogue, catalogue, requests);
    return choice === 'sent' ? catalogue.text : null;
  }

  #shareOf(request: ClaudeRequest, usage: NonNullable<ClaudeTurn['usage']>): Share {
    const { prices } = this.#settings.claude;
    const price = Object.hasOwn(prices, request.model) ? prices[request.model] : undefined;
    const share = shareOfCatalogue(usage, extentOf(request));
    const { input, cacheRead, cacheWrite } = share;
    const costUsd = price === undefined ? null : costOf(share, price);
    return { isRefused: false, tokens: input + cacheRead + cacheWrite, cacheRead, cacheWrite, costUsd };
  }

  #keep(model: string, share: Share): void {
    if (this.#catalogue === null) return;
    const { day, insights } = this.#catalogue;
    const { clientId, replyId } = this.#reply;
    insertCatalogueRequest(this.#db, clientId, replyId, { day, model, insights, ...share });
  }
}

function read({ today, log }: Parts, setting: Settings['insightCatalogue']): Catalogue | null {
  try {
    return today(mostListed(setting));
  } catch (error) {
    const kind = error instanceof Error ? error.name : typeof error;
    log.error({ error: kind }, 'the catalogue cannot be read; going on without it');
    return null;
  }
}

function extentOf({ rules, tools, catalogue, turns }: ClaudeRequest): Extent {
  return {
    before: rules.length + JSON.stringify(tools).length,
    catalogue: catalogue?.length ?? 0,
    after: turns.reduce((sum, { content }) => sum + JSON.stringify(content).length, 0),
  };
}
