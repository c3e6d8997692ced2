import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoClients } from '../../src/demo/clients.ts';
import { furnishFolder, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const starterInsights = readFileSync(
  new URL('../../resources/starter/insights.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n').length;

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder(demoClients);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

const insight = {
  slug: 'en-keep-it-between-us',
  text: '“Keep it between us”: often a worry about somebody who must not know',
  guidance: 'Ask who may know, and answer in private.',
  category: 'trust',
  language: 'en',
  triggers: ['keep it between us'],
};

describe('knowledge', () => {
  it('imported from stdin is found at once, and imported again changes nothing', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const input = `${JSON.stringify(insight)}\n`;
    const first = await jiwa(['knowledge', 'import', '-', '--json'], { input });
    expect(first.json()).toEqual({ added: 1, changed: 0, same: 0 });
    const again = await jiwa(['knowledge', 'import', '-'], { input });
    expect(again.stdout).toBe('Imported insights: 0 added, 0 changed, 1 as they were.\n');
    const found = await jiwa(['knowledge', 'search', 'please keep it between us', '--json']);
    expect((found.json() as { slug: string }[])[0]).toMatchObject({
      slug: insight.slug,
      vectorScore: expect.any(Number),
    });
    const status = await jiwa(['index', 'status', '--json']);
    expect(status.json()).toMatchObject({ state: 'ready', insights: starterInsights + 1 });
  });

  it('with a wrong line is refused whole, naming the line', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const input = `${JSON.stringify(insight)}\n{"slug":"half"}\n`;
    const ran = await jiwa(['knowledge', 'import', '-'], { input });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('Line 2');
    expect((await jiwa(['knowledge', 'list', '--category', 'trust', '--json'])).stdout).not.toContain(
      insight.slug,
    );
  });

  it('exported is taken back unchanged', async () => {
    const desk = openTestDesk({}, furnished);
    const { stdout } = await desk.jiwa(['knowledge', 'export']);
    const file = join(desk.dataDir, 'insights.jsonl');
    writeFileSync(file, stdout);
    const ran = await desk.jiwa(['knowledge', 'import', file, '--json']);
    expect(ran.json()).toEqual({ added: 0, changed: 0, same: stdout.trim().split('\n').length });
  });

  it('has none for a plain question', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const ran = await jiwa(['knowledge', 'search', 'Quanto costa il KITAS?']);
    expect(ran.stdout).toContain('No insight fits');
  });
});

describe('answers', () => {
  it('match says which answer fits, and why another message gets none', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const hit = await jiwa([
      'answers',
      'match',
      'Quanto costa il KITAS investitore?',
      '-c',
      'Mario',
      '--json',
    ]);
    expect(hit.json()).toMatchObject({ kind: 'hit', intent: 'kitas-investor-price' });
    expect((hit.json() as { text: string }).text).toContain('Mario');
    const miss = await jiwa([
      'answers',
      'match',
      'Mio marito è in overstay, quanto costa il KITAS investitore?',
    ]);
    expect(miss.code).toBe(0);
    expect(miss.stdout).toMatch(/^No prepared answer/);
  });

  it('exported are taken back unchanged', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const { stdout } = await jiwa(['answers', 'export']);
    const ran = await jiwa(['answers', 'import', '-', '--json'], { input: stdout });
    expect(ran.json()).toMatchObject({ added: 0, changed: 0 });
    const rows = (await jiwa(['answers', 'export', '--json'])).json() as unknown[];
    expect(rows).toHaveLength(stdout.trim().split('\n').length);
  });
});

describe('facts', () => {
  it('are listed in a language, and an expired one is marked', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const input = `${JSON.stringify({ slug: 'old-fee', topic: 'Old: fee', value: 'Rp 1', source: 'test', validUntil: '2020-01-01' })}\n`;
    expect((await jiwa(['facts', 'import', '-'], { input })).stdout).toContain('1 added');
    const { stdout } = await jiwa(['facts', 'list', '--language', 'it']);
    expect(stdout).toMatch(/^old-fee +expired/m);
    expect(stdout).toContain('da 4 a 6 settimane');
    const checked = await jiwa(['doctor', '--json']);
    expect(checked.stdout).toContain('old-fee');
  });

  it('that cannot be read end with 1', async () => {
    const { code, stderr } = await openTestDesk({}, furnished).jiwa([
      'facts',
      'import',
      '/no/such/file.jsonl',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('there is no such file');
  });
});

describe('memory show', () => {
  it('has facts and jiwa with the words behind them', async () => {
    const { jiwa } = openTestDesk({}, furnished);
    const words = await jiwa(['memory', 'show', '-c', 'mario']);
    for (const part of ['Jiwa', 'Facts', '3 marzo 2027', 'locked', '“spiegato passo per passo'])
      expect(words.stdout).toContain(part);
    const data = (await jiwa(['memory', 'show', '-c', 'mario', '--json'])).json() as { facts: unknown[] };
    expect(data.facts).toHaveLength(4);
  });
});

describe('index', () => {
  it('that was damaged is rebuilt', async () => {
    const desk = openTestDesk({}, furnished);
    const file = join(desk.dataDir, 'index', 'index', 'index.pb');
    const before = readFileSync(file).length;
    writeFileSync(file, 'damaged');
    expect((await desk.jiwa(['doctor'])).stdout).toMatch(/warn +cultural index/);
    const ran = await desk.jiwa(['index', 'rebuild', '--json']);
    expect(ran.json()).toMatchObject({ state: 'ready', insights: starterInsights });
    expect(readFileSync(file).length).toBe(before);
  });
});
