import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Embedder } from '../embedder.ts';
import type { ReadyModel } from '../model/model-folder.ts';
import { EmbedWorker, usualPatience, type WorkerPatience } from './embed-worker.ts';

export interface TransformersOptions {
  readonly model: ReadyModel;
  /** The worker's code where it is bundled; the source otherwise. */
  readonly workerFile?: string | undefined;
  /** The model turned out to be of no use: nothing more comes from this embedder. */
  readonly onBroken?: (error: Error) => void;
  /** Its process was stuck or died; another one takes its place. */
  readonly onLost?: (why: string) => void;
  readonly patience?: WorkerPatience;
}

/** Longer texts are cut: the model reads 512 tokens, and cutting a novel into tokens takes seconds. */
const mostCharacters = 4_000;

/** An embedder with a process behind it, which holds some hundred megabytes. */
export interface TransformersEmbedder extends Embedder {
  isAwake(): boolean;
  wake(): Promise<void>;
  /** Ends the process until something is asked again. */
  rest(): Promise<void>;
}

/**
 * A model in a process of its own, loaded from its folder and without any network. One text at a time: the weights have one byte each, and
 * what they are scaled by depends on everything in a batch, so that in a batch a text's vector would depend on its neighbours.
 */
export function transformersEmbedder({
  model,
  workerFile,
  onBroken,
  onLost,
  patience = usualPatience,
}: TransformersOptions): TransformersEmbedder {
  const prefixOf = prefixesOf(model.model);
  let { dimension } = model;
  let worker: EmbedWorker | null = null;
  const awake = (): EmbedWorker => {
    if (worker) return worker;
    return (worker = new EmbedWorker({
      file: workerFile ?? workerSource(),
      dir: model.dir,
      patience,
      onBroken: (error) => onBroken?.(error),
      onLost: (why) => onLost?.(why),
    }));
  };
  const rest = async () => {
    const resting = worker;
    worker = null;
    await resting?.close();
  };
  return {
    id: `transformers-${model.model}-${model.fingerprint}`,
    get dimension() {
      return dimension;
    },
    async embed(texts, side, signal) {
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        signal?.throwIfAborted();
        const written = `${prefixOf(side)}${text.slice(0, mostCharacters)}`;
        const vector = await awake().embed(written, side === 'query');
        vectors.push(vector);
        dimension = vector.length;
      }
      signal?.throwIfAborted();
      return vectors;
    },
    isAwake: () => worker?.isLoaded() ?? false,
    wake: () => awake().loaded,
    rest,
  };
}

/** Loads a model, embeds a word and ends. Rejects where either cannot be done. */
export async function tryOutModel(options: TransformersOptions): Promise<void> {
  const embedder = transformersEmbedder(options);
  try {
    await embedder.embed(['halo'], 'query');
  } finally {
    await embedder.rest();
  }
}

/** Models of the E5 family were trained with the side a text is on in words before it. */
function prefixesOf(model: string): (side: 'query' | 'passage') => string {
  return /\be5\b/i.test(model) ? (side) => `${side}: ` : () => '';
}

function workerSource(): string {
  return join(dirname(fileURLToPath(import.meta.url)), 'worker.ts');
}
