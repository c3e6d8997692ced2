import { expect, test } from 'vitest';
import { chooseElectron, type ElectronSources } from '../../scripts/electron/choice.ts';

function sources(changes: Partial<ElectronSources> = {}): ElectronSources & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    override: undefined,
    pinnedVersion: '45.0.0',
    findPinned: () => undefined,
    fetchPinned: () => {
      calls.push('fetch');
      return Promise.resolve({ ok: false, reason: 'no route' });
    },
    recallFailure: () => undefined,
    rememberFailure: (reason) => calls.push(`remember ${reason}`),
    fallback: {
      version: '25.0.0',
      prepare: () => {
        calls.push('prepare');
        return Promise.resolve({ executable: '/fallback/electron', sqliteBinding: '/fallback/sqlite.node' });
      },
    },
    ...changes,
  };
}

const quiet = { retry: false, say: () => undefined };

test('an override wins over an installed Electron and nothing is fetched', async () => {
  const given = sources({ override: '/mine/electron', findPinned: () => '/pinned/electron' });
  expect(await chooseElectron(given, quiet)).toEqual({
    kind: 'override',
    executable: '/mine/electron',
    env: {},
  });
  expect(given.calls).toEqual([]);
});

test('an installed Electron is used without a fetch, and without the rebuilt SQLite', async () => {
  const given = sources({ findPinned: () => '/pinned/electron' });
  expect(await chooseElectron(given, quiet)).toEqual({
    kind: 'pinned',
    executable: '/pinned/electron',
    env: {},
  });
  expect(given.calls).toEqual([]);
});

test('a missing Electron is fetched and used, and the fallback is left alone', async () => {
  const given = sources({ fetchPinned: () => Promise.resolve({ ok: true, executable: '/pinned/electron' }) });
  expect((await chooseElectron(given, quiet)).kind).toBe('pinned');
  expect(given.calls).toEqual([]);
});

test('a failed fetch is remembered, said in one line, and leads to the fallback with its SQLite', async () => {
  const said: string[] = [];
  const given = sources();
  const chosen = await chooseElectron(given, { retry: false, say: (line) => said.push(line) });
  expect(chosen).toEqual({
    kind: 'fallback',
    executable: '/fallback/electron',
    env: { JIWA_SQLITE_BINDING: '/fallback/sqlite.node' },
  });
  expect(given.calls).toEqual(['fetch', 'remember no route', 'prepare']);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Electron 45.0.0 could not be fetched (no route)');
});

test('a remembered failure is not tried again, nor remembered for longer', async () => {
  const given = sources({ recallFailure: () => 'no route' });
  expect((await chooseElectron(given, quiet)).kind).toBe('fallback');
  expect(given.calls).toEqual(['prepare']);
});

test('a remembered failure is tried again when asked', async () => {
  const given = sources({ recallFailure: () => 'no route' });
  await chooseElectron(given, { ...quiet, retry: true });
  expect(given.calls).toContain('fetch');
});

test('without a fallback a remembered failure never stops a fetch, and the error says why it failed', async () => {
  const given = sources({ recallFailure: () => 'yesterday', fallback: undefined });
  await expect(chooseElectron(given, quiet)).rejects.toThrow(/no route.*ELECTRON_MIRROR/);
  expect(given.calls).toEqual(['fetch']);
});
