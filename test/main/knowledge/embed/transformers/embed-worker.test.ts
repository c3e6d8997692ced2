import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import {
  EmbedWorker,
  type WorkerPatience,
} from '../../../../../src/main/knowledge/embed/transformers/embed-worker.ts';
import type { Way } from './wayward-worker.ts';

vi.setConfig({ testTimeout: 60_000 });

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const patient: WorkerPatience = { loadMs: 30_000, firstMs: 30_000, answerMs: 30_000 };

function planned(plan: readonly Way[]) {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-worker-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'plan.json'), JSON.stringify(plan));
  const pids = () => readFileSync(join(dir, 'pids'), 'utf8').trim().split('\n').map(Number);
  return { dir, pids };
}

function open(plan: readonly Way[], patience: Partial<WorkerPatience> = {}) {
  const { dir, pids } = planned(plan);
  const onBroken = vi.fn<(error: Error) => void>();
  const onLost = vi.fn<(why: string) => void>();
  const worker = new EmbedWorker({
    file: beside('wayward-worker.ts'),
    dir,
    patience: { ...patient, ...patience },
    onBroken,
    onLost,
  });
  onTestFinished(() => worker.close());
  return { worker, pids, onBroken, onLost };
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const allGone = (pids: readonly number[]) =>
  vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), 30_000);

it('asks another worker what one is stuck at, and then what waited behind it', async () => {
  const { worker, pids, onLost, onBroken } = open(['stuckAtText'], { answerMs: 1_000 });
  const vectors = await Promise.all(['a', 'bb', 'ccc'].map((text) => worker.embed(text, false)));
  expect(vectors.map((vector) => [...vector])).toEqual([
    [2, 1],
    [2, 2],
    [2, 3],
  ]);
  expect(onLost.mock.calls).toEqual([['no answer within 1 s']]);
  expect(onBroken).not.toHaveBeenCalled();
  await allGone(pids().slice(0, 1));
});

it('never takes a late answer for that of another text', async () => {
  const { worker } = open(['lateAtText', 'lateAtText'], { answerMs: 1_000 });
  const late = worker.embed('a', false);
  const next = worker.embed('bb', false);
  await expect(late).rejects.toMatchObject({ code: 'embedder_unreachable' });
  expect([...(await next)]).toEqual([3, 2]);
});

it.each([
  ['stuckAtText', /no answer within 1 s, twice/],
  ['diesAtText', /ended with code 3, twice/],
] as const)('gives a text up that two workers were lost over (%s), and goes on', async (way, message) => {
  const { worker, onBroken } = open([way, way], { answerMs: 1_000 });
  const asked = worker.embed('a secret', true);
  await expect(asked).rejects.toMatchObject({
    code: 'embedder_unreachable',
    message: expect.stringMatching(message),
  });
  await expect(asked).rejects.toThrow(/^(?!.*secret)/);
  expect([...(await worker.embed('bb', true))]).toEqual([3, 2]);
  expect(worker.isLoaded()).toBe(true);
  expect(onBroken).not.toHaveBeenCalled();
});

it.each(['stuckLoading', 'stuckAtWord', 'diesLoading', 'diesIdle'] as const)(
  'starts another worker for one that was lost before it was of use (%s)',
  async (way) => {
    const { worker, onBroken, onLost } = open([way], { loadMs: 3_000, firstMs: 1_000 });
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledTimes(1), 30_000);
    expect(worker.isLoaded()).toBe(false);
    expect([...(await worker.embed('bb', true))]).toEqual([2, 2]);
    expect(onBroken).not.toHaveBeenCalled();
  },
);

it.each(['stuckLoading', 'stuckAtWord', 'diesLoading', 'diesIdle'] as const)(
  'says once that it is broken when two workers in a row were of no use (%s)',
  async (way) => {
    const { worker, pids, onBroken } = open([way, way], { loadMs: 2_000, firstMs: 1_000 });
    await vi.waitFor(() => expect(onBroken).toHaveBeenCalledTimes(1), 30_000);
    await worker.loaded;
    expect(worker.isLoaded()).toBe(false);
    await expect(worker.embed('a', true)).rejects.toThrow(/cannot be used/);
    await allGone(pids());
    expect(pids()).toHaveLength(2);
  },
);

it('is closed at once while its worker is stuck; what waits rejects, and no process is left', async () => {
  const { worker, pids, onBroken, onLost } = open(['stuckAtText']);
  const asked = ['a', 'bb'].map((text) => worker.embed(text, false).catch((error: Error) => error.message));
  await vi.waitFor(() => expect(worker.isLoaded()).toBe(true), 30_000);
  await worker.close();
  expect(await Promise.all(asked)).toEqual(Array(2).fill(expect.stringContaining('it was closed')));
  expect(pids().filter(isRunning)).toEqual([]);
  expect(onBroken).not.toHaveBeenCalled();
  expect(onLost).not.toHaveBeenCalled();
});

it('is broken when there is no such worker', async () => {
  const onBroken = vi.fn<(error: Error) => void>();
  const parts = { file: beside('absent.ts'), dir: tmpdir(), patience: patient, onLost: () => undefined };
  const worker = new EmbedWorker({ ...parts, onBroken });
  await expect(worker.embed('a', true)).rejects.toThrow(/cannot be used/);
  await worker.close();
  expect(onBroken).toHaveBeenCalledTimes(1);
});

it.each(['idles', 'closes'])('keeps no command from ending that %s, and ends with it', async (what) => {
  const { dir, pids } = planned([]);
  const parent = spawn(process.execPath, [beside('lonely-parent.ts'), dir, what], { stdio: 'ignore' });
  expect(await once(parent, 'exit')).toEqual([0, null]);
  await allGone(pids());
});

it('ends with a command that exits while it is stuck', async () => {
  const { dir, pids } = planned(['stuckAtText']);
  const parent = spawn(process.execPath, [beside('lonely-parent.ts'), dir, 'exits'], { stdio: 'ignore' });
  onTestFinished(() => void parent.kill('SIGKILL'));
  expect(await once(parent, 'exit')).toEqual([0, null]);
  await allGone(pids());
});
