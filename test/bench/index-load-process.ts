// Loads the kept index of a folder and prints what that took as JSON. Arguments: database file, index folder.
import { setTimeout as sleep } from 'node:timers/promises';
import { openIndexStore } from '../../src/main/knowledge/index/store.ts';
import { silentLog } from '../fixtures/desk.ts';

/** V8 keeps the memory of an ended thread for some seconds. */
const REST_MS = 11_000;

const [file = '', dir = ''] = process.argv.slice(2);
const resident = () => process.memoryUsage.rss() / 1e6;
const store = openIndexStore({ dir, file, isOwner: false, otherEmbedders: [], log: silentLog });
await sleep(200);

const before = resident();
let peak = before;
const watch = setInterval(() => (peak = Math.max(peak, resident())), 5);
const startedAt = performance.now();
const index = await store.load(new AbortController().signal);
const ms = performance.now() - startedAt;
if (!index) throw new Error('There is no index to load.');
index.query(new Float32Array(index.origin.dimension).fill(1), 10);
await sleep(REST_MS);
clearInterval(watch);
const grown = resident() - before;
process.stdout.write(JSON.stringify({ ms, grownMb: grown, peakMb: peak - before, vectors: index.vectors }));
