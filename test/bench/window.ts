import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectDir } from '../../scripts/project.ts';
import { locationFileName, windowDir } from '../../src/main/data-dir.ts';
import { SECOND } from '../../src/shared/time.ts';
import { fillWithMessages } from '../fixtures/many-messages.ts';
import { toRow, type Measure } from './measure.ts';
import { openPlace } from './place.ts';
import { residentMegabytes } from './processes.ts';
import { openWindow, type BenchWindow } from './window-process.ts';

const RUNS = 7;
const MEMORY_RUNS = 3;
const REST_MS = 10 * SECOND;

/** The real Electron: from the start of the process to a list of clients one can click, and the memory at rest. */
export const windowMeasure: Measure = {
  name: 'window',
  title: 'The window: start and memory at rest (own desk, 50 clients, 2,000 messages)',
  needsElectron: true,
  async run() {
    const desk = await makeDesk();
    const empty = mkdtempSync(join(tmpdir(), 'jiwa-bench-empty-'));
    try {
      const product: Start = () =>
        openWindow({
          dataDir: desk.dataDir,
          app: projectDir,
          waitFor: 'ul[aria-label] li:nth-child(50) button',
        });
      const nothing: Start = () => openWindow({ dataDir: empty, app: null, waitFor: 'button' });
      // The first starts read from a cold disk and make Chromium's profile.
      for (const start of [product, nothing]) await startOnce(start);
      const times = { product: [] as number[], nothing: [] as number[] };
      for (let run = 0; run < RUNS; run += 1) {
        times.nothing.push(await startOnce(nothing));
        times.product.push(await startOnce(product));
      }
      const memory = { product: [] as number[], nothing: [] as number[] };
      for (let run = 0; run < MEMORY_RUNS; run += 1) {
        memory.nothing.push(await restOnce(nothing));
        memory.product.push(await restOnce(product));
      }
      return [
        toRow('start of the process to usable list of clients', times.product, {
          reference: { what: 'empty Electron window', samples: times.nothing },
          limit: { of: 'p50', atMost: 1_500 },
        }),
        toRow(`memory of all processes after ${REST_MS / SECOND} s at rest`, memory.product, {
          unit: 'MB',
          reference: { what: 'empty Electron window', samples: memory.nothing },
        }),
      ];
    } finally {
      desk.remove();
      rmSync(empty, { recursive: true, force: true });
    }
  },
};

type Start = () => Promise<BenchWindow>;

async function startOnce(start: Start): Promise<number> {
  const window = await start();
  await window.close();
  return window.usableAfterMs;
}

async function restOnce(start: Start): Promise<number> {
  const window = await start();
  try {
    await sleep(REST_MS);
    return residentMegabytes(window.pid);
  } finally {
    await window.close();
  }
}

/** A data folder as after weeks of work, with its index, and with the user's own desk as the one open last. */
async function makeDesk(): Promise<{ dataDir: string; remove: () => void }> {
  const place = await openPlace();
  fillWithMessages(place.core.db, { clients: 50, messages: 2_000, facts: 6 });
  const dataDir = await place.closeAndKeep();
  const window = windowDir({ JIWA_DATA_DIR: dataDir }, process.platform);
  mkdirSync(window, { recursive: true });
  writeFileSync(join(window, `${locationFileName}.json`), JSON.stringify({ desk: 'own', dataDir: null }));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}
