import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { fetchModel } from '../../../../../src/main/knowledge/embed/model/fetch-model.ts';
import type { ReadyModel } from '../../../../../src/main/knowledge/embed/model/model-folder.ts';
import {
  transformersEmbedder,
  tryOutModel,
  type TransformersEmbedder,
} from '../../../../../src/main/knowledge/embed/transformers/transformers.ts';
import { tinyModel } from '../../../../fixtures/tiny-model.ts';
import { startHubSimulator } from '../../../../simulators/hub.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let modelsDir: string;
let model: ReadyModel;
beforeAll(async () => {
  modelsDir = mkdtempSync(join(tmpdir(), 'jiwa-models-'));
  const hub = await startHubSimulator({ model: 'tiny/multilingual-e5-tiny', files: tinyModel() });
  model = await fetchModel({
    place: { hub: hub.url, model: 'tiny/multilingual-e5-tiny' },
    modelsDir,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    tryOut: (fetched) => tryOutModel({ model: fetched }),
  });
  // From here on there is no hub.
  await hub.close();
});
afterAll(() => rmSync(modelsDir, { recursive: true, force: true }));

function open(overrides: Partial<ReadyModel> = {}): TransformersEmbedder {
  const embedder = transformersEmbedder({ model: { ...model, ...overrides } });
  onTestFinished(() => embedder.rest());
  return embedder;
}

const dot = (left: Float32Array, right: Float32Array) =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

it('embeds with the real library while the hub is gone: unit vectors, near where the meaning is', async () => {
  const embedder = open();
  const [malu, vergogno, fregatura] = await embedder.embed(
    ['aku malu nanya', 'mi vergogno chiedere', 'paura fregatura'],
    'passage',
  );
  if (!malu || !vergogno || !fregatura) throw new Error('too few vectors');
  expect(malu).toHaveLength(384);
  expect(dot(malu, malu)).toBeCloseTo(1, 5);
  expect(dot(malu, vergogno)).toBeGreaterThan(0.9);
  expect(dot(malu, vergogno)).toBeGreaterThan(dot(malu, fregatura) + 0.2);
  expect(embedder.dimension).toBe(384);
  expect(embedder.id).toBe(`transformers-tiny/multilingual-e5-tiny-${model.fingerprint}`);
});

it('tells an E5 model which side a text is on, and another model nothing', async () => {
  const embedder = open();
  const [asQuery] = await embedder.embed(['aku malu'], 'query');
  const [asPassage] = await embedder.embed(['aku malu'], 'passage');
  expect(asQuery).not.toEqual(asPassage);
  const plain = open({ model: 'tiny/other' });
  const [spelledOut] = await plain.embed(['query: aku malu'], 'passage');
  expect(spelledOut).toEqual(asQuery);
});

it('gives a text the same vector whatever is embedded beside it', async () => {
  const embedder = open();
  const [alone] = await embedder.embed(['aku malu'], 'passage');
  const [, beside] = await embedder.embed(['takut ditipu '.repeat(40), 'aku malu'], 'passage');
  expect(beside).toEqual(alone);
});

it('lets a message go before the lasting texts that wait', async () => {
  const embedder = open();
  await embedder.embed(['warm'], 'query');
  const order: string[] = [];
  const lasting = embedder
    .embed(
      Array.from({ length: 200 }, (_, at) => `takut ${at}`),
      'passage',
    )
    .then(() => order.push('lasting'));
  await embedder.embed(['malu'], 'query').then(() => order.push('message'));
  await lasting;
  expect(order).toEqual(['message', 'lasting']);
});

it('ends with the reason when it is told to stop, and leaves the rest undone', async () => {
  const embedder = open();
  const stopping = new AbortController();
  const asked = embedder.embed(
    Array.from({ length: 500 }, (_, at) => `takut ${at}`),
    'passage',
    stopping.signal,
  );
  stopping.abort(new Error('closing'));
  await expect(asked).rejects.toThrow('closing');
});

it('sleeps until it is asked or woken, and again when it is told to rest', async () => {
  const embedder = open();
  expect(embedder.isAwake()).toBe(false);
  const woken = embedder.wake();
  expect(embedder.isAwake()).toBe(false);
  await woken;
  expect(embedder.isAwake()).toBe(true);
  await embedder.rest();
  expect(embedder.isAwake()).toBe(false);
});

it('cuts a text that is a book', async () => {
  const [vector] = await open().embed(['malu '.repeat(200_000)], 'query');
  expect(vector).toHaveLength(384);
});

it('says that a model is of no use, once, and rejects whatever is asked of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-broken-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'config.json'), readFileSync(join(model.dir, 'config.json')));
  const onBroken = vi.fn<(error: Error) => void>();
  const embedder = transformersEmbedder({ model: { ...model, dir }, onBroken });
  onTestFinished(() => embedder.rest());
  await expect(embedder.embed(['secret words'], 'query')).rejects.toMatchObject({
    code: 'embedder_unreachable',
    message: expect.not.stringContaining('secret'),
  });
  await expect(embedder.embed(['more'], 'query')).rejects.toThrow(/cannot be used/);
  expect(onBroken).toHaveBeenCalledTimes(1);
});

it('rejects what waits when it is told to rest, is not broken by it, and wakes when it is asked again', async () => {
  const onBroken = vi.fn<(error: Error) => void>();
  const embedder = transformersEmbedder({ model, onBroken });
  onTestFinished(() => embedder.rest());
  const asked = embedder.embed(['malu'], 'query').catch((error: unknown) => error);
  await embedder.rest();
  expect(await asked).toMatchObject({ code: 'embedder_unreachable' });
  expect(await embedder.embed(['malu'], 'query')).toHaveLength(1);
  expect(onBroken).not.toHaveBeenCalled();
});
