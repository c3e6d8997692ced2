import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from '../../src/main/log-file.ts';

let dir: string;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'jiwa-log-')), 'logs');
});

afterEach(() => {
  rmSync(join(dir, '..'), { recursive: true, force: true });
});

function numberOf(file: string): number {
  return Number(/\d+/.exec(file)?.[0]);
}

function files(): string[] {
  return readdirSync(dir).sort((a, b) => numberOf(a) - numberOf(b));
}

function lines(): Record<string, unknown>[] {
  return files()
    .flatMap((file) => readFileSync(join(dir, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Lets the file be written, so that it may roll over. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 2));

it('writes JSON lines with level, time and the fields of the child logs', async () => {
  const { log, close } = await openLog({ dir, level: 'info' });
  log.child({ replyId: 'r1' }).child({ round: 2 }).warn({ ms: 5 }, 'slow');
  await close();
  expect(lines()).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      pid: process.pid,
      replyId: 'r1',
      round: 2,
      ms: 5,
      msg: 'slow',
    },
  ]);
});

it('has written every line when it is closed, whatever was waiting', async () => {
  const { log, close } = await openLog({ dir, level: 'info', maxBytes: 700, keep: 1_000 });
  for (let index = 0; index < 500; index += 1) log.info({ index }, 'line');
  await close();
  log.info({}, 'after the end');
  await close();
  expect(lines().map((line) => line['index'])).toEqual(Array.from({ length: 500 }, (_, index) => index));
});

it('begins a new file when one is full, and keeps the newest ones only', async () => {
  const { log, close } = await openLog({ dir, level: 'info', maxBytes: 1_000, keep: 3 });
  for (let index = 0; index < 100; index += 1) {
    log.info({ index }, 'line');
    await breathe();
  }
  await expect.poll(() => files().length).toBeLessThanOrEqual(4);
  await close();
  expect(numberOf(files()[0] ?? '')).toBeGreaterThan(1);
  expect(lines().at(-1)?.['index']).toBe(99);
});

it('goes on in the newest file after a restart', async () => {
  for (const run of [1, 2]) {
    const { log, close } = await openLog({ dir, level: 'info' });
    log.info({ run }, 'started');
    await close();
  }
  expect(files()).toHaveLength(1);
  expect(lines().map((line) => line['run'])).toEqual([1, 2]);
});

it('leaves out what is below its level, and follows a change in logs made before', async () => {
  const { log, setLevel, close } = await openLog({ dir, level: 'warn' });
  const child = log.child({ part: 'chat' });
  child.info({}, 'too quiet');
  setLevel('debug');
  child.debug({}, 'heard');
  setLevel('error');
  child.warn({}, 'too quiet again');
  await close();
  expect(lines().map((line) => line['msg'])).toEqual(['heard']);
});

it('cuts texts, names and keys that somebody logs by mistake', async () => {
  const { log, close } = await openLog({ dir, level: 'info' });
  const secret = 'Giulia-sk-ant-0815';
  log.info({ text: secret, client: { name: secret, id: 'c1' } }, 'received');
  log.child({ apiKey: secret }).info({ request: { headers: { authorization: secret } } }, 'asked');
  await close();
  const written = JSON.stringify(lines());
  expect(written).not.toContain(secret);
  expect(written).toContain('"id":"c1"');
});
