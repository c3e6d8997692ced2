import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from '../../src/main/data-lock.ts';
import { DeskError } from '../../src/shared/fault.ts';

const HOLDER = `
  import { lockDataFolder } from ${JSON.stringify(new URL('../../src/main/data-lock.ts', import.meta.url).href)};
  try {
    const lock = lockDataFolder(process.argv[1]);
    process.stdout.write('locked');
    process.stdin.once('data', () => { lock.release(); process.stdout.write('released'); });
    setInterval(() => undefined, 1000);
  } catch (error) {
    process.stdout.write(error.code);
  }`;

let dir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiwa-lock-'));
});

afterEach(async () => {
  await Promise.all(children.splice(0).map(kill));
  rmSync(dir, { recursive: true, force: true });
});

/** A second process that tries to own the folder, and what it said. */
async function another(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, dir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  return { child, said: await nextWord(child) };
}

async function nextWord(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no output.');
  const [word] = (await once(child.stdout, 'data')) as [Buffer];
  return String(word);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function refusal(): DeskError {
  try {
    lockDataFolder(dir).release();
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
  throw new Error('The folder was free.');
}

it('refuses a folder that another process owns, and names that process', async () => {
  const { child, said } = await another();
  expect(said).toBe('locked');
  const error = refusal();
  expect(error.code).toBe('data_folder_in_use');
  expect(error.message).toContain(String(child.pid));
  expect(error.message).toContain(dir);
});

it('refuses another process what this one owns, until it is released', async () => {
  const lock = lockDataFolder(dir);
  expect((await another()).said).toBe('data_folder_in_use');
  lock.release();
  lock.release();
  expect((await another()).said).toBe('locked');
});

it('refuses a second owner in the same process', () => {
  const lock = lockDataFolder(dir);
  expect(refusal().code).toBe('data_folder_in_use');
  lock.release();
});

it('is free at once when its owner was killed', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { child, said } = await another();
    expect(said).toBe('locked');
    await kill(child);
    lockDataFolder(dir).release();
  }
});

it('is free when its owner released it and runs on', async () => {
  const { child } = await another();
  const word = nextWord(child);
  child.stdin?.write('go');
  expect(await word).toBe('released');
  lockDataFolder(dir).release();
  expect(child.exitCode).toBeNull();
});

it('has one owner when many start at once', async () => {
  const said = await Promise.all(Array.from({ length: 4 }, async () => (await another()).said));
  expect(said.filter((word) => word === 'locked')).toHaveLength(1);
  expect(said.filter((word) => word === 'data_folder_in_use')).toHaveLength(3);
});
