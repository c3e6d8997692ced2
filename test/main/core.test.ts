import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openCore, type Core, type CoreOptions } from '../../src/main/core.ts';
import { applyPatch, defaultSettings, type Settings } from '../../src/shared/settings.ts';
import { systemClock } from '../../src/main/clock.ts';
import { readJob } from '../../src/main/db/job-rows.ts';
import { aClient, recordingLog, silentLog, testClock } from '../fixtures/desk.ts';
import { doneAtOnce, sampleKind, sampleSpec } from '../fixtures/jobs.ts';

// Each opens the whole product, some build its index twice.
vi.setConfig({ testTimeout: 60_000 });

const resourcesDir = join(import.meta.dirname, '..', '..', 'resources');

function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-core-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function optionsFor(dataDir: string, overrides: Partial<CoreOptions> = {}): CoreOptions {
  return {
    dataDir,
    resourcesDir,
    settings: () => defaultSettings,
    claudeAccess: () => ({ baseUrl: '', apiKey: null }),
    clock: testClock(),
    log: silentLog,
    emit: () => undefined,
    role: 'owner',
    ...overrides,
  };
}

async function open(options: CoreOptions): Promise<Core> {
  const core = await openCore(options);
  onTestFinished(() => core.close());
  return core;
}

/** Files below a folder that this process has open. */
function openFiles(dir: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${fd}`);
      return file.startsWith(`${dir}/`) ? [file] : [];
    } catch {
      return []; // The descriptor that listed the folder is closed by now.
    }
  });
}

it.runIf(existsSync('/proc/self/fd'))('leaves no file open where opening fails half-way', async () => {
  const dir = aFolder();
  const noPrompts = aFolder();
  await expect(openCore(optionsFor(dir, { resourcesDir: noPrompts }))).rejects.toThrow('system.md');
  expect(openFiles(dir)).toEqual([]);
  const badStarter = aFolder();
  mkdirSync(join(badStarter, 'starter'));
  writeFileSync(join(badStarter, 'starter', 'insights.jsonl'), 'no JSON');
  await expect(openCore(optionsFor(dir, { resourcesDir: badStarter }))).rejects.toThrow('not JSON');
  expect(openFiles(dir)).toEqual([]);
  await open(optionsFor(dir));
  expect(openFiles(dir)).not.toEqual([]);
});

it('says which folder cannot be used, and why', async () => {
  const file = join(aFolder(), 'a-file');
  writeFileSync(file, '');
  const refused = { name: 'DeskError', code: 'file_unreadable', message: expect.stringContaining(file) };
  await expect(openCore(optionsFor(file))).rejects.toMatchObject(refused);
  await expect(openCore(optionsFor(join(file, 'below')))).rejects.toMatchObject(refused);
  const lockedByFolder = aFolder();
  mkdirSync(join(lockedByFolder, 'owner.lock'));
  await expect(openCore(optionsFor(lockedByFolder))).rejects.toMatchObject({ code: 'file_unreadable' });
});

/** An embedder's server that takes requests and never answers. `hangUp` drops them and waits until that was noticed. */
async function startSilentServer(): Promise<{ url: string; hangUp(): Promise<void> }> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const hangUp = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${port}/v1`, hangUp };
}

it(
  'follows the last of several quick changes of the embedder, and leaves none of the others at work',
  { timeout: 30_000 },
  async () => {
    const server = await startSilentServer();
    const remote = { kind: 'remote', url: server.url, model: 'silent' } as const;
    let settings: Settings = defaultSettings;
    const { log, lines } = recordingLog();
    const core = await open(optionsFor(aFolder(), { settings: () => settings, log }));
    await core.knowledge.rebuild();
    const { embedder } = core.knowledge.status();
    const change = (next: Partial<Settings['embedder']>) => {
      settings = applyPatch(settings, { embedder: next });
      return core.applySettings();
    };
    await Promise.all([change(remote), change({ kind: 'builtin' }), change(remote)]);
    await change({ kind: 'builtin' });
    expect(core.knowledge.status().embedder).toBe(embedder);
    await core.knowledge.rebuild();
    expect(core.knowledge.status().state).toBe('ready');
    await server.hangUp();
    expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
  },
);

it('works through the queue as owner, hears of what another process adds, and ends what runs when it closes', async () => {
  const dir = aFolder();
  let runs = 0;
  const kind = sampleKind(
    ({ payload, signal }) => {
      runs += 1;
      if (payload.n === 0) return doneAtOnce();
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    },
    { isLocal: true },
  );
  const offline = { kinds: [kind] };
  const clock = systemClock;
  const core = await openCore(optionsFor(dir, { offline, clock }));
  const job = (id: string) => readJob(other.db, id).state;
  const other = await open(optionsFor(dir, { offline, clock, role: 'guest' }));
  const own = core.jobs.enqueue(sampleSpec, { payload: { n: 0 } });
  await vi.waitFor(() => expect(job(own.id)).toBe('done'), { timeout: 20_000 });
  const theirs = other.jobs.enqueue(sampleSpec, { payload: { n: 0 } });
  await vi.waitFor(() => expect(job(theirs.id)).toBe('done'), { timeout: 20_000 });
  const long = core.jobs.enqueue(sampleSpec, { payload: { n: 1 } });
  await vi.waitFor(() => expect(job(long.id)).toBe('running'), { timeout: 20_000 });
  // It is claimed a turn before it runs.
  await vi.waitFor(() => expect(runs).toBe(3), { timeout: 20_000 });
  await core.close();
  expect(readJob(other.db, long.id)).toMatchObject({ state: 'waiting', attempt: 0 });
  expect(runs).toBe(3);
  const idle = await open(optionsFor(dir, { offline, clock, runsJobs: false }));
  expect(idle.jobs.kinds).toContain('sample');
  expect(job(long.id)).toBe('waiting');
});

it('says which embedder a rebuild could not reach, and goes on by words', async () => {
  const url = 'http://127.0.0.1:9/v1';
  const settings = applyPatch(defaultSettings, { embedder: { kind: 'remote', url, model: 'away' } });
  const core = await open(optionsFor(aFolder(), { settings: () => settings }));
  await expect(core.knowledge.rebuild()).rejects.toMatchObject({
    name: 'DeskError',
    code: 'embedder_unreachable',
    message: expect.stringContaining(url),
  });
  expect((await core.knowledge.retrieve('aku malu nanya kak'))[0]).toMatchObject({ vectorScore: null });
});

it('may be closed while the embedder is being changed; nothing of it goes on then', async () => {
  const server = await startSilentServer();
  let settings: Settings = defaultSettings;
  const { log, lines } = recordingLog();
  const core = await openCore(optionsFor(aFolder(), { settings: () => settings, log }));
  settings = applyPatch(settings, { embedder: { kind: 'remote', url: server.url, model: 'silent' } });
  const changed = core.applySettings();
  await core.close();
  await changed;
  await server.hangUp();
  expect(lines.filter(({ level }) => level !== 'info')).toEqual([]);
});

it('answers a message that comes before anything was read ahead', async () => {
  const core = await open(optionsFor(aFolder(), { readAheadAfterMs: 3_600_000 }));
  const client = aClient(core.db, { language: 'it' });
  const question = { text: 'Quanto costa il KITAS investitore?', language: 'it', isFollowUp: false } as const;
  expect(await core.answers.match({ ...question, client })).toMatchObject({ kind: 'hit' });
  expect(await core.knowledge.retrieve('aku malu mau nanya soal uang lagi kak')).not.toEqual([]);
});
