import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  demoDataDir,
  deskFolderIn,
  ownDataDir,
  readLocation,
  unusableFolder,
  windowDir,
} from '../../src/main/data-dir.ts';
import { demoSecrets } from '../../src/main/demo-secrets.ts';
import { DeskError } from '../../src/shared/fault.ts';

function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-place-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

it('takes a chosen folder that is empty, new or a desk already, and makes its own in any other', () => {
  const dir = aFolder();
  expect(deskFolderIn(dir)).toBe(dir);
  expect(deskFolderIn(join(dir, 'new'))).toBe(join(dir, 'new'));
  writeFileSync(join(dir, 'settings.json'), '{"of": "another program"}');
  expect(deskFolderIn(dir)).toBe(join(dir, 'Jiwa Desk'));
  writeFileSync(join(dir, 'jiwa.db'), '');
  expect(deskFolderIn(dir)).toBe(dir);
});

it('keeps the own desk and the demo apart, and both below JIWA_DATA_DIR where it is set', () => {
  const home = { XDG_CONFIG_HOME: '/home/made/.config' };
  expect(ownDataDir(home, 'linux', null)).toBe('/home/made/.config/Jiwa Desk/desk');
  expect(demoDataDir(home, 'linux')).toBe('/home/made/.config/Jiwa Desk/demo');
  expect(ownDataDir(home, 'linux', { desk: 'own', dataDir: '/mnt/desk' })).toBe('/mnt/desk');
  const set = { ...home, JIWA_DATA_DIR: '/srv/jiwa' };
  expect(ownDataDir(set, 'linux', { desk: 'own', dataDir: '/mnt/desk' })).toBe('/srv/jiwa');
  expect(demoDataDir(set, 'linux')).toBe('/srv/jiwa/window/demo');
});

it('reads where the desk was moved to, and nothing from a broken location file', () => {
  const env = { JIWA_DATA_DIR: aFolder() };
  expect(readLocation(env, 'linux')).toBeNull();
  mkdirSync(windowDir(env, 'linux'));
  const file = join(windowDir(env, 'linux'), 'location.json');
  writeFileSync(file, '{"desk":"demo","dataDir":"/mnt/desk"}');
  expect(readLocation(env, 'linux')).toEqual({ desk: 'demo', dataDir: '/mnt/desk' });
  writeFileSync(file, '{"desk":');
  expect(readLocation(env, 'linux')).toBeNull();
});

it('puts errors of the file system into words and leaves others as they are', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(unusableFolder(full, '/mnt/desk')).toMatchObject({ name: 'DeskError', cause: full });
  expect((unusableFolder(full, '/mnt/desk') as Error).message).toMatch(/\/mnt\/desk .*ENOSPC/);
  const others = [new Error('x'), new DeskError('conflict', 'x'), null, 'x'];
  expect(others.map((error) => unusableFolder(error, '/mnt/desk'))).toEqual(others);
});

it('takes no real key in the demo', async () => {
  await expect(demoSecrets.set('claude', 'sk-ant-real')).rejects.toMatchObject({ code: 'bad_input' });
  expect([demoSecrets.read('claude'), demoSecrets.read('embedder')]).toEqual(['demo', null]);
});
