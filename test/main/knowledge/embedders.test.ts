import { shippedLexicon } from '../../fixtures/lexicon.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { openEmbedders, type EmbeddingWorld } from '../../../src/main/knowledge/embedders.ts';
import type { ModelState } from '../../../src/shared/embedder.ts';
import { applyPatch, defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { silentLog } from '../../fixtures/desk.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';
import { startHubSimulator } from '../../simulators/hub.ts';

vi.setConfig({ testTimeout: 60_000 });

const localModel = 'tiny/multilingual-e5-tiny';
const weights = 'onnx/model_quantized.onnx';
const builtin = builtinEmbedder(shippedLexicon);
const local = expect.stringMatching(/^transformers-tiny\/multilingual-e5-tiny-[0-9a-f]{8}$/);

async function openHub() {
  const hub = await startHubSimulator({ model: localModel, files: tinyModel() });
  onTestFinished(() => hub.close().catch(() => undefined));
  return hub;
}

/** A data folder whose embedders are opened as often as a test likes. */
function openPlace(hub: { readonly url: string }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-embedders-'));
  const closings: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const close of closings) await close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const told: ModelState[] = [];
  const changes: string[] = [];
  let settings: Settings = applyPatch(defaultSettings, { embedder: { localModel } });
  const open = async (world: EmbeddingWorld = {}) => {
    const embedders = await openEmbedders({
      dataDir,
      settings: () => settings.embedder,
      builtin,
      world: { hub: hub.url, patience: { stallMs: 5_000, tries: 2, pauseMs: 1 }, ...world },
      log: silentLog,
      emit: (name, value) => void (name === 'model:changed' && told.push(value as ModelState)),
    });
    embedders.watch(() => changes.push(embedders.current().id));
    closings.push(() => embedders.close());
    return embedders;
  };
  const set = (patch: Partial<Settings['embedder']>) => {
    settings = applyPatch(settings, { embedder: patch });
  };
  return { dataDir, open, set, told, changes };
}

const until = (condition: () => void) => vi.waitFor(condition, { timeout: 30_000, interval: 10 });

it('asks no network and loads nothing while the model is not chosen', async () => {
  const hub = await openHub();
  const place = openPlace(hub);
  const embedders = await place.open({ settleAfterMs: 0 });
  await embedders.applySettings();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(embedders.current()).toBe(builtin);
  expect(embedders.modelState()).toEqual({ kind: 'absent' });
  expect(hub.requests).toEqual([]);
});

it('fetches the chosen model while the builtin embedder serves, tries it out, and goes over to it', async () => {
  const hub = await openHub();
  hub.enqueue(weights, { kind: 'hold', after: 10_000 });
  const place = openPlace(hub);
  const embedders = await place.open();
  place.set({ kind: 'transformers' });
  await embedders.applySettings();
  await until(() => expect(hub.held).toBe(1));
  expect(embedders.modelState()).toMatchObject({ kind: 'fetching', total: expect.any(Number) });
  expect(embedders.current()).toBe(builtin);
  hub.release();
  await until(() => expect(place.changes).toEqual([local]));
  expect(place.told.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['fetching', 'checking', 'ready']),
  );
  const [vector] = await embedders.current().embed(['aku malu'], 'query');
  expect(vector).toHaveLength(384);
  expect(embedders.byId(builtin.id)).toBe(builtin);
  expect(embedders.byId(embedders.current().id)).toBe(embedders.current());
});

it('needs no hub any more once the model is here', async () => {
  const hub = await openHub();
  const place = openPlace(hub);
  place.set({ kind: 'transformers' });
  const first = await place.open({ settleAfterMs: 0 });
  await until(() => expect(first.modelState().kind).toBe('ready'));
  await first.close();
  await hub.close();
  const embedders = await place.open({ settleAfterMs: 0 });
  expect(embedders.current().id).toEqual(local);
  expect(await embedders.current().embed(['malu'], 'query')).toHaveLength(1);
});

it('ends fetching when another embedder is chosen, and goes on where it was when it is chosen again', async () => {
  const hub = await openHub();
  hub.enqueue(weights, { kind: 'hold', after: 10_000 });
  const place = openPlace(hub);
  const embedders = await place.open();
  place.set({ kind: 'transformers' });
  await embedders.applySettings();
  await until(() => expect(hub.held).toBe(1));
  place.set({ kind: 'builtin' });
  await embedders.applySettings();
  expect(embedders.modelState()).toMatchObject({ kind: 'partial', bytes: expect.any(Number) });
  place.set({ kind: 'transformers' });
  await embedders.applySettings();
  await until(() => expect(embedders.modelState().kind).toBe('ready'));
});

it('goes on by itself after a restart, some time after the start', async () => {
  const hub = await openHub();
  hub.enqueue(weights, { kind: 'hold', after: 10_000 });
  const place = openPlace(hub);
  place.set({ kind: 'transformers' });
  const first = await place.open({ settleAfterMs: 0 });
  await until(() => expect(hub.held).toBe(1));
  await first.close();
  const silent = await place.open();
  expect(silent.modelState().kind).toBe('partial');
  const embedders = await place.open({ settleAfterMs: 0 });
  await until(() => expect(embedders.modelState().kind).toBe('ready'));
});

describe('where the model cannot be had', () => {
  it('says why while the builtin embedder goes on serving, and can be asked again', async () => {
    const hub = await openHub();
    const place = openPlace({ url: 'http://127.0.0.1:9' });
    const embedders = await place.open();
    place.set({ kind: 'transformers' });
    await embedders.applySettings();
    await until(() =>
      expect(embedders.modelState()).toMatchObject({ kind: 'failed', fault: 'no_network', message: /127/ }),
    );
    expect(embedders.current()).toBe(builtin);
    place.set({ hub: hub.url });
    expect(embedders.fetchModel()).toMatchObject({ kind: 'fetching' });
    await until(() => expect(embedders.modelState().kind).toBe('ready'));
    expect(embedders.current().id).toEqual(local);
  });

  it('does not put a model in place that the library cannot load', async () => {
    const hub = await openHub();
    hub.publish(
      tinyModel().map((file) =>
        file.path === weights ? { ...file, content: Buffer.alloc(5_000, 'x') } : file,
      ),
    );
    const place = openPlace(hub);
    place.set({ kind: 'transformers' });
    const embedders = await place.open();
    embedders.fetchModel();
    await until(() => expect(embedders.modelState()).toMatchObject({ kind: 'failed', fault: 'unusable' }));
    expect(embedders.current()).toBe(builtin);
  });

  it('goes back to the builtin embedder when the model proves to be of no use', async () => {
    const place = openPlace(await openHub());
    place.set({ kind: 'transformers' });
    const first = await place.open();
    first.fetchModel();
    await until(() => expect(first.modelState().kind).toBe('ready'));
    await first.close();
    const file = join(place.dataDir, 'models', 'tiny--multilingual-e5-tiny', weights);
    writeFileSync(
      file,
      Buffer.alloc(tinyModel().find(({ path }) => path === weights)?.content.length ?? 0, 'x'),
    );
    const embedders = await place.open();
    expect(embedders.current().id).toEqual(local);
    await expect(embedders.current().embed(['malu'], 'query')).rejects.toMatchObject({
      code: 'embedder_unreachable',
    });
    expect(embedders.current()).toBe(builtin);
    expect(embedders.modelState()).toMatchObject({ kind: 'failed', fault: 'unusable' });
    embedders.fetchModel();
    await until(() => expect(embedders.modelState().kind).toBe('ready'));
    expect(await embedders.current().embed(['malu'], 'query')).toHaveLength(1);
  });
});

it('offers the model with its size, or nothing where no hub is', async () => {
  const hub = await openHub();
  const total = tinyModel().reduce((sum, { content }) => sum + content.length, 0);
  expect(await (await openPlace(hub).open()).offer()).toEqual({ model: localModel, total });
  expect(await (await openPlace({ url: 'http://127.0.0.1:9' }).open()).offer()).toBeNull();
});

it('removes the files of a model that is not wanted any more', async () => {
  const place = openPlace(await openHub());
  place.set({ kind: 'transformers' });
  const embedders = await place.open();
  embedders.fetchModel();
  await until(() => expect(embedders.modelState().kind).toBe('ready'));
  place.set({ kind: 'builtin' });
  await embedders.applySettings();
  expect(await embedders.removeModel()).toEqual({ kind: 'absent' });
});

it('looks for another model when the settings name one', async () => {
  const place = openPlace(await openHub());
  const embedders = await place.open();
  mkdirSync(join(place.dataDir, 'models', 'other--model.partial'), { recursive: true });
  writeFileSync(join(place.dataDir, 'models', 'other--model.partial', 'config.json'), '{}');
  place.set({ localModel: 'other/model' });
  await embedders.applySettings();
  expect(embedders.modelState()).toEqual({ kind: 'partial', bytes: 2, total: null });
});

it('remembers a remote server while its settings stay', async () => {
  const place = openPlace({ url: 'http://127.0.0.1:9' });
  const embedders = await place.open();
  place.set({ kind: 'remote', url: 'http://127.0.0.1:9/v1', model: 'x' });
  const first = embedders.current();
  expect(first.id).toMatch(/^remote-/);
  expect(embedders.current()).toBe(first);
  place.set({ model: '' });
  expect(embedders.current()).toBe(builtin);
});
