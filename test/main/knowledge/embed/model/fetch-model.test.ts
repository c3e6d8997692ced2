import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fetchModel, type FetchTask } from '../../../../../src/main/knowledge/embed/model/fetch-model.ts';
import { readModel } from '../../../../../src/main/knowledge/embed/model/model-folder.ts';
import { tinyModel } from '../../../../fixtures/tiny-model.ts';
import { startHubSimulator, type HubSimulator } from '../../../../simulators/hub.ts';

const model = 'tiny/multilingual-e5-tiny';
const weights = 'onnx/model_quantized.onnx';
const files = tinyModel();
const contentOf = (path: string) => files.find((file) => file.path === path)?.content;

async function openHub(): Promise<HubSimulator> {
  const hub = await startHubSimulator({ model, files });
  onTestFinished(() => hub.close());
  return hub;
}

/** A folder for models, and fetching into it with little patience. */
function openPlace({ url }: Pick<HubSimulator, 'url'>) {
  const modelsDir = mkdtempSync(join(tmpdir(), 'jiwa-models-'));
  onTestFinished(() => rmSync(modelsDir, { recursive: true, force: true }));
  const progress: [number, number][] = [];
  const fetching = (overrides: Partial<FetchTask> = {}) =>
    fetchModel({
      place: { hub: url, model },
      modelsDir,
      signal: new AbortController().signal,
      onProgress: (bytes, total) => progress.push([bytes, total]),
      patience: { stallMs: 400, tries: 2, pauseMs: 1 },
      tryOut: async () => undefined,
      ...overrides,
    });
  return { modelsDir, whole: join(modelsDir, 'tiny--multilingual-e5-tiny'), progress, fetching };
}

const refuse = () => Promise.reject(new Error('no such operator'));

const requestsOf = (hub: HubSimulator, path: string) =>
  hub.requests.filter((request) => request.startsWith('/cdn/') && request.includes(path));

it('brings every file whole, tells how far it is, and knows the model afterwards', async () => {
  const hub = await openHub();
  const place = openPlace(hub);
  const found = await place.fetching();
  expect(readFileSync(join(place.whole, weights))).toEqual(contentOf(weights));
  const total = files.reduce((sum, { content }) => sum + content.length, 0);
  expect(place.progress.at(-1)).toEqual([total, total]);
  expect(found).toMatchObject({ model, total, dimension: 384 });
  expect(readModel(place.whole)).toEqual(found);
  expect(existsSync(`${place.whole}.partial`)).toBe(false);
});

describe('goes on where it ended', () => {
  it('after a connection that broke, asking for the rest only', async () => {
    const hub = await openHub();
    hub.enqueue(weights, { kind: 'cut', after: 10_000 }, { kind: 'cut', after: 5_000 });
    const place = openPlace(hub);
    await place.fetching();
    const ranges = requestsOf(hub, weights).map((request) => request.split(' ')[1]);
    expect(ranges).toHaveLength(3);
    expect(ranges[0]).toBeUndefined();
    for (const range of ranges.slice(1)) expect(range).toMatch(/^bytes=\d{3,}-$/);
    expect(readFileSync(join(place.whole, weights))).toEqual(contentOf(weights));
  });

  it('after a hub went silent', async () => {
    const hub = await openHub();
    hub.enqueue(weights, { kind: 'hold', after: 10_000 });
    const place = openPlace(hub);
    await place.fetching();
    expect(requestsOf(hub, weights)[1]).toMatch(/ bytes=10000-$/);
  });

  it('after it was cancelled, in another run', async () => {
    const hub = await openHub();
    hub.enqueue(weights, { kind: 'hold', after: 10_000 });
    const place = openPlace(hub);
    const stopping = new AbortController();
    const first = place.fetching({ signal: stopping.signal });
    const before = files.slice(0, 3).reduce((sum, { content }) => sum + content.length, 0);
    await vi.waitFor(() => expect(place.progress.at(-1)?.[0]).toBe(before + 10_000));
    stopping.abort(new Error('cancelled'));
    await expect(first).rejects.toThrow('cancelled');
    expect(readModel(place.whole)).toBeNull();
    await place.fetching();
    expect(requestsOf(hub, weights)[1]).toMatch(/ bytes=10000-$/);
    expect(hub.requests.filter((request) => request.includes('tokenizer.json'))).toHaveLength(1);
  });

  it('with a hub that knows no ranges, from the start', async () => {
    const hub = await openHub();
    hub.enqueue(weights, { kind: 'cut', after: 10_000 }, { kind: 'no_ranges' });
    const place = openPlace(hub);
    await place.fetching();
    expect(readFileSync(join(place.whole, weights))).toEqual(contentOf(weights));
  });

  it('with the other weights that were published meanwhile', async () => {
    const hub = await openHub();
    hub.enqueue(
      weights,
      { kind: 'cut', after: 9_000 },
      { kind: 'http', status: 503 },
      { kind: 'http', status: 503 },
    );
    const place = openPlace(hub);
    await expect(place.fetching()).rejects.toMatchObject({ fault: 'refused' });
    const others = tinyModel(2);
    hub.publish(others);
    await place.fetching();
    expect(readFileSync(join(place.whole, weights))).toEqual(
      others.find(({ path }) => path === weights)?.content,
    );
  });
});

describe('what is not right never gets its place', () => {
  it('fetches wrong content once more, and then says so', async () => {
    const hub = await openHub();
    const place = openPlace(hub);
    hub.enqueue(weights, { kind: 'wrong' });
    await place.fetching();
    expect(readFileSync(join(place.whole, weights))).toEqual(contentOf(weights));
    rmSync(place.whole, { recursive: true });
    hub.enqueue(weights, { kind: 'wrong' }, { kind: 'wrong' });
    await expect(place.fetching()).rejects.toMatchObject({ fault: 'wrong_content' });
    expect(existsSync(place.whole)).toBe(false);
  });

  it('throws away what cannot be used, and leaves the model that was there before', async () => {
    const hub = await openHub();
    const place = openPlace(hub);
    const before = await place.fetching();
    hub.publish(tinyModel(2));
    await expect(place.fetching({ tryOut: refuse })).rejects.toThrow('no such operator');
    expect(readModel(place.whole)).toEqual(before);
    expect(existsSync(`${place.whole}.partial`)).toBe(false);
  });

  it('does not take a folder for a model when a file of it is cut', async () => {
    const place = openPlace(await openHub());
    await place.fetching();
    writeFileSync(join(place.whole, weights), 'cut');
    expect(readModel(place.whole)).toBeNull();
    await place.fetching();
    expect(readModel(place.whole)).not.toBeNull();
  });
});

describe('says what keeps it from fetching', () => {
  it.each([
    ['a hub that is not there', { url: 'http://127.0.0.1:9' }, 'no_network'],
    ['a hub that cannot be found', { url: 'http://hub.invalid' }, 'no_network'],
  ])('%s', async (_title, hub, fault) => {
    await expect(openPlace(hub).fetching()).rejects.toMatchObject({ fault });
  });

  it('a model the hub does not have', async () => {
    const hub = await openHub();
    const place = openPlace(hub);
    await expect(place.fetching({ place: { hub: hub.url, model: 'no/such' } })).rejects.toMatchObject({
      fault: 'not_found',
      message: expect.stringContaining('no/such'),
    });
  });

  it('a model without weights for it', async () => {
    const hub = await openHub();
    hub.publish(files.filter(({ path }) => path !== weights));
    await expect(openPlace(hub).fetching()).rejects.toMatchObject({
      fault: 'not_found',
      message: expect.stringContaining(weights),
    });
  });

  it('a hub that is busy, after it was asked again', async () => {
    const hub = await openHub();
    hub.enqueue(weights, { kind: 'http', status: 503 }, { kind: 'http', status: 503 });
    await expect(openPlace(hub).fetching()).rejects.toMatchObject({ fault: 'refused' });
    expect(requestsOf(hub, weights)).toHaveLength(2);
  });

  it('a server that is no hub', async () => {
    const hub = await openHub();
    const place = openPlace(hub);
    const noHub = { hub: `${hub.url}/cdn`, model };
    await expect(place.fetching({ place: noHub })).rejects.toMatchObject({ fault: 'not_found' });
  });

  it('a folder that cannot be one', async () => {
    const place = openPlace(await openHub());
    mkdirSync(place.modelsDir, { recursive: true });
    writeFileSync(`${place.whole}.partial`, 'a file');
    await expect(place.fetching()).rejects.toMatchObject({ fault: 'folder' });
  });
});
