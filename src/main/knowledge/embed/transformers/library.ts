import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as runtime from 'onnxruntime-web/wasm';

/** A text's vector: mean of its tokens, unit length. */
export type EmbedText = (text: string) => Promise<Float32Array>;

/** How the library calls the model; also the prefix of every path it asks for. */
const name = 'kept-model';
const wasmName = 'ort-wasm-simd-threaded.wasm';

/**
 * Loads the model of a folder into this process. Nothing reaches a network: files come from the folder, and the library has no other way to
 * ask for one. Rejects with the library's own error.
 */
export async function loadModel(dir: string): Promise<EmbedText> {
  // The library's documented way to bring its own runtime; it must be there before the library is.
  Object.assign(globalThis, { [Symbol.for('onnxruntime')]: runtime });
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmBinary = readFileSync(wasmFile());
  runtime.env.wasm.wasmPaths = {};
  const { env, LogLevel, pipeline } =
    await import('../../../../../node_modules/@huggingface/transformers/dist/transformers.web.js');
  // Its messages of errors hold what it was given.
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = false;
  env.useWasmCache = false;
  env.localModelPath = '';
  env.remoteHost = 'none://';
  env.remotePathTemplate = '{model}/';
  env.fetch = () => Promise.resolve(new Response(null, { status: 404 }));
  env.useCustomCache = true;
  env.customCache = { match: async (path: string) => fileOf(dir, path), put: () => Promise.resolve() };
  const extract = await pipeline('feature-extraction', name, {
    dtype: 'q8',
    device: 'auto',
    // One text at a time needs no arena, which would hold some hundred megabytes.
    session_options: { enableCpuMemArena: false, enableMemPattern: false },
  });
  return async (text) => {
    const { data } = await extract(text, { pooling: 'mean', normalize: true });
    return Float32Array.from(data as Float32Array);
  };
}

/** The library asks for `…kept-model/config.json`, be it as a path or as an address. */
function fileOf(dir: string, path: string): Response | undefined {
  const inside = path.slice(path.indexOf(`${name}/`) + name.length + 1).replace(/^\/+/, '');
  const file = join(dir, inside);
  return existsSync(file) ? new Response(readFileSync(file)) : undefined;
}

/** Beside the bundle; run from the sources, in its package. */
function wasmFile(): string {
  const here = fileURLToPath(import.meta.url);
  const beside = join(dirname(here), wasmName);
  return existsSync(beside) ? beside : createRequire(here).resolve(`onnxruntime-web/${wasmName}`);
}
