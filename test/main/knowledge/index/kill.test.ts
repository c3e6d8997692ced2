import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openForReading } from '../../../../src/main/db/open.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { checkIndexFolder, settleFolder } from '../../../../src/main/knowledge/index/folder.ts';
import { openShelf, starterPack, type Shelf } from '../shelf.ts';
import { everythingAnew, everythingOf, openBareIndex } from './bare-index.ts';

let shelf: Shelf;
beforeEach(() => {
  shelf = openShelf(starterPack);
});
afterEach(() => shelf.clear());

const kept = (...names: string[]) => join(shelf.indexDir, 'index', ...names);

/** What befalls the folder besides the kill. */
const harms: readonly [string, () => void][] = [
  ['nothing else', () => undefined],
  ['a lost folder', () => rmSync(shelf.indexDir, { recursive: true, force: true })],
  ['a cut file', () => existsSync(kept('index.pb')) && truncateSync(kept('index.pb'), 5_000)],
  ['a lost file', () => rmSync(kept('index.pb'), { force: true })],
  ['a lost stamp', () => rmSync(kept('stamp.json'), { force: true })],
  ['a stamp of nonsense', () => existsSync(kept()) && writeFileSync(kept('stamp.json'), '{"format":2}')],
];

/** On a new connection: SQLite's check of full-text tables is wrong on one that was open while another process wrote. */
function integrity(): unknown {
  const db = openForReading(shelf.db.name);
  try {
    return db.pragma('integrity_check', { simple: true });
  } finally {
    db.close();
  }
}

describe.each([
  ['built the index', 'endless-builds.ts', 150],
  ['edited insights', 'endless-edits.ts', 250],
  ['changed the embedder', 'endless-embedders.ts', 400],
])('after the process that %s was killed', (_what, script, longest) => {
  test.each(harms)('and %s, search is right by itself', { timeout: 60_000 }, async (_harm, harm) => {
    await killAtRandom(script, [shelf.db.name, shelf.indexDir], longest);
    harm();
    const [query = new Float32Array(384)] = await builtinEmbedder(shippedLexicon).embed(
      ['aku takut dan malu'],
      'query',
    );
    const index = openBareIndex(shelf, { debounceMs: 1 });
    await index.ready();
    const found = everythingOf(index, query);
    await index.close();
    expect(found.length).toBeGreaterThan(300);
    expect(found).toEqual(await everythingAnew(shelf, query));
    expect(readdirSync(shelf.indexDir)).toEqual(['index']);
    expect(integrity()).toBe('ok');
  });
});

test(
  'a swap that is cut leaves the old index or the new one, so that none has to be built again',
  { timeout: 120_000 },
  async () => {
    let whole = 0;
    for (let trial = 0; trial < 6; trial++) {
      await killAtRandom('endless-builds.ts', [shelf.db.name, shelf.indexDir], 150);
      settleFolder(shelf.indexDir);
      if (checkIndexFolder(shelf.indexDir)) whole++;
    }
    expect(whole).toBe(6);
  },
);

test('a write that is cut leaves the last whole index or the new one', { timeout: 120_000 }, async () => {
  for (let trial = 0; trial < 12; trial++) {
    const written = await killAtRandom('endless-writes.ts', [shelf.indexDir], 60);
    settleFolder(shelf.indexDir);
    expect(checkIndexFolder(shelf.indexDir)?.generation).toBeGreaterThanOrEqual(written);
    expect(readdirSync(shelf.indexDir)).toEqual(['index']);
  }
});

/** Kills the script up to `longest` ms after its first line; resolves to the last number it wrote, 0 for none. */
async function killAtRandom(script: string, args: readonly string[], longest: number): Promise<number> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  expect(child.exitCode).toBeNull();
  await wait(Math.random() * longest);
  child.kill('SIGKILL');
  await ended;
  return Number(output.trim().split('\n').at(-1)) || 0;
}
