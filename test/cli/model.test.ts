import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { tinyModel } from '../fixtures/tiny-model.ts';
import { startHubSimulator } from '../simulators/hub.ts';
import { fetchModel } from '../../src/main/knowledge/embed/model/fetch-model.ts';
import { openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

const localModel = 'tiny/multilingual-e5-tiny';
const insight = {
  id: 'shy-about-asking',
  text: 'Feels exposed when asking: needs warmth first',
  category: 'emotions',
  language: 'id',
  triggers: ['aku malu nanya', 'sungkan tanya'],
};
const query = { text: 'mi vergogno a chiedere', lang: 'it', relevant: ['shy-about-asking'] };

let hubUrl = '';
beforeAll(async () => {
  const hub = await startHubSimulator({ model: localModel, files: tinyModel() });
  hubUrl = hub.url;
  return () => hub.close();
});

/** A desk whose settings choose the model on this computer; `isHere`: with its files. */
async function openModelDesk(isHere: boolean): Promise<TestDesk> {
  const desk = openTestDesk();
  const { dataDir } = desk;
  const embedder = { kind: 'transformers', localModel };
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ embedder }));
  mkdirSync(join(dataDir, 'models'));
  if (!isHere) return desk;
  await fetchModel({
    place: { hub: hubUrl, model: localModel },
    modelsDir: join(dataDir, 'models'),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    tryOut: async () => undefined,
  });
  return desk;
}

function evalArgs({ dataDir }: TestDesk): string[] {
  const [insights, queries] = [join(dataDir, 'i.jsonl'), join(dataDir, 'q.jsonl')];
  writeFileSync(insights, JSON.stringify(insight));
  writeFileSync(queries, JSON.stringify(query));
  return ['eval', 'retrieval', '--insights', insights, '--queries', queries, '--embedder', 'own'];
}

describe('a model on this computer, from the command line', () => {
  it('is loaded and asked by a search, without a window and without a hub', async () => {
    const { jiwa } = await openModelDesk(true);
    const ran = await jiwa(['knowledge', 'search', 'mi vergogno a chiedere', '--json']);
    expect(ran.stderr).toBe('');
    const found = ran.json() as { vectorScore: number | null }[];
    expect(found.some(({ vectorScore }) => vectorScore !== null)).toBe(true);
    const status = await jiwa(['index', 'status', '--json']);
    expect(status.json()).toMatchObject({ embedder: expect.stringContaining(localModel), state: 'ready' });
  });

  it('is what an evaluation measures when it is told to', async () => {
    const desk = await openModelDesk(true);
    const ran = await desk.jiwa([...evalArgs(desk), '--explain', '--json']);
    expect(ran.stderr).toBe('');
    const { embedP50Ms } = ran.json() as { embedP50Ms: number };
    expect(embedP50Ms).toBeGreaterThan(0);
  });

  it('that is not here is not measured as if it were, and doctor says what to do', async () => {
    const desk = await openModelDesk(false);
    const ran = await desk.jiwa(evalArgs(desk));
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('its model is not here');
    const doctor = await desk.jiwa(['doctor', '--json']);
    expect((doctor.json() as { checks: object[] }).checks).toContainEqual(
      expect.objectContaining({ name: 'model', state: 'warn', todo: expect.stringContaining('Settings') }),
    );
  });
});
