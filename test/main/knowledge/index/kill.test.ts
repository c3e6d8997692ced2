import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openShelf, patience, starterPack, type Shelf } from '../shelf.ts';

const script = fileURLToPath(new URL('endless-builds.ts', import.meta.url));
const trials = 12;

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
    for (let trial = 0; trial < trials; trial++) {
      await killDuringBuilds();
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
    expect(ready).toBe(trials);
  },
);

/** Ends a process that builds without pause, 0 to 80 ms after its first build. */
async function killDuringBuilds(): Promise<void> {
  const child = spawn(process.execPath, [script, join(shelf.dir, 'jiwa.db'), shelf.indexDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  expect(child.exitCode).toBeNull();
  await wait(Math.random() * 80);
  child.kill('SIGKILL');
  await ended;
}
