import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readIndexFolder, settleFolder } from '../../../../src/main/knowledge/index/folder.ts';
import { openShelf, patience, starterPack, type Shelf } from '../shelf.ts';

/** Starting the whole of retrieval takes a second each; writing alone starts at once. */
const trials = { builds: 6, writes: 12 } as const;

let shelf: Shelf;
beforeEach(() => {
  shelf = openShelf(starterPack);
});
afterEach(() => shelf.clear());

test(
  'answers right after the process that built the index was killed, at any moment',
  { timeout: 120_000 },
  async () => {
    let ready = 0;
    for (let trial = 0; trial < trials.builds; trial++) {
      await killAtRandom('endless-builds.ts', [join(shelf.dir, 'jiwa.db'), shelf.indexDir], 80);
      const knowledge = await shelf.open();
      if (knowledge.status().state === 'ready') ready++;
      const found = await knowledge.retrieve('kak aku malu nanya');
      expect(found[0]?.slug).toBe('aku-malu-before-question');
      expect(knowledge.status().state).not.toBe('missing');
      await vi.waitFor(() => expect(knowledge.status().state).toBe('ready'), patience);
      await knowledge.close();
      expect(readdirSync(shelf.indexDir)).toEqual(['index']);
    }
    // A swap that can be cut leaves the old index or the new one, so that none had to be built again.
    expect(ready).toBe(trials.builds);
  },
);

test('a write that is cut leaves the last whole index or the new one', { timeout: 120_000 }, async () => {
  for (let trial = 0; trial < trials.writes; trial++) {
    const written = await killAtRandom('endless-writes.ts', [shelf.indexDir], 60);
    await settleFolder(shelf.indexDir);
    const kept = await readIndexFolder(shelf.indexDir);
    expect(kept?.stamp.generation).toBeGreaterThanOrEqual(written);
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
