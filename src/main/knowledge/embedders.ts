import { join } from 'node:path';
import type { ModelOffer, ModelState } from '../../shared/embedder.ts';
import type { Emit } from '../../shared/events.ts';
import type { Settings } from '../../shared/settings.ts';
import { SECOND } from '../../shared/time.ts';
import type { Log } from '../log.ts';
import type { Embedder } from './embed/embedder.ts';
import type { Patience } from './embed/model/download.ts';
import type { ReadyModel } from './embed/model/model-folder.ts';
import { ModelShelf } from './embed/model/shelf.ts';
import { remoteEmbedder } from './embed/remote.ts';
import {
  transformersEmbedder,
  tryOutModel,
  type TransformersEmbedder,
} from './embed/transformers/transformers.ts';

/** What embedders take from the world around the product. */
export interface EmbeddingWorld {
  /** Where models are kept; in the data folder unless it is said. */
  readonly modelsDir?: string;
  /** Where models come from while the settings name no hub. */
  readonly hub?: string;
  /** The key of the remote server, if it wants one. */
  readonly remoteKey?: () => string | null;
  /** Bundle of the worker; without it its source is run. */
  readonly workerFile?: string;
  /** After this time in ms a chosen model is loaded, or goes on being fetched, unasked. Without it only what is asked for happens. */
  readonly settleAfterMs?: number;
  readonly patience?: Patience;
}

export interface EmbeddersParts {
  readonly dataDir: string;
  readonly settings: () => Settings['embedder'];
  readonly builtin: Embedder;
  readonly world: EmbeddingWorld;
  readonly log: Log;
  readonly emit: Emit;
}

const publicHub = 'https://huggingface.co';
/** A model that is not chosen any more leaves the memory after this time; an old index may still ask it. */
const restAfter = 60 * SECOND;

/** The embedders that the settings choose from, and the model that one of them needs. */
export interface Embedders {
  /** The chosen one; the builtin one while the chosen one cannot serve. */
  current(): Embedder;
  /** Tells one listener whenever `current` may be another one than before, without a change of the settings. */
  watch(listener: () => void): void;
  /** Loads the current one, where that takes time. Resolves when it can be asked, or never will be. */
  wake(): Promise<void>;
  /** The one that made vectors of this id, if it can still be asked. */
  byId(id: string): Embedder | null;
  modelState(): ModelState;
  /** Brings the model here in the background. */
  fetchModel(): ModelState;
  /** Removes the model's files. */
  removeModel(): Promise<ModelState>;
  /** The size of the model on the hub; null when the hub cannot be reached or does not have it. */
  offer(): Promise<ModelOffer | null>;
  /** To be called after the settings changed: fetches a chosen model that is not here, ends fetching one that is not chosen. */
  applySettings(): Promise<void>;
  close(): Promise<void>;
}

/** Opens what the settings choose. Nothing is loaded and no network is asked before it is chosen. */
export async function openEmbedders(parts: EmbeddersParts): Promise<Embedders> {
  const { settings, world, builtin } = parts;
  const closing = new AbortController();
  const local = keepLocal(parts);
  const remote = keepRemote(world);
  const isChosen = () => settings().kind === 'transformers';
  let tell: (() => void) | null = null;
  const shelf = await openShelf(parts, () => tell?.());
  let applied = JSON.stringify(settings());
  const chosenLocal = () => local.of(shelf.ready(), (why) => shelf.markUnusable(why));
  const current = () =>
    (isChosen() ? chosenLocal() : settings().kind === 'remote' ? remote(settings()) : null) ?? builtin;
  const settle = () => {
    if (!isChosen()) void local.rest();
    else if (shelf.ready()) void chosenLocal()?.wake();
    else if (shelf.state().kind !== 'failed') void shelf.fetch();
  };
  const timer = later(closing.signal);
  if (world.settleAfterMs !== undefined) timer(settle, world.settleAfterMs);
  return {
    current,
    watch: (listener) => {
      tell = listener;
    },
    wake: async () => current().wake?.(),
    byId: (id) => [builtin, local.kept(), current()].find((one) => one?.id === id) ?? null,
    modelState: () => shelf.state(),
    fetchModel: () => {
      void shelf.fetch();
      return shelf.state();
    },
    removeModel: async () => {
      await local.rest();
      await shelf.remove();
      return shelf.state();
    },
    offer: () => shelf.offer(closing.signal),
    applySettings: async () => {
      const wanted = JSON.stringify(settings());
      if (wanted === applied) return;
      applied = wanted;
      await shelf.look();
      if (!isChosen()) await shelf.cancel();
      else if (!shelf.ready()) void shelf.fetch();
      timer(settle, restAfter);
    },
    close: async () => {
      closing.abort();
      await shelf.cancel();
      await local.rest();
    },
  };
}

/** The model's place on this computer, looked at once. Whoever opens it asks what there is; later changes are told. */
async function openShelf(
  { dataDir, settings, world, emit, log }: EmbeddersParts,
  onChange: () => void,
): Promise<ModelShelf> {
  let isOpen = false;
  const shelf = new ModelShelf({
    modelsDir: world.modelsDir ?? join(dataDir, 'models'),
    place: () => ({ hub: settings().hub || world.hub || publicHub, model: settings().localModel }),
    tryOut: (model) => tryOutModel({ model, workerFile: world.workerFile }),
    onState: (state) => {
      if (!isOpen) return;
      emit('model:changed', state);
      if (state.kind === 'failed') log.warn({ fault: state.fault }, 'the model cannot be had');
      if (state.kind === 'ready' || state.kind === 'failed') onChange();
    },
    ...(world.patience ? { patience: world.patience } : {}),
  });
  await shelf.look();
  isOpen = true;
  return shelf;
}

/** Does something once after a while, unless something else was put off meanwhile or everything ends. */
function later(signal: AbortSignal): (work: () => void, ms: number) => void {
  let timer: NodeJS.Timeout | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return (work, ms) => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(work, ms).unref();
  };
}

/** A server is asked how long its vectors are; its embedder remembers while the settings stay. */
function keepRemote({ remoteKey = () => null }: EmbeddingWorld) {
  let kept: { readonly place: string; readonly embedder: Embedder } | null = null;
  return ({ url, model }: Settings['embedder']): Embedder | null => {
    if (url === '' || model === '') return null;
    const place = `${url} ${model}`;
    if (kept?.place !== place) kept = { place, embedder: remoteEmbedder({ url, model, key: remoteKey }) };
    return kept.embedder;
  };
}

/** The one model on this computer that may be asked: of the chosen files, and none that proved to be of no use. */
function keepLocal({ world: { workerFile }, log }: EmbeddersParts) {
  let kept: { readonly model: ReadyModel; readonly embedder: TransformersEmbedder } | null = null;
  const rest = async () => kept?.embedder.rest();
  const open = (model: ReadyModel, onBroken: (why: string) => void): TransformersEmbedder => {
    const embedder = transformersEmbedder({
      model,
      workerFile,
      onBroken: ({ message }) => {
        if (kept?.embedder !== embedder) return;
        log.warn({ reason: message }, 'the model cannot be used');
        kept = null;
        onBroken(message);
      },
      onLost: (reason) => log.warn({ reason }, 'the process of the model is started anew'),
    });
    return embedder;
  };
  return {
    kept: (): Embedder | null => kept?.embedder ?? null,
    rest,
    of(model: ReadyModel | null, onBroken: (why: string) => void): TransformersEmbedder | null {
      if (!model) return null;
      const isSame = kept?.model.dir === model.dir && kept.model.fingerprint === model.fingerprint;
      if (kept && isSame) return kept.embedder;
      void rest();
      kept = { model, embedder: open(model, onBroken) };
      return kept.embedder;
    },
  };
}
