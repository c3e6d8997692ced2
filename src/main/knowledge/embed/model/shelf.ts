import { rm } from 'node:fs/promises';
import type { ModelOffer, ModelState } from '../../../../shared/embedder.ts';
import { SECOND } from '../../../../shared/time.ts';
import type { Patience } from './download.ts';
import { ModelError } from './fault.ts';
import { fetchModel } from './fetch-model.ts';
import { listModel, type HubPlace } from './hub.ts';
import { bytesIn, foldersOf, readModel, type ReadyModel } from './model-folder.ts';

export interface ShelfParts {
  readonly modelsDir: string;
  /** The model that is wanted, and where it is fetched. */
  readonly place: () => HubPlace;
  readonly tryOut: (model: ReadyModel) => Promise<void>;
  /** Told of every change; of bytes that came in, a few times a second. */
  readonly onState: (state: ModelState) => void;
  readonly patience?: Patience;
}

/** Longest wait for a hub that is only asked whether it is there. */
const offerMs = 6 * SECOND;
/** Between two words about bytes, ms. */
const tellingMs = 250;

/** The wanted model on this computer: whether it is here, and bringing it here. One fetch at a time. */
export class ModelShelf {
  readonly #parts: ShelfParts;
  #model: string | null = null;
  #state: ModelState = { kind: 'absent' };
  #ready: ReadyModel | null = null;
  #fetch: { readonly stopping: AbortController; readonly ended: Promise<void> } | null = null;
  #telling: NodeJS.Timeout | null = null;

  constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  /** Looks at the folder of the model that is wanted now. A fetch of another one ends. What failed stays so until it is fetched. */
  async look(): Promise<void> {
    const { model } = this.#parts.place();
    const isSame = model === this.#model;
    if (!isSame) await this.cancel();
    if (this.#fetch || (isSame && this.#state.kind === 'failed')) return;
    this.#model = model;
    const { whole, partial } = foldersOf(this.#parts.modelsDir, model);
    this.#ready = readModel(whole);
    const bytes = this.#ready ? 0 : await bytesIn(partial).catch(() => 0);
    if (this.#ready) this.#set({ kind: 'ready', total: this.#ready.total });
    else this.#set(bytes > 0 ? { kind: 'partial', bytes, total: null } : { kind: 'absent' });
  }

  state(): ModelState {
    return this.#state;
  }

  /** The model, if it is here and serves. */
  ready(): ReadyModel | null {
    return this.#state.kind === 'ready' ? this.#ready : null;
  }

  /** Begins or goes on to bring the model here. Resolves when that ended, however it did. */
  fetch(): Promise<void> {
    if (this.#fetch) return this.#fetch.ended;
    const stopping = new AbortController();
    const place = this.#parts.place();
    this.#model = place.model;
    const bytes = this.#state.kind === 'partial' ? this.#state.bytes : 0;
    this.#set({ kind: 'fetching', bytes, total: null });
    const ended = this.#bring(place, stopping.signal).finally(() => {
      this.#fetch = null;
    });
    this.#fetch = { stopping, ended };
    return ended;
  }

  /** Ends a running fetch; what came so far is kept. */
  async cancel(): Promise<void> {
    this.#fetch?.stopping.abort(new Error('cancelled'));
    await this.#fetch?.ended;
  }

  /** The model turned out to be of no use. */
  markUnusable(why: string): void {
    this.#set({ kind: 'failed', fault: 'unusable', message: why });
  }

  /** Removes the model and what was fetched of it. */
  async remove(): Promise<void> {
    await this.cancel();
    const { whole, partial } = foldersOf(this.#parts.modelsDir, this.#parts.place().model);
    await rm(whole, { recursive: true, force: true });
    await rm(partial, { recursive: true, force: true });
    this.#model = null;
    await this.look();
  }

  /** What the hub has to offer; null when it cannot be reached or does not have the model. */
  async offer(signal: AbortSignal): Promise<ModelOffer | null> {
    const place = this.#parts.place();
    const listing = await listModel(place, signal, offerMs).catch(() => null);
    return listing && { model: place.model, total: listing.total };
  }

  async #bring(place: HubPlace, signal: AbortSignal): Promise<void> {
    const { modelsDir, tryOut, patience } = this.#parts;
    try {
      this.#ready = await fetchModel({
        place,
        modelsDir,
        signal,
        onProgress: (bytes, total) => this.#tellBytes(bytes, total),
        tryOut: async (model) => {
          this.#set({ kind: 'checking', total: model.total });
          await tryOut(model);
        },
        ...(patience ? { patience } : {}),
      });
      this.#set({ kind: 'ready', total: this.#ready.total });
    } catch (error) {
      if (signal.aborted) return await this.#setPartial(place.model);
      const fault = error instanceof ModelError ? error.fault : 'unusable';
      const message = error instanceof Error ? error.message : String(error);
      this.#set({ kind: 'failed', fault, message });
    }
  }

  async #setPartial(model: string): Promise<void> {
    const before = this.#state;
    const { partial } = foldersOf(this.#parts.modelsDir, model);
    const bytes = await bytesIn(partial).catch(() => 0);
    const total = before.kind === 'fetching' ? before.total : null;
    this.#set(bytes > 0 ? { kind: 'partial', bytes, total } : { kind: 'absent' });
  }

  #tellBytes(bytes: number, total: number): void {
    this.#state = { kind: 'fetching', bytes, total };
    // The last word before a silence is told too, only later.
    this.#telling ??= setTimeout(() => this.#set(this.#state), tellingMs);
  }

  #set(state: ModelState): void {
    if (this.#telling) clearTimeout(this.#telling);
    this.#telling = null;
    this.#state = state;
    this.#parts.onState(state);
  }
}
